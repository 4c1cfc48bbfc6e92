import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { DraftContent, ValueId } from '../../src/domain/draft.js';
import { answers, type Answer } from '../../src/domain/rating.js';
import { fewestAnswers, fewestChanged, resultsOf, type Tally } from '../../src/domain/results.js';
import { aDraft, openScience, shareCredit } from '../contract/made-up.js';

const draft: DraftContent = aDraft('garden' as never);

describe('the results of a draft', () => {
  it('tell the whole distribution, its size, and the share of the two highest steps', () => {
    const [first] = resultsOf(draft, [
      ...tallies(openScience, { 1: 1, 3: 2, 4: 3, 5: 4, unclear: 2, 'no-opinion': 1 }),
      ...tallies(shareCredit, { 5: 9 }),
    ]);

    assert.deepEqual(first, {
      kind: 'shown',
      value: openScience,
      title: 'Promote open science',
      counts: { 1: 1, 2: 0, 3: 2, 4: 3, 5: 4 },
      n: 10,
      unclear: 2,
      noOpinion: 1,
      topTwoShare: 0.7,
    });
  });

  it('come in the order of the draft, whatever order the counts have', () => {
    const counts = [...tallies(shareCredit, { 1: 5 }), ...tallies(openScience, { 5: 5 })];

    assert.deepEqual(
      resultsOf(draft, counts).map(({ value }) => value),
      [openScience, shareCredit],
    );
  });

  it('hide a value with fewer than five answers on the scale, and tell nothing of it', () => {
    const few = tallies(openScience, { 1: 2, 5: 2, unclear: 100, 'no-opinion': 100 });
    const enough = tallies(shareCredit, { 3: fewestAnswers });

    const [hidden, shown] = resultsOf(draft, [...few, ...enough]);

    assert.deepEqual(hidden, { kind: 'hidden', value: openScience, title: 'Promote open science' });
    assert.equal(shown?.kind, 'shown');
  });

  it('of a draft that nobody rated are hidden', () => {
    assert.deepEqual(
      resultsOf(draft, []).map(({ kind }) => kind),
      ['hidden', 'hidden'],
    );
  });

  it('stay as they were shown before, until five answers changed', () => {
    const now = tallies(openScience, { 4: 9 });
    const before = { tally: tallies(openScience, { 3: 5 }), changed: fewestAnswers - 1 };

    const [stands, other] = resultsOf(draft, now, new Map([[openScience, before]]));
    const [fresh] = resultsOf(draft, now, new Map([[openScience, { ...before, changed: fewestAnswers }]]));

    assert.deepEqual(stands?.kind === 'shown' && [stands.counts[3], stands.n, stands.earlier], [5, 5, true]);
    assert.equal(other?.kind, 'hidden');
    assert.deepEqual(fresh?.kind === 'shown' && [fresh.counts[4], fresh.n, fresh.earlier], [9, 9, undefined]);
  });

  it('add up, and never show fewer than five', () => {
    const counts = fc.record(Object.fromEntries(answers.map((answer) => [String(answer), fc.nat(6)])));
    fc.assert(
      fc.property(counts, (given) => {
        const [result] = resultsOf(draft, tallies(openScience, given));
        const onScale = [1, 2, 3, 4, 5].reduce((sum, step) => sum + (given[String(step)] ?? 0), 0);
        assert.equal(result?.kind, onScale < 5 ? 'hidden' : 'shown');
        if (result.kind !== 'shown') return;
        assert.equal(result.n, onScale);
        assert.equal(
          Object.values(result.counts).reduce((sum, count) => sum + count, 0),
          onScale,
        );
        assert.ok(result.topTwoShare >= 0 && result.topTwoShare <= 1);
      }),
    );
  });
});

describe('what changed between two tallies', () => {
  const cases: readonly (readonly [
    Readonly<Record<string, number>>,
    Readonly<Record<string, number>>,
    number,
  ])[] = [
    [{ 3: 5 }, { 3: 5 }, 0],
    [{ 3: 5 }, { 3: 7 }, 2],
    [{ 3: 5 }, { 3: 1 }, 4],
    [{ 3: 5 }, { 3: 2, 4: 3 }, 3],
    [{ 3: 5 }, { 3: 2, 4: 1, 'no-opinion': 1 }, 3],
    [{ 3: 5, unclear: 2 }, { 3: 6, unclear: 1 }, 1],
    [{}, { 1: 1, 2: 1 }, 2],
  ];
  for (const [before, after, changed] of cases) {
    it(`is ${changed} answers at the least from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const [one, other] = [tallies(openScience, before), tallies(openScience, after)];

      assert.equal(fewestChanged(one, other), changed);
      assert.equal(fewestChanged(other, one), changed);
    });
  }

  it('is never more than the members who answered otherwise', () => {
    const given = fc.array(fc.option(fc.constantFrom(...answers)), { minLength: 8, maxLength: 8 });
    const tallied = (all: readonly (Answer | null)[]) =>
      answers.map((answer) => ({
        value: openScience,
        answer,
        count: all.filter((each) => each === answer).length,
      }));
    fc.assert(
      fc.property(given, given, (before, after) => {
        const members = before.filter((answer, index) => answer !== after[index]).length;

        assert.ok(fewestChanged(tallied(before), tallied(after)) <= members);
      }),
    );
  });
});

function tallies(value: ValueId, counts: Readonly<Record<string, number>>): readonly Tally[] {
  return answers.flatMap((answer: Answer) => {
    const count = counts[String(answer)] ?? 0;
    return count === 0 ? [] : [{ value, answer, count }];
  });
}
