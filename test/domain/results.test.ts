import assert from 'node:assert/strict';

import fc from 'fast-check';

import { distributionBy } from '../../src/domain/distribution.js';
import type { ValueId } from '../../src/domain/draft.js';
import { answers, type Answer } from '../../src/domain/rating.js';
import type { Distribution, Figures, ReleasedValue } from '../../src/domain/release.js';
import { findingOf, resultsOf } from '../../src/domain/results.js';
import { distributionOf } from './distribution-of.js';
import { near } from './statistics/near.js';

describe('what the answers to a value tell', () => {
  it('is the whole distribution, and what can be said of it', () => {
    const finding = findingOf(
      distributionOf({ 1: 2, 2: 1, 3: 3, 4: 11, 5: 36, unclear: 4, 'no-opinion': 2 }),
    );

    assert.deepEqual(finding.counts, { 1: 2, 2: 1, 3: 3, 4: 11, 5: 36 });
    assert.deepEqual([finding.n, finding.unclear, finding.noOpinion], [53, 4, 2]);
    assert.equal(finding.topTwoShare, 47 / 53);
    assert.equal(finding.median, 5);
    near(finding.interpolatedMedian, 4.7639);
    near(finding.mean, 4.4717);
    near(finding.agreement, 0.72327, 6);
    near(finding.interval?.low, 0.7742);
    near(finding.interval?.high, 0.9471);
    near(finding.meanInterval?.low, 4.19, 1);
    near(finding.meanInterval?.high, 4.7, 1);
    assert.deepEqual([finding.badge, finding.isUnclear], ['shared', false]);
  });

  const badges: readonly (readonly [Partial<Distribution>, string | undefined])[] = [
    [{ 4: 4, 5: 6 }, 'shared'],
    [{ 4: 3, 5: 6 }, undefined],
    // They agree, but that it hardly resonates.
    [{ 1: 6, 2: 4 }, 'mixed'],
    [{ 1: 2, 2: 5, 3: 15, 4: 16, 5: 15 }, 'mixed'],
    [{ 2: 5, 3: 25, 4: 15, 5: 5 }, 'mixed'],
    [{ 1: 15, 2: 3, 3: 4, 4: 3, 5: 25 }, 'split'],
    [{ 1: 10, 5: 10 }, 'split'],
    [{ 1: 4, 2: 4, 3: 4, 4: 4, 5: 4 }, 'split'],
    // A quarter on either side is as much as two camps need.
    [{ 1: 5, 3: 10, 5: 5 }, 'split'],
    [{ 1: 4, 3: 12, 5: 4 }, 'mixed'],
    // Not clear and no opinion make no badge.
    [{ 5: 9, unclear: 9, 'no-opinion': 9 }, undefined],
  ];
  for (const [counts, badge] of badges) {
    it(`is ${badge ?? 'without a badge'} for ${JSON.stringify(counts)}`, () => {
      assert.equal(findingOf(distributionOf(counts)).badge, badge);
    });
  }

  it('has neither interval nor badge below ten answers on the five steps', () => {
    const finding = findingOf(distributionOf({ 5: 9, unclear: 30 }));

    assert.ok(!('interval' in finding) && !('meanInterval' in finding) && !('badge' in finding));
  });

  const unclear: readonly (readonly [Partial<Distribution>, boolean])[] = [
    [{ 5: 20, unclear: 5 }, true],
    [{ 5: 21, unclear: 5 }, false],
    [{ 5: 5, unclear: 4 }, false],
    // Who has no opinion may have understood it.
    [{ 5: 20, unclear: 5, 'no-opinion': 50 }, true],
  ];
  for (const [counts, is] of unclear) {
    it(`says that the words are ${is ? 'worth another look' : 'clear enough'} for ${JSON.stringify(counts)}`, () => {
      assert.equal(findingOf(distributionOf(counts)).isUnclear, is);
    });
  }

  const given = fc
    .array(fc.constantFrom(...answers), { minLength: 5, maxLength: 60 })
    .filter((all) => all.some((answer) => typeof answer === 'number'));

  it('does not depend on the order in which it was answered', () => {
    fc.assert(
      fc.property(given, fc.infiniteStream(fc.nat()), (all, order) => {
        const keyed = all.map((answer) => ({ answer, key: Number(order.next().value) }));
        const shuffled = keyed.toSorted((one, other) => one.key - other.key).map(({ answer }) => answer);

        assert.deepEqual(findingOf(counted(shuffled)), findingOf(counted(all)));
      }),
    );
  });

  it('is the same for share, agreement and badge whether something is not clear or no opinion', () => {
    fc.assert(
      fc.property(given, (all) => {
        const before = findingOf(counted(all));
        const after = findingOf(counted(all.map((answer) => (answer === 'unclear' ? 'no-opinion' : answer))));

        const sureOf = ({ unclear: _, noOpinion: __, isUnclear: ___, ...rest }: typeof before) => rest;
        assert.deepEqual(sureOf(after), sureOf(before));
      }),
    );
  });

  it('adds up', () => {
    fc.assert(
      fc.property(given, (all) => {
        const finding = findingOf(counted(all));

        const sum = Object.values(finding.counts).reduce((before, count) => before + count, 0);
        assert.equal(sum, finding.n);
        assert.equal(finding.n + finding.unclear + finding.noOpinion, all.length);
        assert.ok(finding.mean >= 1 && finding.mean <= 5 && finding.median >= 1 && finding.median <= 5);
      }),
    );
  });

  it('leaves less to chance the more of a community answered, and nothing when all did', () => {
    const counts = distributionOf({ 2: 9, 4: 30, 5: 14 });
    const endless = findingOf(counts).interval!;
    const half = findingOf(counts, 106).interval!;
    const almost = findingOf(counts, 54).interval!;

    assert.ok(endless.low < half.low && half.low < almost.low);
    assert.ok(endless.high > half.high && half.high > almost.high);
    assert.deepEqual(findingOf(counts, 53).interval, { low: 44 / 53, high: 44 / 53 });
    assert.equal(findingOf(counts, 1_000_000).interval!.low.toFixed(3), endless.low.toFixed(3));
  });
});

describe('the results of a release', () => {
  it('come by the lower end of the interval, not by the share', () => {
    const few = aValue('few', { all: distributionOf({ 5: 10 }) });
    const many = aValue('many', { all: distributionOf({ 3: 5, 5: 95 }) });

    assert.deepEqual(namesOf([few, many]), ['many', 'few']);
  });

  it('end with values without an interval, and with hidden ones after them, both in the order of the draft', () => {
    const small = (name: string, step: 1 | 5) => aValue(name, { all: distributionOf({ [step]: 9 }) });
    const low = aValue('low', { all: distributionOf({ 1: 30 }) });

    const names = namesOf([aValue('hidden'), small('one', 1), aValue('hidden too'), small('two', 5), low]);

    assert.deepEqual(names, ['low', 'one', 'two', 'hidden', 'hidden too']);
  });

  it('tell of a hidden value that it is, and nothing else', () => {
    assert.deepEqual(resultsOf({ values: [aValue('quiet')] }), [
      { kind: 'hidden', value: 'quiet', title: 'Title of quiet' },
    ]);
  });

  it('tell of groups what they tell of all, and which are not shown', () => {
    const counts = distributionOf({ 4: 6, 5: 6 });
    const all = distributionOf({ 4: 20, 5: 20 });
    const groups = { shown: [{ group: 'lab', counts }], hidden: ['guests'] };

    const [result] = resultsOf({ values: [aValue('garden', { all, groups, earlier: true })] });

    assert.deepEqual(result, {
      kind: 'shown',
      value: 'garden',
      title: 'Title of garden',
      ...findingOf(all),
      groups: { shown: [{ group: 'lab', ...findingOf(counts) }], hidden: ['guests'] },
      earlier: true,
    });
  });
});

function counted(all: readonly Answer[]): Distribution {
  return distributionBy((answer) => all.filter((each) => each === answer).length);
}

function aValue(name: string, figures?: Figures): ReleasedValue {
  const value = { value: name as ValueId, title: `Title of ${name}`, wording: name };
  return figures === undefined ? value : { ...value, figures };
}

function namesOf(values: readonly ReleasedValue[]): readonly string[] {
  return resultsOf({ values }).map(({ value }) => value);
}
