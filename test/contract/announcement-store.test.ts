import assert from 'node:assert/strict';

import type { Settlement } from '../../src/app/ports.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { PlaceId, Scope } from '../../src/domain/place.js';
import { aCharter, aDraft, anAnnouncement, aPlace, aPublication, noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { again, arrived, blocked, sending, type Told } from './sending.js';

const noEdits = { intended: 0, edited: 0, waiting: 0, failed: {} };
const skipped = { kind: 'skipped', reason: 'not-needed' } as const;

onEveryStore('announcements', (stores) => {
  const { told, subscribed, claim, settle, report } = sending(stores);

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
    const outcomes: readonly Settlement[] = [
      { kind: 'done', revision: 0, message: 'message-1' },
      { kind: 'done', revision: 0 },
      again(600, { doubtful: true }),
      { kind: 'held', due: noon(600) },
      blocked,
      blocked,
      { kind: 'failed', reason: 'deleted' },
      { kind: 'skipped', reason: 'not-needed' },
    ];
    const told = await settledAnnouncement([...outcomes, undefined], {});

    assert.deepEqual(await report(told), {
      intended: 9,
      sent: 2,
      waiting: 2,
      sending: 1,
      failed: { blocked: 2, deleted: 1 },
      skipped: { 'not-needed': 1 },
      cancelled: 0,
      possiblyTwice: 0,
      edits: noEdits,
    });

    await stores().drafts.change({ draft: told.draft.id, from: 'open', to: 'withdrawn', at: noon(60) });

    const { waiting, sending: onTheirWay, cancelled, edits } = await report(told);
    assert.deepEqual({ waiting, onTheirWay, cancelled }, { waiting: 0, onTheirWay: 0, cancelled: 3 });
    assert.deepEqual(edits, { intended: 2, edited: 0, waiting: 1, failed: { 'no-message-id': 1 } });
  });

  it('an announcement that is not there was intended for nobody', async () => {
    const report = await stores().announcements.report('nothing' as AnnouncementId);

    assert.deepEqual(report, {
      intended: 0,
      sent: 0,
      waiting: 0,
      sending: 0,
      failed: {},
      skipped: {},
      cancelled: 0,
      possiblyTwice: 0,
      edits: noEdits,
    });
  });

  it('places not reached are listed with the reason, personal chats without their name', async () => {
    const { announcements } = stores();
    const group = await settledAnnouncement([blocked], { name: 'Gardeners' });
    const nameless = await settledAnnouncement([skipped], {});
    const chat = await settledAnnouncement([blocked], { name: 'Ana', scope: 'personal' });

    const unreached = ({ announcement }: Told) =>
      announcements.unreached({ announcement: announcement.id, limit: 10 });
    assert.deepEqual(await unreached(group), [{ name: 'Gardeners', scope: 'group', reason: 'blocked' }]);
    assert.deepEqual(await unreached(nameless), [{ scope: 'group', reason: 'not-needed' }]);
    assert.deepEqual(await unreached(chat), [{ scope: 'personal', reason: 'blocked' }]);
  });

  it('of places not reached no more are listed than asked for, and none that was reached', async () => {
    const { announcements } = stores();
    const { announcement } = await settledAnnouncement([blocked, arrived, blocked, blocked], {});
    const listed = (limit: number) => announcements.unreached({ announcement: announcement.id, limit });

    assert.equal((await listed(2)).length, 2);
    assert.equal((await listed(10)).length, 3);
  });

  it('personal chats are listed by reason, so that none is found again by where it stands', async () => {
    const { announcements } = stores();
    const outcomes = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? blocked : skipped));
    const { announcement } = await settledAnnouncement(outcomes, { scope: 'personal' });

    const listed = await announcements.unreached({ announcement: announcement.id, limit: 12 });

    assert.deepEqual(
      listed.map(({ reason }) => reason),
      [...Array<string>(6).fill('blocked'), ...Array<string>(6).fill('not-needed')],
    );
  });

  it('the whole report is told place by place, in the order of names, persons only counted', async () => {
    const { announcements, drafts } = stores();
    const charter = unique('charter') as CharterName;
    const tenant = unique('tenant');
    const inPlace = (scope: Scope, name?: string) =>
      subscribed(aPlace({ ...(name === undefined ? {} : { name }), address: { tenant, scope } }), charter);
    const gardeners = await inPlace('channel', 'Gardeners');
    const bakers = await inPlace('group', 'bakers');
    for (const name of [undefined, undefined]) await inPlace('group', name);
    for (const name of ['Ana', 'Bo', 'Cy']) await inPlace('personal', name);
    const publication = aPublication(aDraft(charter));
    await drafts.publish(publication);
    const { id } = publication.announcement;
    const claimed = await claim('worker-1', { tenant });
    const one = (place: PlaceId) => claimed.find((each) => each.place.id === place);
    await settle('worker-1', one(bakers), again(0, { doubtful: true }));
    await settle('worker-1', one(gardeners), blocked);
    const [retried] = await claim('worker-1', { tenant }, { now: 1 });
    await settle('worker-1', retried, { kind: 'done', revision: 0 });
    await drafts.setClosing({ draft: publication.draft.id, closesAt: noon(3600), at: noon(60) });

    const sendingStill = { state: 'sending', possiblyTwice: false } as const;
    assert.deepEqual(await announcements.places(id), [
      {
        name: 'Gardeners',
        scope: 'channel',
        state: 'failed',
        reason: 'blocked',
        possiblyTwice: false,
        count: 1,
      },
      {
        ...{ name: 'bakers', scope: 'group', state: 'sent', possiblyTwice: true, count: 1 },
        ...{ edit: 'failed', editReason: 'no-message-id' },
      },
      { scope: 'group', ...sendingStill, count: 2 },
      { scope: 'personal', ...sendingStill, count: 3 },
    ]);
    assert.deepEqual(await announcements.places('nothing' as AnnouncementId), []);
  });

  it('what failed is sent again to those who did not get it, and to nobody else', async () => {
    const { announcements } = stores();
    const told = await settledAnnouncement(
      [blocked, again(600, { doubtful: true }), { kind: 'done', revision: 0, message: 'm' }, skipped],
      {},
    );
    const doubted = await claim('worker-1', told, { now: 600 });
    for (const delivery of doubted) await settle('worker-1', delivery, { kind: 'failed', reason: 'late' });

    const count = await announcements.retry({ announcement: told.announcement.id, at: noon(700) });

    assert.equal(count, 2);
    const claimed = await claim('worker-1', told, { now: 700 });
    assert.deepEqual(claimed.map(({ attempts, misses, doubtful }) => [attempts, misses, doubtful]).sort(), [
      [0, 0, false],
      [0, 0, true],
    ]);
    for (const delivery of claimed) await settle('worker-1', delivery, { kind: 'done', revision: 0 });
    const { sent, failed, possiblyTwice } = await report(told);
    assert.deepEqual({ sent, failed, possiblyTwice }, { sent: 3, failed: {}, possiblyTwice: 1 });
    assert.equal(await announcements.retry({ announcement: told.announcement.id, at: noon(800) }), 0);
  });

  it('edits that failed are tried again, where there is a message to edit', async () => {
    const { announcements, drafts } = stores();
    const done = { kind: 'done', revision: 0, message: 'm' } as const;
    const told = await settledAnnouncement([done, done, { kind: 'done', revision: 0 }], {});
    await drafts.setClosing({ draft: told.draft.id, closesAt: noon(3600), at: noon(60) });
    const [one, other] = await claim('worker-1', told, { now: 70 });
    await settle('worker-1', one, { kind: 'failed', reason: 'refused' });
    await settle('worker-1', other, { kind: 'failed', reason: 'message-gone' });

    assert.equal(await announcements.retry({ announcement: told.announcement.id, at: noon(80) }), 1);

    const claimed = await claim('worker-1', told, { now: 80 });
    assert.deepEqual(
      claimed.map(({ place, task }) => [place.id, task.kind]),
      [[one?.place.id, 'edit']],
    );
    const { edits } = await report(told);
    const failed = { 'message-gone': 1, 'no-message-id': 1 };
    assert.deepEqual(edits, { intended: 3, edited: 0, waiting: 1, failed });
  });

  it('what failed in a place that cannot be reached is not tried again until it can', async () => {
    const { announcements, places } = stores();
    const told = await settledAnnouncement([blocked], {});
    const [place] = told.places;
    if (!place) throw new Error('There is one place.');
    const retry = () => announcements.retry({ announcement: told.announcement.id, at: noon(80) });

    await places.park({ place: place.id, reason: 'blocked', at: noon(60) });
    assert.equal(await retry(), 0);

    await places.note({ ...place, at: noon(70) });
    assert.equal(await retry(), 1);
  });

  it('an announcement about a draft is told to those who subscribe, once', async () => {
    const { announcements } = stores();
    const told = await settledAnnouncement([undefined, undefined], {});
    const more = { draft: told.draft.id, at: noon(60), audience: 'affected' } as const;
    const reopened = anAnnouncement(told.draft.charter, { kind: 'reopened', ...more });

    assert.equal(await announcements.announce(reopened), 2);
    assert.equal(await announcements.announce(reopened), 0);

    assert.deepEqual(await announcements.find(reopened.id), reopened);
    assert.equal((await report({ announcement: reopened })).waiting, 2);
  });

  it('a reminder is for personal chats only', async () => {
    const { announcements } = stores();
    const told = await settledAnnouncement([undefined], {});
    const chat = aPlace({ address: { tenant: told.tenant, scope: 'personal' } });
    await subscribed(chat, told.draft.charter);
    const more = { draft: told.draft.id, at: noon(60) } as const;
    const reminder = anAnnouncement(told.draft.charter, { kind: 'reminder', ...more });

    assert.equal(await announcements.announce(reminder), 1);

    const claimed = await claim('worker-1', told, { now: 60 });
    assert.deepEqual(
      claimed.map(({ place }) => place.id),
      [chat.id],
    );
  });

  /** One place for each outcome; those without one are still being sent. */
  async function settledAnnouncement(
    outcomes: readonly (Settlement | undefined)[],
    { name, scope = 'group' }: { name?: string; scope?: Scope },
  ): Promise<Told> {
    const all = await told(outcomes.length, 0, {
      ...(name === undefined ? {} : { name }),
      address: { scope },
    });
    const claimed = await claim('worker-1', all);
    for (const [index, outcome] of outcomes.entries())
      if (outcome) await settle('worker-1', claimed[index], outcome);
    return all;
  }
});
