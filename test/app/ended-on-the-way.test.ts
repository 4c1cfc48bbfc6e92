import assert from 'node:assert/strict';

import type { ReadyDelivery } from '../../src/app/deliver-due.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { SendOutcome } from '../../src/domain/delivery.js';
import { unique } from '../contract/made-up.js';
import { startDelivering, type Delivering } from './delivering.js';

const aCharterName = (): CharterName => unique('garden') as CharterName;

describe('What was on its way in vain when its draft ended', () => {
  let delivering: Delivering;
  beforeEach(async () => {
    delivering = await startDelivering();
    delivering.outcomeOf = () => ({ kind: 'busy', reason: 'http-503' });
    await delivering.place('the only one');
  });
  afterEach(() => delivering.end());

  /** Begun before `end` and found to have failed after it. */
  const tryAcross = async (end: () => Promise<unknown>): Promise<SendOutcome> => {
    const deliveries = delivering.deliveriesOf('worker');
    const [ready] = (await delivering.prepare()) as [ReadyDelivery];
    assert.equal(await deliveries.begin(ready), true);
    const outcome = await deliveries.send(ready);
    await end();
    await deliveries.settle(ready, outcome);
    return outcome;
  };

  const laterOn = async (): Promise<void> => {
    delivering.time = 600;
    while ((await delivering.deliver()) > 0);
  };

  for (const to of ['withdrawn', 'closed'] as const) {
    it(`is not tried again but cancelled, once the draft is ${to}`, async () => {
      const { draft, announcement } = await delivering.publish(aCharterName());
      const { drafts } = delivering.stores;
      await tryAcross(() => drafts.change({ draft: draft.id, from: 'open', to, at: delivering.now() }));

      await laterOn();

      assert.deepEqual(delivering.posted, ['the only one']);
      const { waiting, cancelled, intended } = await delivering.report(announcement);
      assert.deepEqual({ waiting, cancelled, intended }, { waiting: 0, cancelled: 1, intended: 1 });
    });
  }

  it('is not tried again when a draft followed the announcement of the process', async () => {
    const charter = aCharterName();
    const announcement = await delivering.announce(charter);
    delivering.time = 1;
    await tryAcross(() => delivering.publish(charter));
    delivering.outcomeOf = () => ({ kind: 'sent' });

    await laterOn();

    assert.equal((await delivering.report(announcement)).cancelled, 1);
    assert.deepEqual(
      delivering.posts.map(({ view }) => view.what),
      ['announced', 'published'],
    );
  });

  it('is tried again when the draft is still open', async () => {
    const { announcement } = await delivering.publish(aCharterName());
    await tryAcross(() => Promise.resolve());
    delivering.outcomeOf = () => ({ kind: 'sent', message: '1' });

    await laterOn();

    assert.equal((await delivering.report(announcement)).sent, 1);
  });
});
