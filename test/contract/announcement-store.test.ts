import assert from 'node:assert/strict';

import type { Settlement } from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Address, Place } from '../../src/domain/place.js';
import { aCharter, aDraft, anAnnouncement, aPlace, aPublication, claimAll, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('announcements', (stores) => {
  it('an announcement is found again, with its draft where it has one', async () => {
    const { announcements, drafts } = stores();
    const publication = aPublication(aDraft(unique('charter') as CharterName));
    const charter = aCharter();
    const bare = anAnnouncement(charter.name);

    await drafts.publish(publication);
    await drafts.publish({ charter, announcement: bare });

    assert.deepEqual(await announcements.find(publication.announcement.id), publication.announcement);
    assert.deepEqual(await announcements.find(bare.id), bare);
    assert.equal(await announcements.find('nothing' as AnnouncementId), undefined);
  });

  it('the newest come first, and no more than asked for', async () => {
    const { announcements, drafts } = stores();
    const charter = aCharter();
    const made = [1, 3, 2].map((seconds) => anAnnouncement(charter.name, { at: noon(seconds) }));
    for (const announcement of made) await drafts.publish({ charter, announcement });

    const latest = await announcements.latest({ charter: charter.name, limit: 2 });

    assert.deepEqual(latest, [made[1], made[2]]);
  });

  it('the report adds up to what was intended, in every state', async () => {
    const { announcements } = stores();
    const outcomes: readonly Settlement[] = [
      { state: 'sent', message: 'message-1' },
      { state: 'sent' },
      { state: 'waiting', due: noon(600), countsAsAttempt: true },
      { state: 'failed', reason: 'blocked' },
      { state: 'failed', reason: 'blocked' },
      { state: 'failed', reason: 'deleted' },
      { state: 'skipped', reason: 'draft-not-open' },
    ];
    const announcement = await settledAnnouncement([...outcomes, undefined], {});

    const report = await announcements.report(announcement);

    assert.deepEqual(report, {
      intended: 8,
      sent: 2,
      waiting: 1,
      sending: 1,
      failed: { blocked: 2, deleted: 1 },
      skipped: { 'draft-not-open': 1 },
    });
  });

  it('an announcement that is not there was intended for nobody', async () => {
    const report = await stores().announcements.report('nothing' as AnnouncementId);

    assert.deepEqual(report, { intended: 0, sent: 0, waiting: 0, sending: 0, failed: {}, skipped: {} });
  });

  it('places not reached are listed with the reason, personal chats without their name', async () => {
    const { announcements } = stores();
    const failed = { state: 'failed', reason: 'blocked' } as const;
    const group = await settledAnnouncement([failed], { name: 'Gardeners' });
    const nameless = await settledAnnouncement([{ state: 'skipped', reason: 'uninstalled' }], {});
    const chat = await settledAnnouncement([failed], { name: 'Ana', scope: 'personal' });

    const unreached = (announcement: AnnouncementId) => announcements.unreached({ announcement, limit: 10 });
    assert.deepEqual(await unreached(group), [{ name: 'Gardeners', scope: 'group', reason: 'blocked' }]);
    assert.deepEqual(await unreached(nameless), [{ scope: 'group', reason: 'uninstalled' }]);
    assert.deepEqual(await unreached(chat), [{ scope: 'personal', reason: 'blocked' }]);
  });

  it('of places not reached no more are listed than asked for, and none that was reached', async () => {
    const { announcements } = stores();
    const failed = { state: 'failed', reason: 'blocked' } as const;
    const announcement = await settledAnnouncement([failed, { state: 'sent' }, failed, failed], {});

    assert.equal((await announcements.unreached({ announcement, limit: 2 })).length, 2);
    assert.equal((await announcements.unreached({ announcement, limit: 10 })).length, 3);
  });

  /** One place for each outcome; those without one are still being sent. */
  async function settledAnnouncement(
    outcomes: readonly (Settlement | undefined)[],
    { name, scope = 'group' }: { name?: string; scope?: Address['scope'] },
  ): Promise<AnnouncementId> {
    const { deliveries, drafts, places } = stores();
    const charter = unique('charter') as CharterName;
    const made: Place[] = outcomes.map(() =>
      aPlace({ ...(name === undefined ? {} : { name }), address: { scope } }),
    );
    for (const place of made) {
      await places.note({ ...place, at: noon() });
      await places.subscribe({ place: place.id, charter, state: 'active', at: noon() });
    }
    const { announcement, ...publication } = aPublication(aDraft(charter));
    await drafts.publish({ announcement, ...publication });
    await claimAll(stores(), announcement.id);
    for (const [index, outcome] of outcomes.entries()) {
      const place = made[index]?.id;
      if (!outcome || !place) continue;
      await deliveries.settle({
        announcement: announcement.id,
        place,
        worker: 'claims-all',
        at: noon(1),
        outcome,
      });
    }
    return announcement.id;
  }
});
