import assert from 'node:assert/strict';

import type { ClaimedDelivery } from '../../src/app/ports.js';
import type { Place, PlaceId } from '../../src/domain/place.js';
import { aDraft, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { again, arrived, blocked, sending } from './sending.js';

onEveryStore('claimed deliveries', (stores) => {
  const { told, toldMore, claim, begin, settle, send, report } = sending(stores);

  it('come with their announcement, their place and what that place wishes', async () => {
    const { announcement, places, tenant } = await told(1, 0, { name: 'Gardeners' });
    const wishes = { pausedUntil: noon(600) };
    await stores().places.wish({ place: idOf(places[0]), wishes, at: noon() });

    const claimed = await claim('worker-1', { tenant });

    const task = { kind: 'send', held: false };
    const tries = { attempts: 0, misses: 0, doubtful: false };
    assert.deepEqual(claimed, [{ announcement, revision: 0, place: places[0], wishes, task, ...tries }]);
    assert.equal((await report({ announcement })).sending, 1);
  });

  it('are no more than the limit, and none is claimed twice', async () => {
    const all = await told(5);

    const first = await claim('worker-1', all, { limit: 3 });
    const second = await claim('worker-2', all, { limit: 3 });
    const third = await claim('worker-1', all, { limit: 3 });

    assert.deepEqual([first.length, second.length, third.length], [3, 2, 0]);
    assert.deepEqual(idsOf([...first, ...second]), all.places.map(idOf).sort());
  });

  it('are those of one tenant', async () => {
    const one = await told(2);
    const other = await told(2);

    const claimed = await claim('worker-1', one);

    assert.deepEqual(idsOf(claimed), one.places.map(idOf).sort());
    assert.deepEqual(await claim('worker-1', { tenant: unique('tenant') }), []);
    assert.equal((await report(other)).waiting, 2);
    const tenants = await stores().deliveries.tenants();
    assert.ok(tenants.includes(one.tenant) && tenants.includes(other.tenant));
  });

  it('are due, and the first due come before the rest', async () => {
    const all = await told(3);
    const [one, other, last] = await claim('worker-1', all);
    await settle('worker-1', one, again(30));
    await settle('worker-1', other, again(10));
    await settle('worker-1', last, again(20));

    assert.deepEqual(await claim('worker-1', all, { now: 9 }), []);
    const claimed = await claim('worker-1', all, { now: 30, limit: 2 });

    assert.deepEqual(
      claimed.map(({ place }) => place.id),
      [other?.place.id, last?.place.id],
    );
  });

  it('are at most one for each place at a time', async () => {
    const all = await told(2);
    await toldMore(all);

    const first = await claim('worker-1', all);
    const none = await claim('worker-2', all);
    await send('worker-1', first[0]);
    const second = await claim('worker-2', all);

    assert.deepEqual(idsOf(first), all.places.map(idOf).sort());
    assert.deepEqual(none, []);
    assert.deepEqual(idsOf(second), [first[0]?.place.id]);
  });

  it('pass over a place where a reply is on its way', async () => {
    const all = await told(1);
    const place = idOf(all.places[0]);

    assert.equal(await stores().turns.enter(place), true);
    assert.deepEqual(await claim('worker-1', all), []);
    await stores().turns.leave(place);

    assert.equal((await claim('worker-1', all)).length, 1);
    assert.equal(await stores().turns.enter(place), false);
  });

  it('whose lease has run out are claimed by another worker; a try that was not begun is none', async () => {
    const all = await told(1);
    await claim('worker-1', all, { now: 0, lease: 0.05 });
    await conversationsAreFree(all.places);

    const [taken] = await claim('worker-2', all, { now: 1 });

    assert.deepEqual([taken?.attempts, taken?.misses, taken?.doubtful], [0, 0, false]);
  });

  it('that were begun under a lease that ran out came to nothing, and may have arrived', async () => {
    const all = await told(1);
    const [first] = await claim('worker-1', all, { now: 0, lease: 0.05 });
    assert.equal(await begin('worker-1', first), true);
    await conversationsAreFree(all.places);

    const [taken] = await claim('worker-2', all, { now: 1 });

    assert.deepEqual([taken?.attempts, taken?.misses, taken?.doubtful], [1, 1, true]);
    await send('worker-2', taken);
    assert.equal((await report(all)).possiblyTwice, 1);
  });

  it('are not claimed again while their lease runs', async () => {
    const all = await told(1);
    await claim('worker-1', all, { now: 0, lease: 20 });

    assert.deepEqual(await claim('worker-2', all, { now: 19 }), []);
  });

  it('are given back by a worker that stops, at once, but for those that were begun', async () => {
    const all = await told(4);
    const [sent] = await claim('worker-1', all, { limit: 1 });
    await send('worker-1', sent);
    const [begun, ...held] = await claim('worker-1', all, { limit: 2 });
    await begin('worker-1', begun);
    await claim('worker-2', all, { limit: 1 });

    await stores().deliveries.release('worker-1');

    const claimed = await claim('worker-3', all);
    assert.deepEqual(idsOf(claimed), idsOf(held));
    assert.deepEqual(
      claimed.map(({ attempts }) => attempts),
      [0],
    );
    assert.equal((await report(all)).sending, 3);
  });

  it('count in the queue until they are done, with the time since when the oldest is due', async () => {
    const { deliveries } = stores();
    const before = await deliveries.queue('0000');
    const all = await told(3, -86_400 * 365);
    const claimed = await claim('worker-1', all, { limit: 1 });
    const queue = await deliveries.queue(noon());
    await send('worker-1', claimed[0]);

    assert.equal(before.oldest, undefined);
    assert.deepEqual(queue, { length: before.length + 3, oldest: noon(-86_400 * 365) });
    assert.equal((await deliveries.queue(noon())).length, before.length + 2);
  });

  /** The conversations go by the database's clock: those claimed so shortly are free as soon as one can be entered. */
  async function conversationsAreFree(places: readonly Place[]): Promise<void> {
    for (const place of places) {
      while (!(await stores().turns.enter(place.id)));
      await stores().turns.leave(place.id);
    }
  }
});

onEveryStore('beginning to send', (stores) => {
  const { told, claim, begin, settle } = sending(stores);

  it('is for the worker that claimed it, once', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all);

    assert.equal(await begin('worker-2', claimed), false);
    assert.equal(await begin('worker-1', claimed), true);
    assert.equal(await begin('worker-1', claimed), false);
  });

  it('is refused when the lease has run out, for another may claim it at the same moment', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all, { now: 0, lease: 20 });

    assert.equal(await begin('worker-1', claimed, 20), false);
  });

  it('is refused when the draft is not open any more, and the place is free for others', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all);

    await stores().drafts.change({ draft: all.draft.id, from: 'open', to: 'withdrawn', at: noon(1) });

    assert.equal(await begin('worker-1', claimed), false);
    assert.equal(await settle('worker-1', claimed, arrived), false);
    assert.equal(await stores().turns.enter(idOf(all.places[0])), true);
  });

  it('is refused when the place unsubscribed or cannot be reached, and the place is free for others', async () => {
    const all = await told(2);
    const [one, other] = await claim('worker-1', all);
    const charter = all.draft.charter;

    await stores().places.subscribe({ place: idOf(one?.place), charter, state: 'stopped', at: noon(1) });
    await stores().places.park({ place: idOf(other?.place), reason: 'blocked', at: noon(1) });

    assert.equal(await begin('worker-1', one), false);
    assert.equal(await begin('worker-1', other), false);
    for (const { id } of all.places) assert.equal(await stores().turns.enter(id), true);
  });

  it('many at once are all told what holds for each', async () => {
    const all = await told(40);
    const claimed = await claim('worker-1', all);

    const begun = await Promise.all(
      claimed.map((delivery, index) => begin(`worker-${String((index % 2) + 1)}`, delivery)),
    );

    assert.deepEqual(
      begun,
      claimed.map((_, index) => index % 2 === 0),
    );
  });
});

onEveryStore('settled deliveries', (stores) => {
  const { told, toldMore, changed, claim, begin, settle, send, report } = sending(stores);

  it('that were sent, failed or skipped are never claimed again', async () => {
    const all = await told(3);
    const [one, other, last] = await claim('worker-1', all);

    assert.equal(await settle('worker-1', one, arrived), true);
    assert.equal(await settle('worker-1', other, blocked), true);
    assert.equal(await settle('worker-1', last, { kind: 'skipped', reason: 'not-needed' }), true);

    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
    const { sent, failed, skipped } = await report(all);
    assert.deepEqual(
      { sent, failed, skipped },
      { sent: 1, failed: { blocked: 1 }, skipped: { 'not-needed': 1 } },
    );
  });

  it('to be tried again are claimed when they are due, with the tries counted', async () => {
    const all = await told(1);
    const [first] = await claim('worker-1', all);
    await settle('worker-1', first, again(30));
    const [second] = await claim('worker-2', all, { now: 30 });
    await settle('worker-2', second, again(60, { missed: false }));
    const [third] = await claim('worker-2', all, { now: 60 });

    assert.deepEqual([second?.attempts, second?.misses], [1, 1]);
    assert.deepEqual([third?.attempts, third?.misses], [2, 1]);
    assert.equal(third?.doubtful, false);
  });

  it('that were not tried do not count as tried', async () => {
    const all = await told(1);
    const [first] = await claim('worker-1', all);
    await settle('worker-1', first, again(30, { missed: false, untried: true }));

    const [second] = await claim('worker-1', all, { now: 30 });

    assert.deepEqual([second?.attempts, second?.misses], [0, 0]);
  });

  it('that tell what is over are cancelled, and a copy that is there stays sent', async () => {
    const all = await told(2);
    const [one, other] = await claim('worker-1', all);
    await send('worker-1', one);
    await settle('worker-1', other, { kind: 'cancelled' });
    await changed(all, 60);
    const [edit] = await claim('worker-1', all, { now: 61 });
    await settle('worker-1', edit, { kind: 'cancelled' });

    const { sent, cancelled, edits } = await report(all);
    assert.deepEqual({ sent, cancelled }, { sent: 1, cancelled: 1 });
    assert.deepEqual(edits.failed, { cancelled: 1 });
    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
  });

  it('that may have arrived count as possibly twice once they are sent, and never before', async () => {
    const all = await told(2);
    const [one, other] = await claim('worker-1', all);
    await settle('worker-1', one, again(30, { doubtful: true }));
    await settle('worker-1', other, again(40, { doubtful: true }));
    assert.equal((await report(all)).possiblyTwice, 0);

    const [retried] = await claim('worker-1', all, { now: 30 });
    assert.equal(retried?.doubtful, true);
    await send('worker-1', retried, 31);
    const [failing] = await claim('worker-1', all, { now: 40 });
    await settle('worker-1', failing, blocked);

    const { sent, possiblyTwice, failed } = await report(all);
    assert.deepEqual({ sent, possiblyTwice, failed }, { sent: 1, possiblyTwice: 1, failed: { blocked: 1 } });
  });

  it('that were put off are held, without a try, until they are due', async () => {
    const all = await told(1);
    const [first] = await claim('worker-1', all);
    await settle('worker-1', first, { kind: 'held', due: noon(3600) });

    assert.deepEqual(await claim('worker-1', all, { now: 3599 }), []);
    assert.equal((await report(all)).waiting, 1);
    const [second] = await claim('worker-1', all, { now: 3600 });

    assert.deepEqual(second?.task, { kind: 'send', held: true });
    assert.equal(second.attempts, 0);
  });

  it('free their place, whatever became of them', async () => {
    const all = await told(5);
    const outcomes = [
      arrived,
      blocked,
      { kind: 'skipped', reason: 'not-needed' },
      { kind: 'held', due: noon(60) },
      again(60),
    ] as const;
    const claimed = await claim('worker-1', all);

    for (const [index, outcome] of outcomes.entries()) await settle('worker-1', claimed[index], outcome);

    for (const { id } of all.places) assert.equal(await stores().turns.enter(id), true);
  });

  it('stay as their successor wrote them when a worker was too slow', async () => {
    const all = await told(1);
    const [slow] = await claim('worker-1', all, { now: 0, lease: 0.05 });
    const [taken] = await takenOver(all);

    assert.equal(await settle('worker-1', slow, blocked), false);
    assert.equal((await report(all)).sending, 1);
    assert.equal(await stores().turns.enter(idOf(all.places[0])), false);
    assert.equal(await settle('worker-2', taken, arrived), true);
    assert.equal(await settle('worker-1', slow, blocked), false);

    const { sent, failed } = await report(all);
    assert.deepEqual({ sent, failed }, { sent: 1, failed: {} });
  });

  it('count late as long as nobody else has claimed them, and leave the place to whom it belongs by then', async () => {
    const all = await told(1);
    const place = idOf(all.places[0]);
    const [slow] = await claim('worker-1', all, { now: 0, lease: 0.05 });
    while (!(await stores().turns.enter(place)));

    assert.equal(await settle('worker-1', slow, arrived, 120), true);

    assert.equal((await report(all)).sent, 1);
    assert.equal(await stores().turns.enter(place), false);
  });

  it('are not settled a second time', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all);

    const settled = await Promise.all([
      settle('worker-1', claimed, arrived),
      settle('worker-1', claimed, blocked),
    ]);

    assert.deepEqual(settled, [true, false]);
    assert.deepEqual((await report(all)).failed, {});
  });

  it('were claimed by who settles them', async () => {
    const { announcement, places, ...all } = await told(1);
    const ref = { announcement: announcement.id, place: idOf(places[0]), worker: 'worker-1' };

    assert.equal(await stores().deliveries.settle({ ...ref, at: noon(), outcome: arrived }), false);
    assert.equal(await stores().deliveries.begin({ ...ref, now: noon() }), false);
    assert.equal((await claim('worker-1', all)).length, 1);
  });

  it('that were begun when the place was parked are skipped, if they would be tried again', async () => {
    const all = await told(1);
    const [claimed] = await claim('worker-1', all);
    await begin('worker-1', claimed);
    await stores().places.park({ place: idOf(all.places[0]), reason: 'blocked', at: noon(1) });
    assert.equal((await report(all)).sending, 1);

    assert.equal(await settle('worker-1', claimed, again(30)), true);

    assert.deepEqual((await report(all)).skipped, { blocked: 1 });
  });

  it('many at once are all written, each as it says', async () => {
    const all = await told(60);
    const claimed = await claim('worker-1', all);
    await Promise.all(claimed.map((delivery) => begin('worker-1', delivery)));

    const settled = await Promise.all(
      claimed.map((delivery, index) =>
        settle(
          'worker-1',
          delivery,
          index % 3 === 0 ? blocked : { ...arrived, message: `m-${String(index)}` },
        ),
      ),
    );

    assert.equal(settled.every(Boolean), true);
    const { sent, failed } = await report(all);
    assert.deepEqual({ sent, failed }, { sent: 40, failed: { blocked: 20 } });
  });

  it('of one announcement leave those of another as they are', async () => {
    const all = await told(1);
    const more = await toldMore(all);
    const [first] = await claim('worker-1', all);

    await send('worker-1', first);

    const reports = [await report(all), await report({ announcement: more })];
    assert.deepEqual(reports.map(({ sent, waiting }) => [sent, waiting]).sort(), [
      [0, 1],
      [1, 0],
    ]);
  });

  /** By `worker-2`, once the first lease has run out and the conversation with it. */
  async function takenOver(all: { tenant: string }): Promise<readonly ClaimedDelivery[]> {
    for (;;) {
      const taken = await claim('worker-2', all, { now: 60 });
      if (taken.length > 0) return taken;
    }
  }
});

onEveryStore('copies that are out of date', (stores) => {
  const { told, changed, claim, begin, settle, send, report } = sending(stores);

  it('are to be edited, after what is sent at the same time', async () => {
    const all = await told(2);
    const [one] = await claim('worker-1', all, { limit: 1 });
    await send('worker-1', one);
    await changed(all, 60);

    const [first] = await claim('worker-1', all, { now: 60 });
    const [second] = await claim('worker-1', all, { now: 61 });

    assert.equal(first?.task.kind, 'send');
    assert.equal(first.revision, 1);
    assert.deepEqual(second?.task, { kind: 'edit', message: `message in ${idOf(one?.place)}` });
    assert.deepEqual([second.revision, second.attempts, second.misses], [1, 0, 0]);
    const { sent, edits } = await report(all);
    assert.deepEqual({ sent, edits }, { sent: 1, edits: { intended: 1, edited: 0, waiting: 1, failed: {} } });
  });

  it('are edited once for all that changed until then', async () => {
    const all = await postedTo(1);
    await changed(all, 60);
    await changed(all, 70);
    const [edit] = await claim('worker-1', all, { now: 80 });
    assert.equal(edit?.revision, 2);

    await begin('worker-1', edit, 80);
    assert.equal(await settle('worker-1', edit, { kind: 'done', revision: 2 }), true);

    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
    assert.deepEqual((await report(all)).edits, { intended: 1, edited: 1, waiting: 0, failed: {} });
  });

  it('are edited again when something changed while they were sent or edited', async () => {
    const all = await told(1);
    const [sent] = await claim('worker-1', all);
    await begin('worker-1', sent);
    await changed(all, 5);
    await settle('worker-1', sent, arrived, 6);
    const [first] = await claim('worker-1', all, { now: 6 });
    assert.equal(first?.task.kind, 'edit');
    await begin('worker-1', first, 6);
    await changed(all, 7);
    await settle('worker-1', first, { kind: 'done', revision: 1 }, 8);

    const [second] = await claim('worker-1', all, { now: 8 });

    assert.deepEqual([second?.task.kind, second?.revision], ['edit', 2]);
    assert.equal((await report(all)).edits.waiting, 1);
  });

  it('stay with the worker that edits them when something changes meanwhile', async () => {
    const all = await postedTo(1);
    await changed(all, 60);
    const [edit] = await claim('worker-1', all, { now: 61 });
    await changed(all, 62);

    assert.deepEqual(await claim('worker-2', all, { now: 70 }), []);
    assert.equal(await begin('worker-1', edit, 70), true);
    assert.equal(await settle('worker-1', edit, { kind: 'done', revision: 1 }, 71), true);

    assert.equal((await claim('worker-2', all, { now: 71 }))[0]?.revision, 2);
  });

  it('that were posted without a message id cannot be edited', async () => {
    const all = await told(2);
    const [before, after] = await claim('worker-1', all);
    await settle('worker-1', before, { kind: 'done', revision: 0 });
    assert.equal((await report(all)).edits.intended, 0);
    await begin('worker-1', after);

    await changed(all, 60);
    await settle('worker-1', after, { kind: 'done', revision: 0 });

    assert.deepEqual((await report(all)).edits.failed, { 'no-message-id': 2 });
    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
  });

  it('are tried again, or not any more, and stay sent', async () => {
    const all = await postedTo(2);
    await changed(all, 60);
    const [one, other] = await claim('worker-1', all, { now: 61 });
    await settle('worker-1', one, again(90, { doubtful: true }));
    await settle('worker-1', other, { kind: 'failed', reason: 'message-gone' });

    const [retried] = await claim('worker-1', all, { now: 90 });

    assert.deepEqual([retried?.attempts, retried?.misses, retried?.doubtful], [1, 1, false]);
    const { sent, possiblyTwice, edits } = await report(all);
    assert.deepEqual({ sent, possiblyTwice }, { sent: 2, possiblyTwice: 0 });
    assert.deepEqual(edits, { intended: 2, edited: 0, waiting: 1, failed: { 'message-gone': 1 } });
  });

  it('whose message is gone are left alone when something changes again', async () => {
    const all = await postedTo(1);
    await changed(all, 60);
    const [edit] = await claim('worker-1', all, { now: 61 });
    await settle('worker-1', edit, { kind: 'failed', reason: 'message-gone' });

    await changed(all, 70);

    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
    assert.deepEqual((await report(all)).edits.failed, { 'message-gone': 1 });
  });

  it('in a place that cannot be reached are not edited, then and later', async () => {
    const all = await postedTo(2);
    const [one, other] = all.places;
    await stores().places.park({ place: idOf(one), reason: 'blocked', at: noon(50) });
    await changed(all, 60);
    await stores().places.park({ place: idOf(other), reason: 'uninstalled', at: noon(70) });

    assert.deepEqual(await claim('worker-1', all, { now: 86_400 }), []);
    const { sent, edits } = await report(all);
    assert.equal(sent, 2);
    assert.deepEqual(edits, { intended: 2, edited: 0, waiting: 0, failed: { blocked: 1, uninstalled: 1 } });
  });

  async function postedTo(size: number) {
    const all = await told(size);
    for (const delivery of await claim('worker-1', all)) await send('worker-1', delivery);
    return all;
  }
});

onEveryStore('a delivery that a later one overtakes', (stores) => {
  const { told, published, reminded, claim, settle } = sending(stores);

  it('is one about the same draft, at the same place, that waits, is on its way or was sent', async () => {
    const { deliveries } = stores();
    const all = await told(2, 0, { address: { scope: 'personal' } });
    const earlier = { announcement: all.announcement.id, place: idOf(all.places[0]) };
    assert.equal(await deliveries.isSuperseded(earlier), false);

    const later = await reminded(all, 60);

    assert.equal(await deliveries.isSuperseded(earlier), true);
    assert.equal(await deliveries.isSuperseded({ ...earlier, announcement: later }), false);
    assert.equal(await deliveries.isSuperseded({ ...earlier, place: 'nowhere' as PlaceId }), false);
  });

  it('is none when the later one was not sent there', async () => {
    const { deliveries } = stores();
    const all = await told(1, 0, { address: { scope: 'personal' } });
    const [first] = await claim('worker-1', all);
    await settle('worker-1', first, { kind: 'held', due: noon(3600) });
    await reminded(all, 60);
    const [reminder] = await claim('worker-1', all, { now: 60 });

    await settle('worker-1', reminder, { kind: 'skipped', reason: 'not-needed' });

    const held = { announcement: all.announcement.id, place: idOf(all.places[0]) };
    assert.equal(await deliveries.isSuperseded(held), false);
  });

  it('is none of another draft', async () => {
    const { deliveries } = stores();
    const all = await told(1);
    const { announcement } = await published(aDraft(all.draft.charter, { number: 2, publishedAt: noon(60) }));

    const earlier = { announcement: all.announcement.id, place: idOf(all.places[0]) };

    assert.equal(await deliveries.isSuperseded(earlier), false);
    assert.equal(await deliveries.isSuperseded({ ...earlier, announcement: announcement.id }), false);
  });
});

function idOf(place: Place | undefined): PlaceId {
  if (!place) throw new Error('There is no such place.');
  return place.id;
}

function idsOf(claimed: readonly ClaimedDelivery[]): readonly PlaceId[] {
  return claimed.map(({ place }) => place.id).sort();
}
