import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Value, ValueId } from '../../src/domain/draft.js';
import { matchValues, type Match, type Matchable } from '../../src/domain/matching.js';
import { identify } from '../../src/domain/value-identity.js';
import { ratesOf, type Rate } from './matching-rates.js';
import { editKinds, plantEdits, type EditKind } from './planted-edits.js';

const share: Value = {
  id: 'share' as ValueId,
  title: 'Share the tools',
  text: 'Every ladder and saw of the shed belongs to all of us. Whoever borrows one brings it back clean. We mend together what broke, on the first Saturday of a month, and nobody has to pay for it.',
};
const gate: Value = {
  id: 'gate' as ValueId,
  title: 'Keep the gate open',
  text: 'Neighbours may come in whenever somebody is here. We greet them and show them around.',
};
const soil: Value = {
  id: 'soil' as ValueId,
  title: 'Feed the soil',
  text: 'Compost goes back to the beds it came from. We use no poison against slugs.',
};
const before = [share, gate, soil];

const borrowing = {
  title: 'Borrow with care',
  text: 'Every ladder and saw of the shed belongs to all of us. Whoever borrows one brings it back clean.',
};
const mending = {
  title: 'Mend together',
  text: 'We mend together what broke, on the first Saturday of a month, and nobody has to pay for it.',
};
const welcome = {
  title: 'Feed the soil',
  text: `${soil.text} Neighbours may come in whenever somebody is here. We greet them and show them around.`,
};

describe('the matching of values', () => {
  const cases: readonly (readonly [
    name: string,
    after: readonly Matchable[],
    expected: readonly string[],
  ])[] = [
    ['knows a value that moved', [soil, share, gate], ['soil', 'share', 'gate']],
    [
      'knows one that was renamed and reworded',
      [
        {
          title: 'An open gate',
          text: 'Neighbours may come in as soon as somebody of us is here. We greet and show them around the beds.',
        },
      ],
      ['gate'],
    ],
    [
      'knows a new one',
      [...before, { title: 'Rest in winter', text: 'From November on we sleep.' }],
      ['share', 'gate', 'soil', '–'],
    ],
    [
      'knows both parts of one that was split, of which the larger keeps the identity',
      [borrowing, gate, mending, soil],
      ['– of share', 'gate', 'share', 'soil'],
    ],
    ['knows a value into which another went', [share, welcome], ['share', 'soil + gate']],
    [
      'knows all of this at once',
      [welcome, mending, { title: 'Rest in winter', text: 'From November on we sleep.' }, borrowing],
      ['soil + gate', 'share', '–', '– of share'],
    ],
    [
      'gives the best pair of all the identity, not the first that would do',
      [
        { title: 'Lend tools', text: 'Saws of the shed belong to all. We mend together what broke.' },
        { title: 'Tools for all of us', text: share.text.replace('Saturday', 'Sunday') },
      ],
      ['–', 'share'],
    ],
    [
      'takes an explicit id for what it says',
      [soil, { ...gate, explicitId: 'share' }],
      ['soil', 'share + gate'],
    ],
    ['takes an explicit id that nobody had for a new value', [{ ...gate, explicitId: 'open' }], ['–']],
    ['takes a declared source for what it says', [{ ...gate, from: [soil.id] }], ['soil']],
    ['takes a value that is declared to come from none for new', [{ ...gate, from: [] }], ['–']],
    [
      'takes declared sources for a merging, and keeps the most similar',
      [{ title: 'One for all', text: gate.text, from: [soil.id, gate.id] }],
      ['gate + soil'],
    ],
    [
      'takes one declared source for a split',
      [share, { title: 'Rest in winter', text: 'We sleep.', from: [share.id] }],
      ['share', '– of share'],
    ],
    [
      'merges nothing into a value whose sources are declared',
      [share, { ...welcome, explicitId: 'soil', from: [soil.id] }],
      ['share', 'soil'],
    ],
  ];
  for (const [name, after, expected] of cases) {
    it(name, () => {
      assert.deepEqual(matchValues(after, before).map(told), expected);
    });
  }

  it('reads languages without blanks, and knows nothing of any', () => {
    const bases = [
      {
        id: 'a' as ValueId,
        title: '共有する',
        text: '道具はみんなのものです。借りた人はきれいにして返します。',
      },
      {
        id: 'b' as ValueId,
        title: 'Compartir la cosecha',
        text: 'Lo que crece aquí se reparte según la necesidad.',
      },
    ];
    const after = [
      { title: 'Repartir lo que crece', text: 'La cosecha se reparte según la necesidad de cada persona.' },
      { title: '道具', text: '道具はみんなのものです。借りた人は洗って返します。' },
    ];

    assert.deepEqual(matchValues(after, bases).map(told), ['b', 'a']);
  });

  describe('of made-up charters that were edited at random', () => {
    /** Of a hundred edits, at least. */
    const floors: Readonly<Record<EditKind, number>> = {
      ...{ kept: 99.5, moved: 99.5, renamed: 99, reworded: 99, 'renamed-and-reworded': 92 },
      ...{ split: 95, merged: 96, added: 97, removed: 96 },
    };

    for (const kind of editKinds) {
      it(`finds what was ${kind} where nothing else was`, () => {
        assert.ok(percent(ratesOf(150, kind).get(kind)) >= floors[kind]);
      });
    }

    it('finds each kind among several at once', () => {
      const rates = ratesOf(400);

      const low = editKinds.filter((kind) => percent(rates.get(kind)) < floors[kind]);
      assert.deepEqual(low, []);
    });

    it('always follows explicit ids, whatever else was edited', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 99 }), (seed, turn) => {
          const planted = plantEdits(seed);
          const ids = planted.before.map(({ id }) => id);
          const written = planted.after.map(({ title, text }, place) => {
            const id = ids[(place + turn) % ids.length];
            return { title, text, ...(place % 2 === 0 && place < ids.length ? { explicitId: id! } : {}) };
          });

          const found = identify(written, planted.before);

          for (const [place, { explicitId }] of written.entries())
            if (explicitId !== undefined)
              assert.deepEqual([found[place]?.id, found[place]?.from[0]], [explicitId, explicitId]);
        }),
      );
    });

    it('gives no two values one identity, and none that an earlier draft gave to another', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
          const { before: first, after } = plantEdits(seed);
          const gone = first.map((value) => ({ ...value, text: `${value.text} Long ago.` }));
          const titles = after.map(({ title }) => ({ id: slug(title), title: 'Gone', text: 'Long gone.' }));

          const found = identify(after, first, [...gone, ...titles]);

          assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
          for (const { id, change } of found)
            if (change === 'added') assert.ok(!titles.some((each) => each.id === id), id);
        }),
      );
    });

    it('finds the same each time', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
          const { before: first, after } = plantEdits(seed);

          assert.deepEqual(matchValues(after.map(bare), first), matchValues(after.map(bare), first));
        }),
        { numRuns: 20 },
      );
    });
  });
});

function told({ keeps, from }: Match): string {
  if (keeps === undefined) return from.length === 0 ? '–' : `– of ${from.join(' + ')}`;
  assert.equal(from[0], keeps);
  return from.join(' + ');
}

function percent(rate: Rate | undefined): number {
  assert.ok(rate);
  return (100 * rate.found) / rate.of;
}

function bare({ title, text }: Matchable): Matchable {
  return { title, text };
}

function slug(title: string): ValueId {
  return title.toLowerCase().replace(/[^a-z]+/g, '-') as ValueId;
}
