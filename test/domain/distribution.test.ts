import assert from 'node:assert/strict';

import fc from 'fast-check';

import { distributionBy, fewestChanged } from '../../src/domain/distribution.js';
import { answers, type Answer } from '../../src/domain/rating.js';
import type { Distribution } from '../../src/domain/release.js';
import { distributionOf } from './distribution-of.js';

describe('what changed between two distributions', () => {
  const cases: readonly (readonly [Partial<Distribution>, Partial<Distribution>, number])[] = [
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
      const [one, other] = [distributionOf(before), distributionOf(after)];

      assert.equal(fewestChanged(one, other), changed);
      assert.equal(fewestChanged(other, one), changed);
    });
  }

  it('is never more than the members who answered otherwise', () => {
    const given = fc.array(fc.option(fc.constantFrom(...answers)), { minLength: 8, maxLength: 8 });
    const counted = (all: readonly (Answer | null)[]) =>
      distributionBy((answer) => all.filter((each) => each === answer).length);
    fc.assert(
      fc.property(given, given, (before, after) => {
        const members = before.filter((answer, index) => answer !== after[index]).length;

        assert.ok(fewestChanged(counted(before), counted(after)) <= members);
      }),
    );
  });
});
