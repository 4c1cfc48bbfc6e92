import assert from 'node:assert/strict';

import { signTest } from '../../../src/domain/statistics/sign-test.js';
import { near } from './near.js';

describe('the sign test', () => {
  const cases: readonly (readonly [number, number, number])[] = [
    [8, 1, 0.039063],
    [1, 8, 0.039063],
    [5, 0, 0.0625],
    [5, 5, 1],
    [0, 0, 1],
    [60, 40, 0.056888],
  ];
  for (const [up, down, p] of cases) {
    it(`of ${up} up and ${down} down gives ${p}`, () => {
      near(signTest(up, down), p, 6);
    });
  }

  it('can be done for more pairs than the powers of one half have digits', () => {
    assert.equal(signTest(1_000, 1_000), 1);
    const p = signTest(1_060, 940);
    assert.ok(p > 0.007 && p < 0.0085, String(p));
  });
});
