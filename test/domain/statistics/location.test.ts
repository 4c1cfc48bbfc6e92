import assert from 'node:assert/strict';

import { interpolatedMedianOf, meanOf, medianOf } from '../../../src/domain/statistics/location.js';
import { near } from './near.js';

describe('the middle of a distribution', () => {
  const cases: readonly (readonly [readonly number[], number, number, number])[] = [
    [[2, 1, 3, 11, 36], 4.472, 5, 4.7639],
    [[0, 5, 25, 15, 5], 3.4, 3, 3.3],
    [[15, 3, 4, 3, 25], 3.4, 4.5, 4.5],
    [[4, 4, 4, 4, 4], 3, 3, 3],
    [[0, 0, 2, 2, 0], 3.5, 3.5, 3.5],
    [[0, 0, 5, 0, 0], 3, 3, 3],
    [[1, 0, 0, 0, 0], 1, 1, 1],
  ];
  for (const [counts, mean, median, interpolated] of cases) {
    it(`of ${counts.join(', ')}: mean ${mean}, median ${median}, interpolated ${interpolated}`, () => {
      near(meanOf(counts), mean, 3);
      assert.equal(medianOf(counts), median);
      near(interpolatedMedianOf(counts), interpolated);
    });
  }
});
