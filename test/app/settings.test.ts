import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import type { Speaker } from '../../src/app/speaker.js';
import type { QuietHours } from '../../src/domain/place.js';
import { aCommunity, garden, pond, said, viewed, whatOf, type Community } from './community.js';
import { aPost } from './posts.js';

const night = { from: '20:00', until: '08:00' } as QuietHours;
const evening = { from: '18:00', until: '23:00' } as QuietHours;
/** A Sunday, half past one at night in Kathmandu; still Saturday in New York. */
const now = '2026-11-21T19:45:00.000Z';
const kathmandu = 'Asia/Kathmandu';

type PauseEnd = Extract<Intent, { kind: 'pause' }>['until'];

describe('the settings of a place', () => {
  let community: Community;
  let member: Speaker;
  let circle: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now });
    member = community.member('bento', { timeZone: kathmandu });
    circle = community.member('bento', { conversation: 'circle', scope: 'group' });
  });
  afterEach(() => community.stop());

  const settings = async (speaker: Speaker) =>
    viewed('settings', await community.askOne({ kind: 'settings' }, speaker));
  const pause = async (speaker: Speaker, until: NonNullable<PauseEnd>) =>
    said(await community.askOne({ kind: 'pause', until }, speaker));
  const wishesOf = ({ place }: Speaker) => community.ports.places.wishes(place.id);

  it('are those of a new place at first', async () => {
    assert.deepEqual(await settings(member), {
      kind: 'settings',
      scope: 'personal',
      subscribed: 'none',
      quiet: { hours: 'off', chosen: false },
      timeZone: kathmandu,
      today: '2026-11-22',
      contactsPerDraft: 3,
    });
    assert.deepEqual(await settings(circle), {
      kind: 'settings',
      scope: 'group',
      subscribed: 'none',
      timeZone: 'UTC',
      today: '2026-11-21',
    });
  });

  it('are shown where a pause or quiet hours are asked for and not said', async () => {
    for (const kind of ['pause', 'quiet'] as const) {
      for (const speaker of [member, circle]) {
        assert.deepEqual(await community.askOne({ kind }, speaker), await settings(speaker));
      }
    }
    assert.deepEqual(await wishesOf(member), {});
  });

  for (const [what, until, end] of [
    ['a day', { date: '2026-12-24' }, '2026-12-24T02:15:00.000Z'],
    ['today, where eight is still to come', { date: '2026-11-22' }, '2026-11-22T02:15:00.000Z'],
    ['the day so many days ahead of the one there', { days: 7 }, '2026-11-29T02:15:00.000Z'],
    ['a year ahead', { days: 366 }, '2027-11-23T02:15:00.000Z'],
  ] as const) {
    it(`are a pause until ${what}`, async () => {
      const notice = await pause(member, until);

      assert.deepEqual(notice, {
        what: 'paused',
        scope: 'personal',
        until: { at: end, timeZone: kathmandu },
      });
      assert.deepEqual(await wishesOf(member), { pausedUntil: end });
      assert.deepEqual((await settings(member)).pausedUntil, { at: end, timeZone: kathmandu });
    });
  }

  for (const [what, until, notice] of [
    ['what is no day', 'unreadable', { what: 'day-unreadable' }],
    ['a day that the calendar does not have', { date: '2026-02-30' }, { what: 'day-unreadable' }],
    ['a day that is over', { date: '2026-11-21' }, { what: 'time-past', timeZone: kathmandu }],
    ['a day more than a year ahead', { days: 367 }, { what: 'pause-too-long', timeZone: kathmandu }],
    ['a day that nobody will see', { date: '9999-12-31' }, { what: 'pause-too-long', timeZone: kathmandu }],
  ] as const) {
    it(`are no pause until ${what}`, async () => {
      await pause(member, { days: 2 });
      const before = await wishesOf(member);

      assert.deepEqual(await pause(member, until), notice);

      assert.deepEqual(await wishesOf(member), before);
    });
  }

  it('are no pause until eight o’clock of a day on which it has struck', async () => {
    community.setClock('2026-11-22T02:15:00.000Z');

    assert.equal(whatOf(await community.askOne({ kind: 'pause', until: { days: 0 } }, member)), 'time-past');
  });

  it('are a pause in a shared place by the clock of the community', async () => {
    assert.deepEqual(await pause(circle, { days: 1 }), {
      what: 'paused',
      scope: 'group',
      until: { at: '2026-11-22T08:00:00.000Z', timeZone: 'UTC' },
    });
  });

  it('are no pause any more when it is over, or ended', async () => {
    await pause(member, { days: 1 });
    community.setClock('2026-11-23T02:15:00.000Z');
    assert.equal((await settings(member)).pausedUntil, undefined);

    await pause(member, { days: 1 });
    for (const _twice of [1, 2]) {
      const resumed = await community.askOne({ kind: 'resume' }, member);
      assert.deepEqual(said(resumed), { what: 'resumed', scope: 'personal' });
      assert.deepEqual(await wishesOf(member), {});
    }
  });

  it('keep the quiet hours when a pause begins and ends, and the pause when hours change', async () => {
    await community.askOne({ kind: 'quiet', hours: night }, member);
    await pause(member, { date: '2026-12-24' });
    await community.askOne({ kind: 'quiet', hours: evening }, member);
    assert.deepEqual(await wishesOf(member), {
      quietHours: evening,
      pausedUntil: '2026-12-24T02:15:00.000Z',
    });

    await community.askOne({ kind: 'resume' }, member);
    assert.deepEqual(await wishesOf(member), { quietHours: evening });
  });

  it('have quiet hours in a personal chat alone', async () => {
    const quiet = async (hours: Extract<Intent, { kind: 'quiet' }>['hours'], speaker = member) =>
      said(await community.askOne({ kind: 'quiet', hours: hours! }, speaker));

    assert.deepEqual(await quiet(night), { what: 'quiet-hours', hours: night, timeZone: kathmandu });
    assert.deepEqual((await settings(member)).quiet, { hours: night, chosen: true });
    assert.deepEqual(await quiet('unreadable'), { what: 'hours-unreadable' });
    assert.deepEqual((await settings(member)).quiet, { hours: night, chosen: true });
    assert.deepEqual(await quiet('off'), { what: 'quiet-hours', hours: 'off', timeZone: kathmandu });
    assert.deepEqual((await settings(member)).quiet, { hours: 'off', chosen: true });
    for (const hours of [night, 'off', 'unreadable'] as const) {
      assert.deepEqual(await quiet(hours, circle), { what: 'quiet-hours-shared' });
      assert.deepEqual(await wishesOf(circle), {});
    }
  });

  it('begin with the hours and the clock that the operator set for everybody', async () => {
    const manners = { contactsPerDraft: 5, timeZone: 'Europe/Berlin', quietHours: night };
    const other = await aCommunity({ now, manners });
    const stranger = other.member('chiara');

    const { quiet, timeZone, contactsPerDraft } = viewed(
      'settings',
      await other.askOne({ kind: 'settings' }, stranger),
    );

    assert.deepEqual(quiet, { hours: night, chosen: false });
    assert.deepEqual([timeZone, contactsPerDraft], ['Europe/Berlin', 5]);
    await other.askOne({ kind: 'quiet', hours: 'off' }, stranger);
    const changed = viewed('settings', await other.askOne({ kind: 'settings' }, stranger));
    assert.deepEqual(changed.quiet, { hours: 'off', chosen: true });
    await other.stop();
  });

  it('say what is heard: everything, some charters, or nothing', async () => {
    await community.publish(aPost(), garden);
    await community.publish(aPost(), pond);
    const heard = async () => (await settings(member)).subscribed;
    const change = (kind: 'subscribe' | 'unsubscribe', charter?: typeof garden) =>
      community.askOne({ kind, ...(charter === undefined ? {} : { charter }) }, member);

    assert.equal(await heard(), 'none');
    await change('subscribe', pond);
    assert.deepEqual(await heard(), [pond]);
    await change('subscribe');
    assert.equal(await heard(), 'all');
    await change('unsubscribe', garden);
    assert.deepEqual(await heard(), [pond]);
    await change('unsubscribe', pond);
    assert.equal(await heard(), 'none');
    await change('unsubscribe');
    assert.equal(await heard(), 'none');
  });

  it('are no pause for whoever subscribes', async () => {
    await community.publish(aPost(), garden);
    for (const charter of [undefined, garden]) {
      await pause(member, { days: 3 });

      await community.askOne({ kind: 'subscribe', ...(charter === undefined ? {} : { charter }) }, member);

      assert.deepEqual(await wishesOf(member), {});
    }
    await pause(member, { days: 3 });
    await community.askOne({ kind: 'unsubscribe' }, member);
    assert.ok((await wishesOf(member)).pausedUntil);
  });
});
