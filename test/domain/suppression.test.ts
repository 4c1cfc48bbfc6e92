import assert from 'node:assert/strict';

import fc from 'fast-check';

import { distributionBy, onScale, together, without } from '../../src/domain/distribution.js';
import type { Distribution } from '../../src/domain/release.js';
import { breakDown, type Group } from '../../src/domain/suppression.js';
import { distributionOf } from './distribution-of.js';

describe('telling answers by group', () => {
  it('hides small groups that are enough together', () => {
    const breakdown = told([2, 4, 6, 9, 14, 7, 2, 1], { unstated: 8 });

    assert.deepEqual(breakdown, { shown: [6, 9, 14, 7], hidden: [2, 4, 2, 1] });
  });

  it('hides the next smallest as well when they are not', () => {
    const breakdown = told([2, 6, 9, 14, 7, 1], { unstated: 0 });

    assert.deepEqual(breakdown, { shown: [9, 14, 7], hidden: [2, 6, 1] });
  });

  it('hides a second group where there would be one, however many said none', () => {
    assert.deepEqual(told([3, 8, 9, 14], { unstated: 30 }), { shown: [9, 14], hidden: [3, 8] });
  });

  it('hides nothing where nothing is small', () => {
    assert.deepEqual(told([5, 6, 9], { unstated: 0 }), { shown: [5, 6, 9], hidden: [] });
    assert.deepEqual(told([5, 6, 9], { unstated: 5 }), { shown: [5, 6, 9], hidden: [] });
  });

  it('hides groups when those who said none would be too few alone', () => {
    assert.deepEqual(told([9, 5, 6, 12], { unstated: 4 }), { shown: [9, 12], hidden: [5, 6] });
  });

  it('tells nothing by group when fewer than two could be shown', () => {
    assert.equal(told([4, 30], { unstated: 0 }), undefined);
    assert.equal(told([4, 6, 30], { unstated: 0 }), undefined);
    assert.equal(told([30], { unstated: 0 }), undefined);
    assert.equal(told([], { unstated: 30 }), undefined);
  });

  it('does not count not clear and no opinion towards the size of a group, but towards what is left', () => {
    const quiet = { group: 'quiet', counts: distributionOf({ 4: 4, unclear: 20 }) };
    const lab = { group: 'lab', counts: some(9) };
    const office = { group: 'office', counts: some(8) };
    const left = distributionOf({ unclear: 3 });

    const breakdown = breakDown({ ...withAll([lab, office, quiet]), least: 5 });
    const rest = breakDown({ all: together([some(9), some(8), left]), groups: [lab, office], least: 5 });

    assert.equal(breakdown, undefined);
    assert.equal(rest, undefined);
  });

  it('tells no rest of which fewer than five chose a step', () => {
    const groups = [9, 8, 7].map((size) => ({ group: String(size), counts: some(size) }));
    const all = together([...groups.map(({ counts }) => counts), distributionOf({ 2: 1, unclear: 10 })]);

    assert.deepEqual(breakDown({ all, groups, least: 5 }), undefined);
  });

  it('hides a group that gave one low answer only like a small one, and does not tell which it was', () => {
    const low = { group: 'guests', counts: distributionOf({ 1: 12, unclear: 3 }) };
    const small = { group: 'guests', counts: some(3) };
    const others = [9, 14, 7].map((size) => ({ group: String(size), counts: some(size) }));

    const uniform = breakDown({ ...withAll([...others, low]), least: 5 });
    const tooFew = breakDown({ ...withAll([...others, small]), least: 5 });

    assert.deepEqual(uniform, tooFew);
    assert.deepEqual(uniform?.hidden, ['7', 'guests']);
  });

  it('shows a group that gave one high answer only', () => {
    const groups = [
      { group: 'lab', counts: distributionOf({ 3: 6 }) },
      { group: 'office', counts: distributionOf({ 5: 6 }) },
    ];

    assert.deepEqual(breakDown({ ...withAll(groups), least: 5 })?.hidden, []);
  });

  it('leaves no rest that gave one low answer only', () => {
    const lows = [5, 6].map((size) => ({ group: `low ${size}`, counts: distributionOf({ 2: size }) }));
    const others = [9, 14, 7].map((size) => ({ group: String(size), counts: some(size) }));

    const breakdown = breakDown({ ...withAll([...others, ...lows]), least: 5 });

    assert.deepEqual(breakdown?.hidden, ['7', 'low 5', 'low 6']);
  });

  it('names a group that did not answer among the hidden, without hiding another for it', () => {
    const groups = [9, 14, 0].map((size) => ({ group: String(size), counts: some(size) }));

    assert.deepEqual(breakDown({ ...withAll(groups), least: 5 })?.hidden, ['0']);
  });

  const counts = fc
    .array(fc.nat(7), { minLength: 7, maxLength: 7 })
    .map((given) =>
      distributionBy(
        (answer) => given[typeof answer === 'number' ? answer - 1 : answer === 'unclear' ? 5 : 6] ?? 0,
      ),
    );
  const community = fc.record({
    groups: fc.array(counts, { maxLength: 6 }),
    unstated: counts,
    least: fc.integer({ min: 5, max: 20 }),
  });

  it('never shows more when the threshold is higher', () => {
    fc.assert(
      fc.property(community, fc.integer({ min: 1, max: 10 }), ({ groups, unstated, least }, more) => {
        const given = answersOf(groups, unstated);

        const shown = namesIn(breakDown({ ...given, least }));
        const stricter = namesIn(breakDown({ ...given, least: least + more }));

        assert.ok(stricter.every((group) => shown.includes(group)));
      }),
    );
  });

  it('leaves nothing that is smaller than a group may be, whichever groups are taken away', () => {
    fc.assert(
      fc.property(community, ({ groups, unstated, least }) => {
        const given = answersOf(groups, unstated);
        const breakdown = breakDown({ ...given, least });
        if (breakdown === undefined) return;

        const rest = without(given.all, together(breakdown.shown.map((each) => each.counts)));
        const people = Object.values(rest).reduce((sum, count) => sum + count, 0);
        assert.ok(people === 0 || people >= least);
        assert.ok(onScale(rest) === 0 || onScale(rest) >= least);
        assert.ok(breakdown.shown.every((each) => onScale(each.counts) >= least));
        assert.ok(breakdown.shown.length >= 2);
      }),
      { numRuns: 500 },
    );
  });
});

/** Groups of these sizes, told by size. */
function told(sizes: readonly number[], { unstated }: { unstated: number }) {
  const groups = sizes.map((size, index) => ({ group: `${index} ${size}`, counts: some(size) }));
  const all = together([...groups.map(({ counts }) => counts), some(unstated)]);
  const breakdown = breakDown({ all, groups, least: 5 });
  if (breakdown === undefined) return undefined;
  const sizeIn = (name: string) => Number(name.split(' ')[1]);
  return {
    shown: breakdown.shown.map(({ group }) => sizeIn(group)),
    hidden: breakdown.hidden.map(sizeIn),
  };
}

/** So many answers, not all of them alike where there is more than one. */
function some(size: number): Distribution {
  return distributionOf({ 2: Math.floor(size / 2), 4: Math.ceil(size / 2) });
}

function withAll(groups: readonly Group[]) {
  return { all: together(groups.map(({ counts }) => counts)), groups };
}

function answersOf(groups: readonly Distribution[], unstated: Distribution) {
  const named = groups.map((counts, index) => ({ group: `group ${index}`, counts }));
  return { all: together([...groups, unstated]), groups: named };
}

function namesIn(breakdown: ReturnType<typeof breakDown>): readonly string[] {
  return breakdown?.shown.map(({ group }) => group) ?? [];
}
