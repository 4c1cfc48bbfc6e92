import assert from 'node:assert/strict';

import { compose } from '../../src/app/compose-draft.js';
import type { LocalTime } from '../../src/app/intent.js';
import { keepAppointments } from '../../src/app/keep-appointments.js';
import { facilitators, type Ports } from '../../src/app/ports.js';
import { publishAsPlanned } from '../../src/app/publish-draft.js';
import { respond } from '../../src/app/respond.js';
import type { TimeOfDay } from '../../src/domain/place.js';
import { aCommunity, garden, pond, said, viewed, whatOf, type Community } from './community.js';
import { aPost } from './posts.js';

interface Row {
  readonly zone: string;
  /** When it is planned. */
  readonly now: string;
  readonly time: string;
  /** The instant that is meant. */
  readonly meant: string;
}

/** On both sides of the changes of clock, and on the days of them. */
const times: readonly Row[] = [
  { zone: 'Europe/Berlin', now: '2026-10-20T10:00Z', time: '2026-10-24 09:00', meant: '2026-10-24T07:00Z' },
  { zone: 'Europe/Berlin', now: '2026-10-20T10:00Z', time: '2026-10-25 09:00', meant: '2026-10-25T08:00Z' },
  { zone: 'Europe/Berlin', now: '2026-10-20T10:00Z', time: '2026-10-26 09:00', meant: '2026-10-26T08:00Z' },
  { zone: 'Europe/Berlin', now: '2026-10-20T10:00Z', time: '2026-10-25 02:30', meant: '2026-10-25T00:30Z' },
  { zone: 'Europe/Berlin', now: '2027-03-20T10:00Z', time: '2027-03-27 09:00', meant: '2027-03-27T08:00Z' },
  { zone: 'Europe/Berlin', now: '2027-03-20T10:00Z', time: '2027-03-28 02:30', meant: '2027-03-28T01:30Z' },
  { zone: 'Europe/Berlin', now: '2027-03-20T10:00Z', time: '2027-03-29 09:00', meant: '2027-03-29T07:00Z' },
  {
    zone: 'America/New_York',
    now: '2026-10-20T10:00Z',
    time: '2026-11-02 09:00',
    meant: '2026-11-02T14:00Z',
  },
  { zone: 'America/Bogota', now: '2026-10-20T10:00Z', time: '2026-11-02 09:00', meant: '2026-11-02T14:00Z' },
  { zone: 'Asia/Kathmandu', now: '2026-10-20T10:00Z', time: '2026-11-02 00:00', meant: '2026-11-01T18:15Z' },
  {
    zone: 'Australia/Sydney',
    now: '2026-10-01T10:00Z',
    time: '2026-10-05 09:00',
    meant: '2026-10-04T22:00Z',
  },
];

describe('Publishing at a time', () => {
  let community: Community;
  const open = async (options: Parameters<typeof aCommunity>[0]): Promise<Ports> => {
    community = await aCommunity(options);
    return community.ports;
  };
  beforeEach(() => open({ now: '2026-11-02T10:00Z', timeZone: 'Europe/Berlin' }));
  afterEach(() => community.stop());

  const plan = async (source: string, at: LocalTime | 'unreadable', charter = garden) => {
    await community.ask({ kind: 'import', charter, source });
    return community.askOne({ kind: 'publish', charter, at });
  };
  const planned = async (charter = garden) => {
    const view = viewed('appointments', await community.askOne({ kind: 'appointments', charter }));
    return view.appointments.map(({ kind, at, number }) => ({ kind, at, number }));
  };
  const keep = () => keepAppointments(community.ports);
  const latest = (charter = garden) => community.ports.drafts.latest(charter);
  const copy = async () =>
    (await community.ports.workingCopies.find({ charter: garden, editor: facilitators }))?.source;
  const monday = at('2026-11-09 09:00');
  const mondayInBerlin = '2026-11-09T08:00:00.000Z';

  for (const { zone, now, time, meant } of times) {
    it(`at ${time} in ${zone} is at ${meant}`, async () => {
      await community.stop();
      await open({ now });

      const view = await plan(aPost({ front: `time-zone: ${zone}` }), at(time));

      const instant = new Date(meant).toISOString();
      assert.deepEqual(said(view), {
        what: 'planned',
        appointment: 'publish',
        at: { at: instant, timeZone: zone },
      });
      community.setClock(new Date(Date.parse(meant) - 1).toISOString());
      assert.equal(await keep(), 0, 'not before');
      community.setClock(meant);
      assert.equal(await keep(), 1);
      assert.equal((await latest())?.publishedAt, instant);
      assert.equal((await community.ports.charters.find(garden))?.timeZone, zone);
    });
  }

  it('takes the zone of the charter for what follows, whoever plans it', async () => {
    await community.publish(aPost());
    const other = community.member('bento', { timeZone: 'Asia/Tokyo' });
    await community.ports.facilitators.add({ member: other.member, at: '2026-11-02T10:00:00.000Z' });
    await community.ask({ kind: 'import', charter: garden, source: aPost() }, other);

    const view = await community.askOne({ kind: 'publish', charter: garden, at: monday }, other);

    assert.deepEqual(said(view), {
      what: 'planned',
      appointment: 'publish',
      at: { at: mondayInBerlin, timeZone: 'Europe/Berlin' },
    });
  });

  it('takes the zone of a facilitator from what is known of her chat, else that of the installation', async () => {
    await community.stop();
    await open({ now: '2026-11-02T10:00Z', manners: { contactsPerDraft: 3, timeZone: 'America/Lima' } });
    const { ada, ports } = community;

    await community.ask({ kind: 'import', charter: garden, source: aPost() });
    assert.equal(viewed('preview', (await community.ask({ kind: 'preview' }))[0]).timeZone, 'America/Lima');
    await ports.places.note({ ...ada.place, timeZone: 'Asia/Tokyo', at: '2026-11-02T10:00:00.000Z' });
    assert.equal(viewed('preview', (await community.ask({ kind: 'preview' }))[0]).timeZone, 'Asia/Tokyo');

    await community.askOne({ kind: 'publish' });
    assert.equal((await ports.charters.find(garden))?.timeZone, 'Asia/Tokyo');
  });

  it('lets a later post name another zone', async () => {
    await community.publish(aPost());
    await community.publish(aPost({ front: 'timezone: Asia/Tokyo' }));
    await community.publish(aPost());

    assert.equal((await community.ports.charters.find(garden))?.timeZone, 'Asia/Tokyo');
  });

  it('refuses a post that names no zone there is', async () => {
    const [view] = await community.ask({
      kind: 'import',
      charter: garden,
      source: aPost({ front: 'time-zone: Mars/Olympus' }),
    });

    assert.deepEqual(viewed('import-refused', view).errors, [
      { line: 2, kind: 'invalid-time-zone', about: 'Mars/Olympus' },
    ]);
  });

  it('refuses what is no time, is over, or is too far ahead', async () => {
    for (const time of ['unreadable', at('2026-02-30 09:00'), at('2028-11-02 09:00')] as const) {
      assert.deepEqual(said(await plan(aPost(), time)), { what: 'time-unreadable' });
    }
    for (const time of ['2026-11-02 11:00', '2026-11-01 23:00', '0001-01-01 00:00']) {
      const expected = { what: 'time-past', timeZone: 'Europe/Berlin' };
      assert.deepEqual(said(await plan(aPost(), at(time))), expected, time);
    }
    assert.deepEqual(said(await plan(aPost(), at('2026-11-02 11:01'))), {
      what: 'planned',
      appointment: 'publish',
      at: { at: '2026-11-02T10:01:00.000Z', timeZone: 'Europe/Berlin' },
    });
    assert.equal(whatOf(await plan(aPost(), at('2028-11-01 09:00'))), 'planned');
  });

  it('keeps the text as it was, and the working copy as it becomes', async () => {
    await plan(aPost(), monday);
    const shorter = aPost({ values: ['Share the harvest'] });
    await community.ask({ kind: 'import', charter: garden, source: shorter });

    community.setClock(mondayInBerlin);
    await keep();

    assert.equal((await latest())?.source, aPost());
    assert.equal(await copy(), shorter);
  });

  it('takes the working copy with it when that is the text', async () => {
    await plan(aPost(), monday);
    assert.equal(await copy(), aPost(), 'it stays until then');

    community.setClock(mondayInBerlin);
    await keep();

    assert.equal(await copy(), undefined);
    assert.deepEqual(await planned(), []);
  });

  it('is shown in the preview of that very text, and of no other', async () => {
    await plan(aPost(), monday);
    const preview = async () => viewed('preview', (await community.ask({ kind: 'preview' }))[0]).planned;

    assert.deepEqual(await preview(), { at: mondayInBerlin, timeZone: 'Europe/Berlin' });
    await community.ask({ kind: 'import', charter: garden, source: aPost({ values: ['Rest'] }) });
    assert.equal(await preview(), undefined);
  });

  it('replaces what was planned before, and can be cancelled, before there is a charter too', async () => {
    await plan(aPost(), at('2026-11-04 09:00'));
    await plan(aPost(), monday);

    assert.deepEqual(await planned(), [{ kind: 'publish', at: mondayInBerlin, number: 1 }]);
    const cancel = { kind: 'cancel-appointment', appointment: 'publish' } as const;
    const cancelled = { what: 'appointment-cancelled', appointment: 'publish' };
    assert.deepEqual(said(await community.askOne(cancel)), cancelled);
    const none = { what: 'no-appointment', appointment: 'publish' };
    assert.deepEqual(said(await community.askOne(cancel)), none);
    community.setClock(mondayInBerlin);
    assert.equal(await keep(), 0);
    assert.equal(await latest(), undefined);
  });

  it('is cancelled by publishing now', async () => {
    await plan(aPost(), monday);
    await community.publish(aPost({ values: ['Rest in winter'] }));

    assert.deepEqual(await planned(), []);
  });

  it('stays when only the process is announced now, unless that is what was planned', async () => {
    await plan(aPost(), monday);
    await community.ask({ kind: 'import', charter: garden, source: aPost({ values: [] }) });
    assert.equal(whatOf(await community.askOne({ kind: 'publish', charter: garden })), 'published');
    assert.deepEqual(await planned(), [{ kind: 'publish', at: mondayInBerlin, number: 1 }]);

    await plan(aPost({ values: [] }), monday, pond);
    assert.equal(whatOf(await community.askOne({ kind: 'publish', charter: pond })), 'published');
    assert.deepEqual(await planned(pond), []);
  });

  it('tells those whom the facilitator chose', async () => {
    await community.publish(aPost());
    await community.ask({ kind: 'import', charter: garden, source: aPost() });
    await community.askOne({ kind: 'publish', charter: garden, at: monday, audience: 'all' });
    community.setClock(mondayInBerlin);
    await keep();

    const [newest, first] = await community.ports.announcements.latest({ charter: garden, limit: 2 });
    assert.equal(newest?.audience, 'all');
    assert.equal(first?.audience, 'affected');
  });

  it('happens once, however many look at the same time', async () => {
    await plan(aPost(), monday);
    community.setClock(mondayInBerlin);

    const kept = await Promise.all([keep(), keep(), keep()]);
    await keep();

    assert.ok(kept.reduce((sum, each) => sum + each, 0) >= 1);
    assert.equal((await community.ports.announcements.latest({ charter: garden, limit: 9 })).length, 1);
    assert.equal((await latest())?.number, 1);
  });

  it('is done and noted as done in one', async () => {
    await plan(aPost(), monday);
    community.setClock(mondayInBerlin);
    const { ports } = community;
    const kept = () => Promise.reject(new Error('the database is gone'));

    await keepAppointments({ ...ports, appointments: { ...ports.appointments, kept } });

    assert.deepEqual(await planned(), []);
    assert.equal(await keep(), 0);
    assert.equal((await ports.announcements.latest({ charter: garden, limit: 9 })).length, 1);
  });

  it('asks which charter is meant when the first post of another is being written', async () => {
    await community.publish(aPost());
    await plan(aPost(), monday, pond);

    const view = viewed('choose-charter', await community.askOne({ kind: 'appointments' }));

    assert.deepEqual(
      view.charters.map(({ name }) => name),
      [garden, pond],
    );
    assert.equal((await planned(pond)).length, 1);
    assert.equal(
      whatOf(await community.askOne({ kind: 'appointments', charter: 'moor' as never })),
      'no-such-charter',
    );
  });

  it('is tried again when something else came first or the fault is ours, and holds up nothing else', async () => {
    await plan(aPost(), monday);
    await plan(aPost(), monday, pond);
    community.setClock(mondayInBerlin);
    const { ports } = community;
    const publishing = (outcome: () => ReturnType<Ports['drafts']['publish']>): Ports['drafts'] => ({
      ...ports.drafts,
      publish: (publication) =>
        publication.charter.name === garden ? outcome() : ports.drafts.publish(publication),
    });
    const failing = publishing(() => Promise.reject(new Error('the disk is full')));
    const overtaken = publishing(() => Promise.resolve({ kind: 'overtaken' }));

    assert.equal(await keepAppointments({ ...ports, drafts: failing }), 1);
    assert.ok(await latest(pond));
    assert.equal(await keepAppointments({ ...ports, drafts: overtaken }), 0);
    assert.equal(await latest(), undefined);
    assert.equal(await keep(), 1);

    assert.equal((await latest())?.number, 1);
    const levels = community.logged.map((line) => (JSON.parse(line) as { level: string }).level);
    assert.deepEqual(levels.sort(), ['error', 'info', 'info']);
  });

  it('comes after what was published meanwhile by somebody else at the same moment', async () => {
    await plan(aPost(), monday);
    community.setClock(mondayInBerlin);
    const { ports } = community;
    const reading = ports.readPost(aPost({ values: ['Rest in winter'] }));
    assert.equal(reading.kind, 'read');
    const composed = await compose(ports, garden, reading.post);
    await publishAsPlanned(ports, { charter: garden, composed, source: 'theirs' });

    await keep();

    const draft = await latest();
    assert.equal(draft?.number, 2);
    assert.equal(draft.source, aPost());
  });

  it('gives back a text that cannot be read any more, and says why when it is looked at', async () => {
    await plan(aPost(), monday);
    const stricter = {
      ...community.ports,
      readPost: () => ({ kind: 'refused', errors: [{ line: 7, kind: 'too-tangled', about: '' }] }) as const,
    };
    community.setClock(mondayInBerlin);

    assert.equal(await keepAppointments(stricter), 1);

    assert.equal(await latest(), undefined);
    assert.equal(await copy(), aPost());
    assert.deepEqual(await planned(), []);
    const [view] = await respond(stricter, community.ada, { kind: 'preview', charter: garden });
    assert.deepEqual(viewed('import-refused', view).errors.length, 1);
    assert.match(community.logged.join('\n'), /"level":"warn"/);
  });
});

function at(text: string): LocalTime {
  const [date = '', time = ''] = text.split(' ');
  return { date, time: time as TimeOfDay };
}
