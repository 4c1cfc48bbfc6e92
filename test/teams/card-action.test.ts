import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
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
    const pressed = (intent: Intent, inputs: object) => parseCardAction({ ...dataFor(intent), ...inputs });

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
      { v: 1, do: 'outdated' },
      { v: 1, do: 'import-failed' },
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
    ];
    const data = fc.dictionary(fc.constantFrom(...fields), fc.anything({ maxDepth: 1 }));
    fc.assert(
      fc.property(fc.oneof(data, fc.anything()), (given) => void parseCardAction(given)),
      { numRuns: 2_000 },
    );
  });
});

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
    publish: some({ charter: id, revision: id }),
    close: some({ about, confirmed: fc.boolean() }, ['about', 'confirmed']),
    deliveries: some({ charter: id, announcement: id }),
  };
  const made = Object.entries(kinds).map(([kind, fields]) =>
    fields.map((given) => ({ kind, ...given }) as Intent),
  );
  return fc.oneof(...made);
}
