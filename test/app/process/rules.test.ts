import assert from 'node:assert/strict';

import type { CharterName } from '../../../src/domain/charter.js';
import { usualRules } from '../../../src/domain/process.js';
import { aCommunity, garden, said, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const now = '2026-11-24T09:00:00.000Z';

describe('The rules of a charter', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const rate = () =>
    community.ask(
      {
        kind: 'rate',
        about: { charter: garden },
        value: { by: 'position', position: 1 },
        answer: 4,
        press: 'p',
      },
      community.member('bo'),
    );
  const records = async () => (await community.ports.process.records(garden)).map(({ entry }) => entry.kind);

  it('are shown to a facilitator as they are', async () => {
    const view = viewed('rules', await community.askOne({ kind: 'rules' }));

    assert.deepEqual([view.rules, view.answered, view.just], [usualRules, false, undefined]);
  });

  it('change, and the form shows what changed', async () => {
    const view = viewed('rules', await community.askOne({ kind: 'change-rules', rules: { least: 8 } }));

    assert.deepEqual(view.rules, { ...usualRules, least: 8 });
    assert.deepEqual(view.just, { did: 'changed', changes: [{ rule: 'least', from: 5, to: 8 }] });
  });

  it('are not weakened once somebody answered, and the attempt is there for everybody to read', async () => {
    await rate();

    const view = viewed('rules', await community.askOne({ kind: 'change-rules', rules: { page: 'public' } }));

    const changes = [{ rule: 'page', from: 'community', to: 'public' }];
    assert.deepEqual([view.rules, view.answered], [usualRules, true]);
    assert.deepEqual(view.just, { did: 'refused', changes });
    const process = viewed('process', await community.askOne({ kind: 'process' }, community.member('bo')));
    const { number, at, entry } = process.records[0]!;
    assert.deepEqual(
      { number, at, entry },
      { number: 2, at: now, entry: { kind: 'change-refused', changes } },
    );
  });

  it('say nothing else than confidential, also before the first answer; asking is recorded', async () => {
    const view = viewed(
      'rules',
      await community.askOne({ kind: 'change-rules', rules: 'confidentiality-off' }),
    );

    assert.deepEqual(view.just, { did: 'confidentiality-kept' });
    assert.deepEqual(await records(), ['draft', 'confidentiality-kept']);
  });

  it('out of bounds are named as they were asked for, and nothing changes', async () => {
    const wishes = [
      [{ least: 4 }, 'least 4'],
      [{ identityDays: 400 }, 'identities 400'],
      [{ groups: ['lab', 'Lab'] }, 'groups lab, Lab'],
      [{ unreadable: 'colour blue' }, 'colour blue'],
    ] as const;

    for (const [rules, what] of wishes) {
      const view = viewed('rules', await community.askOne({ kind: 'change-rules', rules }));
      assert.deepEqual(view.just, { did: 'unreadable', what });
      assert.deepEqual(view.rules, usualRules);
    }
    assert.deepEqual(await records(), ['draft']);
  });

  it('are for facilitators to change', async () => {
    const bo = community.member('bo');

    assert.equal(whatOf(await community.askOne({ kind: 'rules' }, bo)), 'for-facilitators');
    const wish = { kind: 'change-rules', rules: { least: 9 } } as const;
    assert.equal(whatOf(await community.askOne(wish, bo)), 'for-facilitators');
    const privacy = await community.askOne({ kind: 'privacy', about: { charter: garden } }, bo);
    assert.deepEqual(viewed('privacy', privacy).rules, usualRules);
  });

  it('of a charter that nobody knows are not there', async () => {
    const view = await community.askOne({ kind: 'rules', charter: 'pond' as CharterName });

    assert.deepEqual(said(view), { what: 'no-such-charter', charters: [garden] });
  });
});
