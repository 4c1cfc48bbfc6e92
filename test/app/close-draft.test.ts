import assert from 'node:assert/strict';

import type { LocalTime } from '../../src/app/intent.js';
import { keepAppointments } from '../../src/app/keep-appointments.js';
import type { Announcement } from '../../src/domain/announcement.js';
import type { Draft, DraftState } from '../../src/domain/draft.js';
import type { TimeOfDay } from '../../src/domain/place.js';
import { aCommunity, garden, said, viewed, whatOf, type Community } from './community.js';
import { aPost } from './posts.js';

const about = { charter: garden };

describe('Ending a draft and opening it again', () => {
  let community: Community;
  let draft: Draft;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59Z', timeZone: 'Europe/Berlin' });
    draft = await community.publish(aPost());
    community.setClock('2026-10-20T10:00Z');
  });
  afterEach(() => community.stop());

  const stateOf = async (): Promise<DraftState | undefined> =>
    (await community.ports.drafts.find(draft.id))?.state;
  const planned = async () => {
    const view = viewed('appointments', await community.askOne({ kind: 'appointments' }));
    return view.appointments.map(({ kind, at, number }) => `${kind} ${at} ${String(number)}`);
  };
  const closeAt = (time: string) =>
    community.askOne({ kind: 'close', about, confirmed: false, at: at(time) });
  const keepAt = (now: string) => {
    community.setClock(now);
    return keepAppointments(community.ports);
  };
  const announced = async (): Promise<readonly Announcement['kind'][]> =>
    (await community.ports.announcements.latest({ charter: garden, limit: 10 }))
      .map(({ kind }) => kind)
      .reverse();
  const closesAt = async () => (await community.ports.drafts.find(draft.id))?.closesAt;
  const statusCloses = async () =>
    viewed('status', await community.askOne({ kind: 'status' })).charters[0]?.closes;

  it('says of no value that it was not answered once nothing can be answered any more', async () => {
    const before = viewed('charter', await community.askOne({ kind: 'values', about }));
    await community.askOne({ kind: 'close', about, confirmed: true });

    const after = viewed('charter', await community.askOne({ kind: 'values', about }));

    assert.equal(before.answers?.size, 0);
    assert.equal(after.answers, undefined);
  });

  it('asks before it closes, with the zone in which a time is meant', async () => {
    const question = viewed('confirm', await community.askOne({ kind: 'close', about, confirmed: false }));

    assert.equal(question.what, 'close');
    assert.equal(question.timeZone, 'Europe/Berlin');
    assert.equal(question.planned, undefined);
    assert.equal(await stateOf(), 'open');
    assert.equal(whatOf(await community.askOne({ kind: 'close', about, confirmed: true })), 'closed-now');
    assert.equal(await stateOf(), 'closed');
    assert.equal(whatOf(await community.askOne({ kind: 'close', about, confirmed: true })), 'draft-closed');
  });

  for (const { time, closes, reminder } of [
    // The clock goes back in the night to the 25th: the reminder comes at the same time of day.
    { time: '2026-10-26 09:00', closes: '2026-10-26T08:00Z', reminder: '2026-10-24T07:00Z' },
    { time: '2026-10-24 09:00', closes: '2026-10-24T07:00Z', reminder: '2026-10-22T07:00Z' },
    { time: '2026-10-22 13:01', closes: '2026-10-22T11:01Z', reminder: '2026-10-20T11:01Z' },
    { time: '2026-10-22 13:00', closes: '2026-10-22T11:00Z', reminder: undefined },
    { time: '2026-10-20 12:30', closes: '2026-10-20T10:30Z', reminder: undefined },
  ]) {
    const when = reminder === undefined ? 'without a reminder' : `and reminds at ${reminder}`;
    it(`closes at ${time} in Berlin, ${closes}, ${when}`, async () => {
      const timeZone = 'Europe/Berlin';
      const moment = (instant: string) => ({ at: new Date(instant).toISOString(), timeZone });

      const view = await closeAt(time);

      assert.deepEqual(said(view), {
        what: 'planned',
        appointment: 'close',
        at: moment(closes),
        ...(reminder === undefined ? {} : { reminder: moment(reminder) }),
      });
      assert.deepEqual(await statusCloses(), moment(closes));
      assert.equal((await planned()).length, reminder === undefined ? 1 : 2);
      if (reminder !== undefined) {
        await keepAt(reminder);
        assert.deepEqual(await announced(), ['published', 'reminder']);
      }
      await keepAt(new Date(Date.parse(closes) - 1).toISOString());
      assert.equal(await stateOf(), 'open');
      assert.equal(await keepAt(closes), 1);
      assert.equal(await stateOf(), 'closed');
      assert.deepEqual(await planned(), []);
      assert.equal(await statusCloses(), undefined);
    });
  }

  it('shows the time that stands when it asks, and replaces it with its reminder', async () => {
    await closeAt('2026-10-30 09:00');
    const question = viewed('confirm', await community.askOne({ kind: 'close', about, confirmed: false }));
    assert.deepEqual(question.planned, { at: '2026-10-30T08:00:00.000Z', timeZone: 'Europe/Berlin' });

    await closeAt('2026-11-30 09:00');
    assert.deepEqual(await planned(), [
      'remind 2026-11-28T08:00:00.000Z 1',
      'close 2026-11-30T08:00:00.000Z 1',
    ]);

    await closeAt('2026-10-21 09:00');
    assert.deepEqual(await planned(), ['close 2026-10-21T07:00:00.000Z 1']);
    assert.equal(await closesAt(), '2026-10-21T07:00:00.000Z');
  });

  it('says so when a time cannot be, and leaves the one that stands', async () => {
    await closeAt('2026-10-30 09:00');

    assert.equal(whatOf(await closeAt('2026-10-20 09:00')), 'time-past');
    assert.equal(whatOf(await closeAt('2026-02-29 09:00')), 'time-unreadable');
    const unreadable = { kind: 'close', about, confirmed: true, at: 'unreadable' } as const;
    assert.equal(whatOf(await community.askOne(unreadable)), 'time-unreadable');
    assert.equal(await closesAt(), '2026-10-30T08:00:00.000Z');
    assert.equal(await stateOf(), 'open');
  });

  it('takes back a closing with its reminder, or the reminder alone', async () => {
    const cancel = (appointment: 'close' | 'remind') =>
      community.askOne({ kind: 'cancel-appointment', appointment });
    await closeAt('2026-10-30 09:00');

    assert.deepEqual(said(await cancel('remind')), { what: 'appointment-cancelled', appointment: 'remind' });
    assert.deepEqual(await planned(), ['close 2026-10-30T08:00:00.000Z 1']);
    await closeAt('2026-10-30 09:00');
    assert.deepEqual(said(await cancel('close')), { what: 'appointment-cancelled', appointment: 'close' });

    assert.deepEqual(await planned(), []);
    assert.equal(await closesAt(), undefined);
    assert.deepEqual(said(await cancel('close')), { what: 'no-appointment', appointment: 'close' });
    assert.equal(await keepAt('2026-11-30T10:00Z'), 0);
    assert.equal(await stateOf(), 'open');
  });

  it('forgets what was planned for a draft that is closed, withdrawn or replaced before', async () => {
    const ends = [
      () => community.askOne({ kind: 'close', about, confirmed: true }),
      () => community.askOne({ kind: 'withdraw', about, confirmed: true }),
      () => community.publish(aPost({ values: ['Rest in winter'] })),
    ];
    for (const end of ends) {
      draft = await community.publish(aPost());
      await closeAt('2026-10-30 09:00');
      await end();
      assert.deepEqual(await planned(), []);
    }
  });

  it('closes once, however many look and whenever one of them dies', async () => {
    await closeAt('2026-10-20 13:00');
    community.setClock('2026-10-20T11:00Z');
    const { ports } = community;
    const kept = () => Promise.reject(new Error('the database is gone'));

    await Promise.all([
      keepAppointments({ ...ports, appointments: { ...ports.appointments, kept } }),
      keepAppointments(ports),
    ]);
    await community.askOne({ kind: 'reopen', about, confirmed: true });
    await keepAppointments(ports);

    assert.equal(await stateOf(), 'open', 'what was closed once is not closed again');
  });

  it('reminds once, even when the program ends before it noted that', async () => {
    await closeAt('2026-10-30 09:00');
    community.setClock('2026-10-28T08:00Z');
    const { ports } = community;
    const kept = () => Promise.reject(new Error('the database is gone'));

    await keepAppointments({ ...ports, appointments: { ...ports.appointments, kept } });
    await keepAppointments(ports);

    assert.deepEqual(await announced(), ['published', 'reminder']);
    assert.deepEqual(await planned(), ['close 2026-10-30T08:00:00.000Z 1']);
  });

  it('reminds nobody of a draft that is over by the time the program runs again', async () => {
    await closeAt('2026-10-30 09:00');

    assert.equal(await keepAt('2026-11-30T08:00Z'), 2);

    assert.deepEqual(await announced(), ['published']);
    assert.equal(await stateOf(), 'closed');
  });

  it('withdraws after asking, and says the same when it is pressed again', async () => {
    const withdraw = (confirmed: boolean) =>
      community.askOne({ kind: 'withdraw', about: { draft: draft.id }, confirmed });

    assert.equal(viewed('confirm', await withdraw(false)).what, 'withdraw');
    assert.equal(await stateOf(), 'open');
    assert.equal(whatOf(await withdraw(true)), 'withdrawn-now');
    assert.equal(await stateOf(), 'withdrawn');
    assert.equal(whatOf(await withdraw(true)), 'withdrawn-now');
    assert.equal(whatOf(await withdraw(false)), 'draft-withdrawn');
  });

  it('has nothing to withdraw, to reopen or to remind of where that cannot be', async () => {
    const ask = async (kind: 'withdraw' | 'reopen' | 'remind') =>
      whatOf(await community.askOne({ kind, about, confirmed: false }));
    assert.equal(await ask('reopen'), 'nothing-to-reopen');

    await community.askOne({ kind: 'close', about, confirmed: true });
    assert.equal(await ask('withdraw'), 'nothing-to-withdraw');
    assert.equal(await ask('remind'), 'nothing-to-remind');

    await community.stop();
    community = await aCommunity({ now: '2026-10-20T10:00Z' });
    await community.ask({ kind: 'import', charter: garden, source: aPost({ values: [] }) });
    await community.askOne({ kind: 'publish', charter: garden });
    assert.equal(await ask('withdraw'), 'nothing-to-withdraw');
    assert.equal(await ask('reopen'), 'nothing-to-reopen');
    assert.equal(await ask('remind'), 'nothing-to-remind');
  });

  it('opens a closed draft again after asking, tells whom it is to tell, and hides the results', async () => {
    await community.subscribe(community.member('bento'));
    await community.askOne({ kind: 'close', about, confirmed: true });
    const reopen = (confirmed: boolean) =>
      community.askOne({ kind: 'reopen', about, confirmed, audience: 'all' });

    assert.equal(viewed('confirm', await reopen(false)).what, 'reopen');
    assert.equal(await stateOf(), 'closed');
    const done = await reopen(true);

    const [newest] = await community.ports.announcements.latest({ charter: garden, limit: 1 });
    const expected = { what: 'reopened-now', intended: 1, announcement: newest?.id };
    assert.deepEqual(said(done), expected);
    assert.equal(newest?.kind, 'reopened');
    assert.equal(newest.audience, 'all');
    assert.equal(await stateOf(), 'open');
    const results = viewed('results', await community.askOne({ kind: 'results', about }));
    assert.equal(results.results, undefined);
    assert.deepEqual(said(await reopen(true)), expected, 'pressing twice is pressing once');
    assert.deepEqual(await announced(), ['published', 'reopened']);
    assert.equal(whatOf(await reopen(false)), 'nothing-to-reopen');
  });

  it('reminds after asking, once a day', async () => {
    const remind = (confirmed: boolean) => community.askOne({ kind: 'remind', about, confirmed });

    assert.equal(viewed('confirm', await remind(false)).what, 'remind');
    assert.deepEqual(await announced(), ['published']);
    const first = said(await remind(true));
    assert.deepEqual(said(await remind(true)), first);
    assert.deepEqual(await announced(), ['published', 'reminder']);
    const [reminder] = await community.ports.announcements.latest({ charter: garden, limit: 1 });
    assert.equal(reminder?.audience, 'affected');

    community.setClock('2026-10-20T22:00Z');
    assert.notDeepEqual(said(await remind(true)), first, 'in Berlin it is the next day');
    assert.deepEqual(await announced(), ['published', 'reminder', 'reminder']);
  });
});

function at(text: string): LocalTime {
  const [date = '', time = ''] = text.split(' ');
  return { date, time: time as TimeOfDay };
}
