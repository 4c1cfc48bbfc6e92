import assert from 'node:assert/strict';

import type { ClaimedDelivery, Settlement } from '../../src/app/ports.js';
import type { Announcement } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { PlaceId } from '../../src/domain/place.js';
import { aDraft, aPlace, aPublication, claimAll, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('deliveries', (stores) => {
  afterEach(async () => {
    for (const { announcement, place } of await claimAll(stores())) {
      await settle('claims-all', { announcement, place: place.id }, { state: 'skipped', reason: 'over' });
    }
  });

  it('a claimed delivery comes with its announcement and its place', async () => {
    const { announcement, places } = await published(1);
    const [place] = places;

    const claimed = await claim('worker-1', {});

    assert.deepEqual(claimed, [{ announcement, place, attempts: 0 }]);
    assert.equal((await stores().announcements.report(announcement.id)).sending, 1);
  });

  it('claims no more than the limit and nothing twice', async () => {
    const { places } = await published(5);

    const first = await claim('worker-1', { limit: 3 });
    const second = await claim('worker-2', { limit: 3 });
    const third = await claim('worker-1', { limit: 3 });

    assert.deepEqual([first.length, second.length, third.length], [3, 2, 0]);
    const ids = [...first, ...second].map(({ place }) => place.id);
    assert.deepEqual(ids.sort(), places.map(({ id }) => id).sort());
  });

  it('claims nothing before it is due, and what is due first before the rest', async () => {
    const late = await published(2, 20);
    const early = await published(2, 10);

    assert.deepEqual(await claim('worker-1', { now: 9 }), []);
    const claimed = await claim('worker-1', { now: 30, limit: 3 });

    const of = ({ announcement: { id } }: typeof late) =>
      claimed.filter(({ announcement }) => announcement.id === id);
    assert.deepEqual([of(early).length, of(late).length], [2, 1]);
  });

  it('a sent delivery is never claimed again', async () => {
    const { announcement } = await published(1);
    const [claimed] = await claim('worker-1', {});

    assert.equal(await settle('worker-1', refOf(claimed), { state: 'sent', message: 'message-1' }), true);

    assert.deepEqual(await claim('worker-1', { now: 86_400 }), []);
    assert.equal((await stores().announcements.report(announcement.id)).sent, 1);
  });

  it('a failed or skipped delivery is never claimed again', async () => {
    await published(2);
    const [one, other] = await claim('worker-1', {});
    await settle('worker-1', refOf(one), { state: 'failed', reason: 'blocked' });
    await settle('worker-1', refOf(other), { state: 'skipped', reason: 'draft-not-open' });

    assert.deepEqual(await claim('worker-1', { now: 86_400 }), []);
  });

  it('a delivery to be tried again is claimed when it is due, with the tries counted', async () => {
    await published(1);
    const [first] = await claim('worker-1', {});
    await settle('worker-1', refOf(first), { state: 'waiting', due: noon(30), countsAsAttempt: true });

    assert.deepEqual(await claim('worker-2', { now: 29 }), []);
    const [second] = await claim('worker-2', { now: 30 });

    assert.equal(second?.attempts, 1);
  });

  it('a throttled try is not counted', async () => {
    await published(1);
    const [first] = await claim('worker-1', {});
    await settle('worker-1', refOf(first), { state: 'waiting', due: noon(30), countsAsAttempt: false });

    const [second] = await claim('worker-1', { now: 30 });

    assert.equal(second?.attempts, 0);
  });

  it('a delivery whose lease has run out is claimed by another worker, as a try that was made', async () => {
    await published(1);
    await claim('worker-1', { now: 0, lease: 60 });

    assert.deepEqual(await claim('worker-2', { now: 59 }), []);
    const [taken] = await claim('worker-2', { now: 60 });

    assert.equal(taken?.attempts, 1);
  });

  it('a worker that was too slow cannot overwrite what its successor wrote', async () => {
    const { announcement } = await published(1);
    const [slow] = await claim('worker-1', { now: 0, lease: 60 });
    const [taken] = await claim('worker-2', { now: 61 });

    assert.equal(await settle('worker-1', refOf(slow), { state: 'failed', reason: 'blocked' }), false);
    assert.equal((await stores().announcements.report(announcement.id)).sending, 1);
    assert.equal(await settle('worker-2', refOf(taken), { state: 'sent' }), true);
    assert.equal(await settle('worker-1', refOf(slow), { state: 'failed', reason: 'blocked' }), false);

    const { sent, failed } = await stores().announcements.report(announcement.id);
    assert.deepEqual({ sent, failed }, { sent: 1, failed: {} });
  });

  it('a late answer counts as long as nobody else has claimed the delivery', async () => {
    await published(1);
    const [slow] = await claim('worker-1', { now: 0, lease: 60 });

    assert.equal(await settle('worker-1', refOf(slow), { state: 'sent' }, 120), true);
  });

  it('a second settlement changes nothing', async () => {
    const { announcement } = await published(1);
    const [claimed] = await claim('worker-1', {});
    await settle('worker-1', refOf(claimed), { state: 'sent' });

    assert.equal(await settle('worker-1', refOf(claimed), { state: 'failed', reason: 'blocked' }), false);

    assert.deepEqual((await stores().announcements.report(announcement.id)).failed, {});
  });

  it('a worker that stops gives back only what it holds itself, at once and without a try', async () => {
    await published(4);
    const [sent] = await claim('worker-1', { limit: 1 });
    await settle('worker-1', refOf(sent), { state: 'sent' });
    const held = await claim('worker-1', { limit: 2 });
    await claim('worker-2', { limit: 1 });

    await stores().deliveries.release('worker-1');

    const claimed = await claim('worker-3', {});
    assert.deepEqual(ids(claimed), ids(held));
    assert.deepEqual(
      claimed.map(({ attempts }) => attempts),
      [0, 0],
    );
  });

  it('nobody can settle what was never claimed', async () => {
    const { announcement, places } = await published(1);
    const place = places[0]?.id ?? ('' as PlaceId);

    assert.equal(await settle('worker-1', { announcement, place }, { state: 'sent' }), false);
  });

  const ids = (claimed: readonly ClaimedDelivery[]) => claimed.map(({ place }) => place.id).sort();

  function refOf(claimed: ClaimedDelivery | undefined): { announcement: Announcement; place: PlaceId } {
    if (!claimed) throw new Error('Nothing was claimed.');
    return { announcement: claimed.announcement, place: claimed.place.id };
  }

  function claim(worker: string, { now = 0, lease = 600, limit = 100 }) {
    return stores().deliveries.claim({ worker, now: noon(now), leaseUntil: noon(now + lease), limit });
  }

  function settle(
    worker: string,
    { announcement, place }: { announcement: Announcement; place: PlaceId },
    outcome: Settlement,
    at = 1,
  ) {
    return stores().deliveries.settle({
      announcement: announcement.id,
      place,
      worker,
      at: noon(at),
      outcome,
    });
  }

  /** An announcement to places of its own, due after so many seconds. */
  async function published(size: number, seconds = 0) {
    const { drafts, places } = stores();
    const charter = unique('charter') as CharterName;
    const made = Array.from({ length: size }, () => aPlace({ name: 'Gardeners' }));
    for (const place of made) {
      await places.note({ ...place, at: noon() });
      await places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
    }
    const publication = aPublication(aDraft(charter, { publishedAt: noon(seconds) }));
    await drafts.publish(publication);
    return { announcement: publication.announcement, places: made };
  }
});
