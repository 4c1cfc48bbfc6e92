import assert from 'node:assert/strict';

import { deliverDue, type Pace } from '../../src/app/deliver-due.js';
import type { Messenger } from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import { mostAttempts, type SendOutcome } from '../../src/domain/delivery.js';
import type { Stores } from '../../src/storage/stores.js';
import { aDraft, aPublication, aSubscribedPlace, unique } from '../contract/made-up.js';
import { createFakeStores } from '../support/fake-stores.js';

const start = Date.UTC(2026, 2, 2, 13);

describe('delivering what is due', () => {
  let stores: Stores;
  let time: number;
  let posted: string[];
  let pauses: (readonly [tenant: string, seconds: number])[];
  let outcomeFor: (conversation: string) => SendOutcome;
  /** What happens while a delivery waits for its turn; false: the program stops. */
  let atTurn: () => Promise<boolean>;
  beforeEach(() => {
    stores = createFakeStores();
    time = start;
    posted = [];
    pauses = [];
    outcomeFor = () => ({ kind: 'sent', message: 'm-1' });
    atTurn = () => Promise.resolve(true);
  });

  const pace: Pace = {
    turn: () => atTurn(),
    pause: (tenant, seconds) => void pauses.push([tenant, seconds]),
  };
  const messenger: Messenger = {
    announce: ({ address: { conversation } }) => {
      posted.push(conversation);
      return Promise.resolve().then(() => outcomeFor(conversation));
    },
  };
  const deliver = (worker = 'worker', batch = 100): Promise<number> =>
    deliverDue({ ...stores, messenger, clock: { now: () => new Date(time) } }, pace, {
      worker,
      batch,
      leaseSeconds: 60,
      random: () => 0,
    });
  const inPlaces = async (...conversations: string[]): Promise<AnnouncementId> => {
    for (const conversation of conversations) await aSubscribedPlace(stores, { address: { conversation } });
    const publication = aPublication(aDraft(unique('charter') as CharterName));
    await stores.drafts.publish(publication);
    return publication.announcement.id;
  };
  const reportOn = (announcement: AnnouncementId) => stores.announcements.report(announcement);
  const endDraft = async (announcement: AnnouncementId): Promise<void> => {
    const draft = (await stores.announcements.find(announcement))?.draft;
    assert.ok(draft);
    await stores.drafts.change({ draft, from: 'open', to: 'withdrawn', at: new Date(time).toISOString() });
  };
  const nothing = { intended: 1, sent: 0, waiting: 0, sending: 0, failed: {}, skipped: {} };

  it('posts each delivery once and settles it as sent', async () => {
    const announcement = await inPlaces('one', 'two');

    assert.equal(await deliver(), 2);
    assert.equal(await deliver(), 0);

    assert.deepEqual(posted.sort(), ['one', 'two']);
    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 2, sent: 2 });
  });

  it('takes no more than a batch at a time', async () => {
    const announcement = await inPlaces('one', 'two', 'three');

    assert.equal(await deliver('worker', 2), 2);

    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 3, sent: 2, waiting: 1 });
  });

  it('pauses the tenant for as long as Teams asks, and does not count that as a try', async () => {
    const announcement = await inPlaces('one');
    outcomeFor = () => ({ kind: 'throttled', wait: 7 });
    for (let round = 0; round < mostAttempts + 3; round += 1) {
      await deliver();
      time += 6_999;
      assert.equal(await deliver(), 0, 'nothing is due before');
      time += 1;
    }
    outcomeFor = () => ({ kind: 'sent' });

    await deliver();

    assert.deepEqual(new Set(pauses.map((each) => each.join(' '))), new Set(['tenant-1 7']));
    assert.deepEqual(await reportOn(announcement), { ...nothing, sent: 1 });
  });

  it('pauses the tenant for a while of its own when Teams names none', async () => {
    await inPlaces('one');
    outcomeFor = () => ({ kind: 'throttled' });

    await deliver();

    assert.deepEqual(pauses, [['tenant-1', 1]]);
    assert.equal(await deliver(), 0);
    time += 1_000;
    assert.equal(await deliver(), 1);
  });

  it('tries again what may have gone wrong by chance, later each time, and gives up in the end', async () => {
    const announcement = await inPlaces('one');
    outcomeFor = () => ({ kind: 'unclear', reason: 'http-503' });
    const waits = [];
    for (let seconds = 0; seconds < 1_000; seconds += 1) {
      if ((await deliver()) > 0) waits.push(seconds);
      time += 1_000;
    }

    assert.deepEqual(waits, [0, 1, 3, 7, 15, 31, 63, 127]);
    assert.equal(posted.length, mostAttempts, 'one post for each try');
    assert.deepEqual(await reportOn(announcement), { ...nothing, failed: { 'too-many-attempts': 1 } });
  });

  it('gives up at once on what would end the same again, with the reason', async () => {
    const announcement = await inPlaces('gone', 'refused', 'fine');
    outcomeFor = (conversation) => {
      if (conversation === 'gone') return { kind: 'gone', reason: 'blocked' };
      return conversation === 'refused' ? { kind: 'refused', reason: 'BadArgument' } : { kind: 'sent' };
    };

    await deliver();
    time += 3_600_000;

    assert.equal(await deliver(), 0);
    const failed = { blocked: 1, BadArgument: 1 };
    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 3, sent: 1, failed });
  });

  it('skips what has become untrue while it waited, also in the middle of a batch', async () => {
    const announcement = await inPlaces('one', 'two', 'three');
    let turns = 0;
    atTurn = async () => {
      turns += 1;
      if (turns < 3) return true;
      while (posted.length < 2) await Promise.resolve();
      await endDraft(announcement);
      return true;
    };

    await deliver();

    const skipped = { 'draft-not-open': 1 };
    assert.equal(posted.length, 2);
    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 3, sent: 2, skipped });
  });

  it('posts nothing of a draft that was withdrawn before', async () => {
    const announcement = await inPlaces('one');
    await endDraft(announcement);

    await deliver();

    assert.deepEqual(posted, []);
    assert.deepEqual(await reportOn(announcement), { ...nothing, skipped: { 'draft-not-open': 1 } });
  });

  it('posts nothing when its lease ran out while it waited for its turn, and gives it back', async () => {
    const announcement = await inPlaces('one');
    atTurn = () => {
      time += 60_000;
      return Promise.resolve(true);
    };
    for (let round = 0; round < mostAttempts + 3; round += 1) assert.equal(await deliver(), 1);
    assert.deepEqual(posted, []);
    atTurn = () => Promise.resolve(true);

    await deliver();

    assert.deepEqual(posted, ['one']);
    assert.deepEqual(await reportOn(announcement), { ...nothing, sent: 1 });
  });

  it('leaves a delivery alone that another worker took when the lease ran out', async () => {
    const announcement = await inPlaces('one');
    atTurn = async () => {
      atTurn = () => Promise.resolve(true);
      time += 60_000;
      assert.equal(await deliver('the other'), 1);
      return true;
    };

    await deliver('the slow one');

    assert.deepEqual(posted, ['one']);
    assert.deepEqual(await reportOn(announcement), { ...nothing, sent: 1 });
  });

  it('does not try for ever what brings the program down each time', async () => {
    const announcement = await inPlaces('one');
    for (let round = 0; round <= mostAttempts; round += 1) {
      const now = new Date(time).toISOString();
      const leaseUntil = new Date(time + 60_000).toISOString();
      await stores.deliveries.claim({ worker: 'doomed', now, leaseUntil, limit: 1 });
      time += 60_000;
    }

    await deliver();

    assert.deepEqual(posted, []);
    assert.deepEqual(await reportOn(announcement), { ...nothing, failed: { 'too-many-attempts': 1 } });
  });

  it('settles the others when one goes wrong through a fault of ours, and says so', async () => {
    const announcement = await inPlaces('one', 'broken', 'three');
    outcomeFor = (conversation) => {
      if (conversation === 'broken') throw new Error('a fault of ours');
      return { kind: 'sent' };
    };

    await assert.rejects(deliver(), (error: Error) => (error.cause as Error).message === 'a fault of ours');

    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 3, sent: 2, sending: 1 });
    time += 60_000;
    outcomeFor = () => ({ kind: 'sent' });
    await deliver();
    assert.deepEqual(await reportOn(announcement), { ...nothing, intended: 3, sent: 3 });
  });

  it('posts nothing any more when the program stops, and what it held can be given back', async () => {
    const announcement = await inPlaces('one');
    atTurn = () => Promise.resolve(false);

    await deliver();
    assert.deepEqual(await reportOn(announcement), { ...nothing, sending: 1 });
    await stores.deliveries.release('worker');

    assert.deepEqual(posted, []);
    assert.deepEqual(await reportOn(announcement), { ...nothing, waiting: 1 });
  });
});
