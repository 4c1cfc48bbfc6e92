import assert from 'node:assert/strict';

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import { addDays, endOfQuiet, instantOf, isTimeZone, localDay, morningOf } from '../../src/app/zoned-time.js';
import type { QuietHours, TimeOfDay } from '../../src/domain/place.js';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const;

const hours = (from: string, until: string): QuietHours => ({
  from: from as TimeOfDay,
  until: until as TimeOfDay,
});
const night = hours('20:00', '08:00');
const local = (date: string, time: string) => ({ date, time: time as TimeOfDay });

describe('quiet hours', () => {
  const cases: readonly (readonly [
    what: string,
    zone: string,
    quiet: QuietHours,
    now: string,
    end: string | undefined,
  ])[] = [
    ['in the evening end in the morning', 'UTC', night, '2026-11-22T21:30Z', '2026-11-23T08:00Z'],
    ['after midnight end the same day', 'UTC', night, '2026-11-23T02:00Z', '2026-11-23T08:00Z'],
    ['begin with their first minute', 'UTC', night, '2026-11-22T20:00Z', '2026-11-23T08:00Z'],
    ['last to the end of their last minute', 'UTC', night, '2026-11-23T07:59:59.999Z', '2026-11-23T08:00Z'],
    ['are over when they end', 'UTC', night, '2026-11-23T08:00Z', undefined],
    ['have not begun the moment before', 'UTC', night, '2026-11-22T19:59:59.999Z', undefined],
    [
      'need not lie across midnight',
      'UTC',
      hours('12:00', '14:30'),
      '2026-11-22T13:00Z',
      '2026-11-22T14:30Z',
    ],
    ['at noon are not at night', 'UTC', hours('12:00', '14:30'), '2026-11-22T23:00Z', undefined],
    ['may end at midnight', 'UTC', hours('22:00', '00:00'), '2026-11-22T23:00Z', '2026-11-23T00:00Z'],
    ['may begin at midnight', 'UTC', hours('00:00', '06:00'), '2026-11-22T00:00Z', '2026-11-22T06:00Z'],
    ['that begin when they end are none', 'UTC', hours('08:00', '08:00'), '2026-11-22T08:00Z', undefined],
    ['are meant in the zone: New York', 'America/New_York', night, '2026-11-22T03:00Z', '2026-11-22T13:00Z'],
    ['are meant in the zone: Kathmandu', 'Asia/Kathmandu', night, '2026-11-22T16:00Z', '2026-11-23T02:15Z'],
    ['are shorter when the clock goes on', 'Europe/Berlin', night, '2026-03-28T19:00Z', '2026-03-29T06:00Z'],
    ['are longer when it goes back', 'Europe/Berlin', night, '2026-10-24T18:00Z', '2026-10-25T07:00Z'],
    [
      'whose end the clock skips end where it lands',
      'Europe/Berlin',
      hours('22:00', '02:30'),
      '2026-03-28T22:00Z',
      '2026-03-29T01:00Z',
    ],
    [
      'whose end the clock skips by half an hour end where it lands',
      'Australia/Lord_Howe',
      hours('22:00', '02:15'),
      '2026-10-03T12:00Z',
      '2026-10-03T15:30Z',
    ],
    [
      'whose end comes twice end the first time',
      'Europe/Berlin',
      hours('22:00', '02:30'),
      '2026-10-24T22:00Z',
      '2026-10-25T00:30Z',
    ],
    [
      'that come twice end twice',
      'Europe/Berlin',
      hours('22:00', '02:30'),
      '2026-10-25T01:10Z',
      '2026-10-25T01:30Z',
    ],
    [
      'that come twice by half an hour end twice',
      'Australia/Lord_Howe',
      hours('22:00', '01:45'),
      '2026-04-04T15:05Z',
      '2026-04-04T15:15Z',
    ],
    [
      'go on across a day that the calendar skips',
      'Pacific/Apia',
      night,
      '2011-12-30T07:00Z',
      '2011-12-30T18:00Z',
    ],
  ];
  for (const [what, zone, quiet, now, end] of cases) {
    it(what, () => {
      const found = endOfQuiet(new Date(now), quiet, zone);

      assert.equal(found?.toISOString(), end === undefined ? undefined : new Date(end).toISOString());
    });
  }

  /** What the clock on the wall shows, read by another library than ours. */
  const onTheWall = (at: Date, zone: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
  const reads = (at: Date, { from, until }: QuietHours, zone: string): boolean => {
    const time = onTheWall(at, zone);
    return from <= until ? from <= time && time < until : from <= time || time < until;
  };

  it('end at a time that is none of them, later than now, and within a day and an hour', () => {
    fc.assert(
      fc.property(anyInstant(), anyHours(), fc.constantFrom(...zones), (now, quiet, zone) => {
        const end = endOfQuiet(now, quiet, zone);

        assert.equal(end !== undefined, reads(now, quiet, zone));
        if (end === undefined) return;
        assert.equal(reads(end, quiet, zone), false);
        assert.ok(end > now);
        assert.ok(end.getTime() - now.getTime() <= 25 * hour);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a time of day somewhere', () => {
  const cases: readonly (readonly [date: string, time: string, zone: string, instant: string | undefined])[] =
    [
      ['2026-12-01', '09:00', 'UTC', '2026-12-01T09:00Z'],
      ['2026-12-01', '09:00', 'Europe/Berlin', '2026-12-01T08:00Z'],
      ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00Z'],
      ['2026-12-01', '09:00', 'America/New_York', '2026-12-01T14:00Z'],
      ['2026-12-01', '09:00', 'Asia/Kathmandu', '2026-12-01T03:15Z'],
      ['2026-12-01', '09:00', 'Australia/Lord_Howe', '2026-11-30T22:00Z'],
      ['2026-12-01', '09:00', 'Pacific/Apia', '2026-11-30T20:00Z'],
      ['2024-02-29', '09:00', 'UTC', '2024-02-29T09:00Z'],
      // Skipped: as much later.
      ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30Z'],
      ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z'],
      ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00Z'],
      // Twice: the first.
      ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30Z'],
      ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30Z'],
      ['2026-02-29', '09:00', 'UTC', undefined],
      ['2026-13-01', '09:00', 'UTC', undefined],
      ['2026-00-10', '09:00', 'UTC', undefined],
      ['2026-1-1', '09:00', 'UTC', undefined],
      ['2026-12-01T10:00', '09:00', 'UTC', undefined],
      ['20261201', '09:00', 'UTC', undefined],
      ['', '09:00', 'UTC', undefined],
    ];
  for (const [date, time, zone, instant] of cases) {
    it(`${date} ${time} in ${zone} is ${instant ?? 'none'}`, () => {
      const found = instantOf(local(date, time), zone);

      assert.equal(found?.toISOString(), instant === undefined ? undefined : new Date(instant).toISOString());
    });
  }

  it('is on that day and at that time, unless the clock skips it', () => {
    fc.assert(
      fc.property(anyInstant(), anyTime(), fc.constantFrom(...zones), (day, time, zone) => {
        const date = localDay(day, zone);
        const found = instantOf(local(date, time), zone);

        assert.ok(found);
        const there = Temporal.Instant.fromEpochMilliseconds(found.getTime()).toZonedDateTimeISO(zone);
        const wanted = Temporal.PlainDateTime.from(`${date}T${time}`);
        const off = Temporal.PlainDateTime.compare(there.toPlainDateTime(), wanted);
        assert.ok(off >= 0);
        if (off > 0) {
          const before = Temporal.Instant.fromEpochMilliseconds(found.getTime() - 24 * hour);
          assert.ok(there.offsetNanoseconds > before.toZonedDateTimeISO(zone).offsetNanoseconds);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a day somewhere', () => {
  it('is what the calendar shows there', () => {
    const now = new Date('2026-11-22T12:00Z');

    const days = Object.fromEntries(zones.map((zone) => [zone, localDay(now, zone)]));
    assert.deepEqual(days, {
      UTC: '2026-11-22',
      'Europe/Berlin': '2026-11-22',
      'America/New_York': '2026-11-22',
      'Australia/Lord_Howe': '2026-11-22',
      'Asia/Kathmandu': '2026-11-22',
      'Pacific/Apia': '2026-11-23',
    });
    assert.equal(localDay(new Date('2026-11-22T03:00Z'), 'America/New_York'), '2026-11-21');
    assert.equal(localDay(new Date('2011-12-30T10:00Z'), 'Pacific/Apia'), '2011-12-31');
  });

  it('begins at eight for people', () => {
    assert.equal(morningOf('2026-12-24', 'Europe/Berlin')?.toISOString(), '2026-12-24T07:00:00.000Z');
    assert.equal(morningOf('2026-12-24', 'Pacific/Apia')?.toISOString(), '2026-12-23T19:00:00.000Z');
    assert.equal(morningOf('2026-02-30', 'Europe/Berlin'), undefined);
    assert.equal(morningOf('tomorrow', 'Europe/Berlin'), undefined);
  });

  it('has days after it, and before', () => {
    assert.equal(addDays('2026-11-22', 1), '2026-11-23');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-11-22', 14), '2026-12-06');
    assert.equal(addDays('2026-11-22', -22), '2026-10-31');
    assert.equal(addDays('2026-11-22', 0), '2026-11-22');
  });
});

describe('the name of a time zone', () => {
  it('is an IANA name', () => {
    for (const name of [...zones, 'America/Argentina/Buenos_Aires', 'Asia/Calcutta', 'Etc/GMT+5']) {
      assert.equal(isTimeZone(name), true, name);
    }
  });

  it('is nothing else', () => {
    for (const name of [
      '',
      ' ',
      '+01:00',
      '-0300',
      'Z+1',
      'Europe',
      'Europe/Nowhere',
      'W. Europe Standard Time',
      'Berlin',
      'Europe/Berlin ',
      ' Europe/Berlin',
      '2026-01-01T00:00[Europe/Berlin]',
      '[Europe/Berlin]',
      '__proto__',
      'x'.repeat(2_000),
    ]) {
      assert.equal(isTimeZone(name), false, name);
    }
  });
});

const hour = 3_600_000;

/** Often near a clock change. */
function anyInstant(): fc.Arbitrary<Date> {
  const changes = [
    '2026-03-29T01:00Z',
    '2026-10-25T01:00Z',
    '2026-03-08T07:00Z',
    '2026-11-01T06:00Z',
    '2026-04-04T15:00Z',
    '2026-10-03T15:30Z',
    '2011-12-30T10:00Z',
    '2021-04-03T14:00Z',
  ];
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000));
  const any = fc.date({
    min: new Date('2010-01-01T00:00Z'),
    max: new Date('2040-01-01T00:00Z'),
    noInvalidDate: true,
  });
  return fc.oneof(near, any);
}

function anyTime(): fc.Arbitrary<TimeOfDay> {
  return fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeAt);
}

/** That leave two hours a day at least, more than any clock change takes. */
function anyHours(): fc.Arbitrary<QuietHours> {
  return fc
    .tuple(fc.integer({ min: 0, max: 24 * 60 - 1 }), fc.integer({ min: 1, max: 22 * 60 }))
    .map(([from, length]) => ({ from: timeAt(from), until: timeAt((from + length) % (24 * 60)) }));
}

function timeAt(minutes: number): TimeOfDay {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as TimeOfDay;
}
