import { consensusOf } from '../../../src/domain/statistics/consensus.js';
import { near } from './near.js';

describe('consensus', () => {
  const cases: readonly (readonly [readonly number[], number])[] = [
    [[10, 0, 0, 0, 10], 0],
    [[4, 4, 4, 4, 4], 0.434],
    [[2, 1, 3, 11, 36], 0.6498],
    [[15, 3, 4, 3, 25], 0.1714],
    [[0, 0, 0, 0, 9], 1],
  ];
  for (const [counts, consensus] of cases) {
    it(`of ${counts.join(', ')} is ${consensus}`, () => {
      near(consensusOf(counts), consensus);
    });
  }
});
