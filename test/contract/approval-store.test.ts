import assert from 'node:assert/strict';

import type { Approval } from '../../src/app/people/approval-store.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { MemberId } from '../../src/domain/place.js';
import { aCharterInProgress } from './comments-made-up.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('what waits for a second facilitator', (stores) => {
  const anApproval = (charter: CharterName, rest: Partial<Approval> = {}): Approval => ({
    ...{ id: unique('approval'), charter, action: 'seal' },
    intent: { kind: 'seal', charter, confirmed: true },
    ...{ askedBy: 'ada-member', askedByName: 'Ada', askedAt: noon() },
    ...rest,
  });
  const settle = ({ id }: Approval, became: 'confirmed' | 'declined' = 'confirmed') =>
    stores().approvals.settle({ id, became, by: 'bo-member' as MemberId, at: noon(60) });
  const secondsOf = async (charter: CharterName) =>
    (await stores().process.records(charter))
      .map(({ entry }) => entry)
      .filter(({ kind }) => kind === 'second');

  it('is kept as it was asked for, and recorded without who asked', async () => {
    const charter = await aCharterInProgress(stores());
    const approval = anApproval(charter);
    const byProgram = anApproval(await aCharterInProgress(stores()), {
      askedBy: 'api:site',
      askedAt: noon(5),
    });
    const { askedByName: _name, ...nameless } = byProgram;

    await stores().approvals.ask(approval);
    await stores().approvals.ask(nameless);

    assert.deepEqual(await stores().approvals.find(approval.id), approval);
    assert.deepEqual(await stores().approvals.waiting(charter), [approval]);
    assert.deepEqual(await stores().approvals.find(nameless.id), nameless);
    assert.deepEqual(await secondsOf(charter), [{ kind: 'second', action: 'seal', became: 'asked' }]);
    assert.equal(await stores().approvals.find('nothing'), undefined);
  });

  it('of one action the last stands, of several each, the oldest first', async () => {
    const charter = await aCharterInProgress(stores());
    const [first, later, other] = [
      anApproval(charter),
      anApproval(charter, { askedAt: noon(50) }),
      anApproval(charter, { action: 'delete', askedAt: noon(20) }),
    ];
    for (const each of [first, later, other]) await stores().approvals.ask(each);

    assert.deepEqual(await stores().approvals.waiting(charter), [other, later]);
    assert.equal(await stores().approvals.find(first.id), undefined);
    assert.equal(await settle(first), false);
    const all = await stores().approvals.waiting();
    assert.ok(all.some(({ id }) => id === later.id));
  });

  it('is settled once, however many do so at once, and recorded once', async () => {
    const charter = await aCharterInProgress(stores());
    const approval = anApproval(charter);
    await stores().approvals.ask(approval);

    const settled = await Promise.all(Array.from({ length: 8 }, () => settle(approval)));

    assert.deepEqual(settled.filter(Boolean), [true]);
    assert.deepEqual(await stores().approvals.waiting(charter), []);
    assert.deepEqual((await secondsOf(charter)).slice(1), [
      { kind: 'second', action: 'seal', became: 'confirmed' },
    ]);
  });

  it('that it was declined is recorded as well', async () => {
    const charter = await aCharterInProgress(stores());
    const approval = anApproval(charter);
    await stores().approvals.ask(approval);

    assert.equal(await settle(approval, 'declined'), true);
    assert.equal(await settle(approval), false);

    assert.deepEqual((await secondsOf(charter)).at(-1), {
      ...{ kind: 'second', action: 'seal', became: 'declined' },
    });
  });
});
