import assert from 'node:assert/strict';

import {
  changesBetween,
  invalidRule,
  usualRules,
  weakenings,
  type ProcessRules,
} from '../../src/domain/process.js';

const rules: ProcessRules = {
  least: 8,
  results: 'interim',
  review: 'before',
  page: 'community',
  identityDays: 30,
  communitySize: 120,
  groups: ['lab', 'office'],
  adoption: usualRules.adoption,
  second: [],
};

describe('The rules of a process', () => {
  const weakened: readonly (readonly [Partial<ProcessRules>, Partial<ProcessRules>])[] = [
    [{ least: 8 }, { least: 7 }],
    [{ results: 'at-closing' }, { results: 'interim' }],
    [{ review: 'before' }, { review: 'after' }],
    [{ page: 'community' }, { page: 'public' }],
    [{ identityDays: 30 }, { identityDays: 31 }],
    [{ groups: [] }, { groups: ['lab', 'office'] }],
    [{ groups: ['lab', 'office'] }, { groups: [] }],
    [{ groups: ['lab', 'office'] }, { groups: ['office', 'lab'] }],
  ];
  for (const [before, after] of weakened) {
    it(`are weaker from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      const [rule] = Object.keys(after);

      const found = weakenings({ ...rules, ...before }, { ...rules, ...after });

      assert.deepEqual(
        found.map((change) => change.rule),
        [rule],
      );
    });
  }

  const kept: readonly (readonly [Partial<ProcessRules>, Partial<ProcessRules>])[] = [
    [{ least: 8 }, { least: 9 }],
    [{ results: 'interim' }, { results: 'at-closing' }],
    [{ review: 'after' }, { review: 'before' }],
    [{ page: 'public' }, { page: 'community' }],
    [{ identityDays: 30 }, { identityDays: 1 }],
    [{ communitySize: 120 }, { communitySize: 3 }],
    [{ groups: ['lab', 'office'] }, { groups: ['lab', 'office'] }],
  ];
  for (const [before, after] of kept) {
    it(`are no weaker from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      assert.deepEqual(weakenings({ ...rules, ...before }, { ...rules, ...after }), []);
    });
  }

  it('name what changed, from what to what', () => {
    const { communitySize: _size, ...before } = rules;

    const changes = changesBetween(before, { ...rules, least: 10 });

    assert.deepEqual(changes, [
      { rule: 'least', from: 8, to: 10 },
      { rule: 'communitySize', from: null, to: 120 },
    ]);
  });

  it('are fine as they usually are, and when nothing is asked for', () => {
    assert.equal(invalidRule(usualRules), undefined);
    assert.equal(invalidRule({}), undefined);
  });

  const twelve = Array.from({ length: 12 }, (_, index) => `group ${String(index)}`);
  const invalid: readonly Readonly<Record<string, unknown>>[] = [
    ...[4, 1001, 5.5, '8', Number.NaN].map((least) => ({ least })),
    ...[0, 366].map((identityDays) => ({ identityDays })),
    ...[0, -1].map((communitySize) => ({ communitySize })),
    { results: 'never' },
    { review: 'sometimes' },
    { page: 'nobody' },
    ...[['lab'], ['lab', 'Lab'], ['lab', ''], ['lab', ' office'], ['lab', 'x'.repeat(41)]].map((groups) => ({
      groups,
    })),
    { groups: [...twelve, 'one more'] },
    { groups: 'lab' },
  ];
  for (const wish of invalid) {
    it(`cannot be ${JSON.stringify(wish)}`, () => {
      assert.equal(invalidRule(wish as Partial<ProcessRules>), Object.keys(wish)[0]);
    });
  }

  it('may go to their bounds', () => {
    for (const least of [5, 1000]) assert.equal(invalidRule({ least }), undefined);
    for (const identityDays of [1, 365]) assert.equal(invalidRule({ identityDays }), undefined);
    assert.equal(invalidRule({ communitySize: 1 }), undefined);
    assert.equal(invalidRule({ groups: twelve }), undefined);
    assert.equal(invalidRule({ groups: ['x'.repeat(40), 'y'] }), undefined);
    assert.equal(invalidRule({ groups: [] }), undefined);
  });
});
