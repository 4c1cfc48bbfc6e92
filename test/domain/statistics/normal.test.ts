import { twoSidedTail } from '../../../src/domain/statistics/normal.js';
import { near } from './near.js';

describe('the tails of the normal distribution', () => {
  const cases: readonly (readonly [number, number])[] = [
    [0, 1],
    [1, 0.317311],
    [1.959964, 0.05],
    [-1.959964, 0.05],
    [2.575829, 0.01],
    [4, 0.000063],
  ];
  for (const [z, p] of cases) {
    it(`beyond ${z} are ${p}`, () => {
      near(twoSidedTail(z), p, 6);
    });
  }
});
