import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { QuietHours, TimeOfDay } from '../../src/domain/place.js';
import type { ValueId } from '../../src/domain/draft.js';
import { answers } from '../../src/domain/rating.js';
import { parseCardAction } from '../../src/teams/card-action.js';

const coop = 'coop' as CharterName;
const second = { by: 'position', position: 2 } as const;
const openScience = { by: 'id', id: 'open-science' as ValueId } as const;

describe('the data of a button', () => {
  it('says what the button asks for, whatever that is', () => {
    fc.assert(
      fc.property(anyIntent(), (intent) => {
        const sent: unknown = JSON.parse(JSON.stringify(dataFor(intent)));
        assert.deepEqual(parseCardAction(sent), intent);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes the card’s inputs along', () => {
    const about = { charter: coop };
    assert.deepEqual(
      pressed({ kind: 'rate', about, value: openScience, answer: undefined }, { answer: '4' }),
      {
        kind: 'rate',
        about,
        value: openScience,
        answer: 4,
      },
    );
    assert.deepEqual(pressed({ kind: 'ballot', about }, { value: 'open-science' }), {
      kind: 'ballot',
      about,
      value: openScience,
    });
    assert.deepEqual(pressed({ kind: 'results', about: {} }, { charter: 'coop' }), {
      kind: 'results',
      about,
    });
    assert.deepEqual(pressed({ kind: 'import', source: '' }, { source: '# Post', name: ' Coop ' }), {
      kind: 'import',
      source: '# Post',
      charter: coop,
      fromForm: true,
    });
    assert.deepEqual(pressed({ kind: 'import', source: '' }, { source: '# Post', name: 'co op' }), {
      kind: 'import',
      source: '# Post',
      misnamed: 'co op',
      fromForm: true,
    });
  });

  const pressed = (intent: Intent, inputs: object) => parseCardAction({ ...dataFor(intent), ...inputs });

  it('takes a day and a time, or one of them with what is usual, or none for now', () => {
    const publish = { kind: 'publish', charter: coop } as const;
    const close = { kind: 'close', about: {}, confirmed: true } as const;
    const at = (date: string, time: string) => ({ at: { date, time: time as TimeOfDay } });
    for (const [intent, inputs, expected] of [
      [publish, { date: '2026-12-01', time: '10:30' }, { ...publish, ...at('2026-12-01', '10:30') }],
      [publish, { date: '2026-12-01', time: '' }, { ...publish, ...at('2026-12-01', '09:00') }],
      [close, { date: '2026-12-01' }, { ...close, ...at('2026-12-01', '17:00') }],
      [publish, { date: '', time: '' }, publish],
      [close, { date: '' }, close],
      [publish, { date: '', time: '10:30' }, { ...publish, at: 'unreadable' }],
      [close, { time: '10:30' }, { ...close, at: 'unreadable' }],
      [publish, { date: 'tomorrow', time: '10:30' }, { ...publish, at: 'unreadable' }],
      [publish, { date: '2026-12-01', time: '10:30 pm' }, { ...publish, at: 'unreadable' }],
      [publish, { date: '', audience: 'all' }, { ...publish, audience: 'all' }],
      [publish, { audience: '' }, publish],
      [publish, { audience: 'some' }, { kind: 'outdated' }],
    ] as const) {
      assert.deepEqual(pressed(intent, inputs), expected, JSON.stringify(inputs));
    }
  });

  it('takes quiet hours, unless the button ends them', () => {
    const quiet = { kind: 'quiet' } as const;
    const night = { from: '20:00', until: '08:00' } as QuietHours;
    const chosen = { quietFrom: '20:00', quietUntil: '08:00' };
    assert.deepEqual(pressed(quiet, chosen), { ...quiet, hours: night });
    assert.deepEqual(pressed({ ...quiet, hours: 'off' }, chosen), { ...quiet, hours: 'off' });
    assert.deepEqual(pressed(quiet, { quietFrom: '', quietUntil: '' }), quiet);
    for (const unreadable of [
      { quietFrom: '20:00' },
      { quietFrom: '20:00', quietUntil: '' },
      { quietFrom: '20:00', quietUntil: '20:00' },
      { quietFrom: '20:00', quietUntil: '8 am' },
    ]) {
      assert.deepEqual(pressed(quiet, unreadable), { ...quiet, hours: 'unreadable' });
    }
  });

  it('takes the end of a pause, unless the button says for how long', () => {
    const pause = { kind: 'pause' } as const;
    const chosen = { pauseDate: '2026-12-24' };
    assert.deepEqual(pressed(pause, chosen), { ...pause, until: { date: '2026-12-24' } });
    assert.deepEqual(pressed({ ...pause, until: { days: 7 } }, chosen), { ...pause, until: { days: 7 } });
    assert.deepEqual(pressed(pause, { pauseDate: '' }), pause);
    assert.deepEqual(pressed(pause, { pauseDate: 'Christmas' }), { ...pause, until: 'unreadable' });
  });

  it('takes a correction from its form, and leads there where its text is not to hand', () => {
    const correction = { kind: 'propose-correction', charter: coop, source: '# Long text' } as const;
    assert.deepEqual(pressed(correction, { source: '# Corrected' }), {
      kind: 'propose-correction',
      charter: coop,
      source: '# Corrected',
    });
    assert.deepEqual(parseCardAction(dataFor(correction)), { kind: 'correct', charter: coop });
  });

  it('takes where a member belongs, or shows the choice where nothing was chosen', () => {
    const choose = { kind: 'group', about: { charter: coop } } as const;

    assert.deepEqual(pressed(choose, { group: 'Lab' }), { ...choose, group: 'Lab' });
    assert.deepEqual(pressed(choose, { group: '' }), choose);
    assert.deepEqual(pressed({ ...choose, group: null }, { group: 'Lab' }), { ...choose, group: null });
  });

  it('takes rules from their form; what was left empty stays as it is, but for groups', () => {
    const change = { kind: 'change-rules', charter: coop, rules: {} } as const;
    for (const [inputs, rules] of [
      [
        { least: '8', identities: 20, size: '', groups: 'Lab, Office' },
        { least: 8, identityDays: 20, groups: ['Lab', 'Office'] },
      ],
      [
        { results: 'at-closing', review: 'before', openTo: 'public' },
        { results: 'at-closing', review: 'before', page: 'public' },
      ],
      [
        { size: 120, groups: '' },
        { communitySize: 120, groups: [] },
      ],
      [{ least: 'eight' }, { unreadable: 'eight' }],
      [{ least: 7.5 }, { unreadable: '7.5' }],
      [{ openTo: 'everybody' }, { unreadable: 'everybody' }],
    ] as const) {
      assert.deepEqual(pressed(change, inputs), { ...change, rules }, JSON.stringify(inputs));
    }
    assert.deepEqual(pressed({ ...change, rules: 'confidentiality-off' }, { least: '8' }), {
      ...change,
      rules: 'confidentiality-off',
    });
  });

  it('withdraws, whatever else was chosen on the card', () => {
    const data = dataFor({ kind: 'rate', about: {}, value: second, answer: null });

    assert.deepEqual(parseCardAction({ ...data, answer: '4' }), {
      kind: 'rate',
      about: {},
      value: second,
      answer: null,
    });
  });

  it('ignores what clients and later versions add', () => {
    const data = { v: 1, do: 'status', msteams: { type: 'x' }, later: [1, 2], from: { id: 'y' } };

    assert.deepEqual(parseCardAction(data), { kind: 'status' });
  });

  it('that cannot be read comes from a card that is outdated', () => {
    for (const data of [
      undefined,
      null,
      '',
      'rate',
      7,
      [],
      {},
      { do: 'rate' },
      { v: 2, do: 'status' },
      { v: '1', do: 'status' },
      { v: 1 },
      { v: 1, do: 'dance' },
      { v: 1, do: 'toString' },
      { v: 1, do: '__proto__' },
      { v: 1, do: 'rate' },
      { v: 1, do: 'rate', value: '' },
      { v: 1, do: 'rate', value: 'x'.repeat(101) },
      { v: 1, do: 'rate', position: -1 },
      { v: 1, do: 'rate', position: 1.5 },
      { v: 1, do: 'rate', position: 1e9 },
      { v: 1, do: 'rate', position: '2' },
      { v: 1, do: 'answers', page: {} },
      { v: 1, do: 'close', confirmed: 'yes' },
      { v: 1, do: 'import', source: 5 },
      { v: 1, do: 'unknown' },
      { v: 1, do: 'apply-correction' },
      { v: 1, do: 'cancel-appointment', charter: 'coop' },
      { v: 1, do: 'cancel-appointment', appointment: 'adopt' },
      { v: 1, do: 'withdraw', confirmed: 1 },
      { v: 1, do: 'pause', days: -1 },
      { v: 1, do: 'pause', days: '7' },
      { v: 1, do: 'publish', date: 7 },
      { v: 1, do: 'quiet', quiet: 'off' },
      { v: 1, do: 'outdated' },
      { v: 1, do: 'import-failed' },
      { v: 1, do: 'seal', confirmed: 'yes' },
      { v: 1, do: 'change-rules', least: [8] },
      { v: 1, do: 'group', group: 5 },
    ]) {
      assert.deepEqual(parseCardAction(data), { kind: 'outdated' }, JSON.stringify(data));
    }
  });

  it('never brings anything down', () => {
    const fields = [
      'v',
      'do',
      'charter',
      'draft',
      'value',
      'position',
      'page',
      'answer',
      'source',
      'name',
      'preview',
      'date',
      'time',
      'days',
      'pauseDate',
      'quietFrom',
      'quietUntil',
      'audience',
    ];
    const data = fc.dictionary(fc.constantFrom(...fields), fc.anything({ maxDepth: 1 }));
    fc.assert(
      fc.property(fc.oneof(data, fc.anything()), (given) => void parseCardAction(given)),
      { numRuns: 2_000 },
    );
  });
});

function anyRules(group: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const count = fc.integer({ min: 1, max: 9_999 });
  const rules = fc.record(
    {
      least: count,
      results: fc.constantFrom('at-closing', 'interim'),
      review: fc.constantFrom('before', 'after'),
      page: fc.constantFrom('community', 'public'),
      identityDays: count,
      communitySize: count,
      groups: fc.array(group, { maxLength: 4 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.oneof(
    rules,
    fc.record({ unreadable: group }, { noNullPrototype: true }),
    fc.constant('confidentiality-off'),
  );
}

/** What a button can ask for; what is typed or sent as a file is left out. */
function anyIntent(): fc.Arbitrary<Intent> {
  const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,29}$/);
  const count = fc.integer({ min: 1, max: 9_999 });
  const about: fc.Arbitrary<object> = fc.record(
    { charter: id, draft: id, preview: fc.constant(true) },
    { requiredKeys: [], noNullPrototype: true },
  );
  const value = fc.oneof(
    id.map((known) => ({ by: 'id', id: known })),
    count.map((position) => ({ by: 'position', position })),
  );
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const date = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const at = fc.oneof(fc.record({ date, time }, { noNullPrototype: true }), fc.constant('unreadable'));
  const until = fc.oneof(
    fc.record({ date }, { noNullPrototype: true }),
    fc.record({ days: count }, { noNullPrototype: true }),
    fc.constant('unreadable'),
  );
  const hours = fc.oneof(
    fc
      .record({ from: time, until: time }, { noNullPrototype: true })
      .filter((each) => each.from !== each.until),
    fc.constantFrom('off', 'unreadable'),
  );
  const audience = fc.constantFrom('all', 'affected');
  const confirmed = fc.boolean();
  const group = fc
    .stringMatching(/^[A-Za-zñ][A-Za-zñ -]{0,20}[a-zñ]$/)
    .filter((name) => !/^(none|ningun[oa])$/i.test(name));
  const some = (fields: Record<string, fc.Arbitrary<unknown>>, required: string[] = []) =>
    fc.record(fields, { requiredKeys: required, noNullPrototype: true });
  const kinds: Record<string, fc.Arbitrary<object>> = {
    help: some({}),
    status: some({}),
    values: some({ about }, ['about']),
    considerations: some({ about, value, page: count }, ['about']),
    background: some({ about, page: count }, ['about']),
    ballot: some({ about, value, page: count }, ['about']),
    rate: some({ about, value, answer: fc.constantFrom(null, undefined, ...answers), press: id }, [
      'about',
      'value',
      'answer',
    ]),
    answers: some({ about, page: count }, ['about']),
    results: some({ about, number: count, page: count }, ['about']),
    subscribe: some({ charter: id }),
    unsubscribe: some({ charter: id }),
    'new-draft': some({ charter: id }),
    'import-report': some({ charter: id, page: count }),
    preview: some({ charter: id }),
    publish: some({ charter: id, revision: id, audience, at }),
    close: some({ about, confirmed, at }, ['about', 'confirmed']),
    withdraw: some({ about, confirmed }, ['about', 'confirmed']),
    reopen: some({ about, confirmed, audience }, ['about', 'confirmed']),
    remind: some({ about, confirmed }, ['about', 'confirmed']),
    appointments: some({ charter: id }),
    'cancel-appointment': some({ charter: id, appointment: fc.constantFrom('publish', 'remind', 'close') }, [
      'appointment',
    ]),
    correct: some({ charter: id }),
    'apply-correction': some({ correction: id }, ['correction']),
    retry: some({ charter: id, announcement: id }),
    settings: some({}),
    pause: some({ until }),
    resume: some({}),
    quiet: some({ hours }),
    deliveries: some({ charter: id, announcement: id }),
    group: some({ about, group: fc.oneof(group, fc.constant(null)) }, ['about']),
    decline: some({ about, confirmed }, ['about', 'confirmed']),
    privacy: some({ about }, ['about']),
    process: some({ charter: id, page: count }),
    rules: some({ charter: id }),
    'change-rules': some({ charter: id, rules: anyRules(group) }, ['rules']),
    seal: some({ charter: id, confirmed }, ['confirmed']),
    'my-data': some({ page: count }),
    'forget-me': some({ confirmed }, ['confirmed']),
  };
  const made = Object.entries(kinds).map(([kind, fields]) =>
    fields.map((given) => ({ kind, ...given }) as Intent),
  );
  return fc.oneof(...made);
}
