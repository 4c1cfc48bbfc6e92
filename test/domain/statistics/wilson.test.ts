import assert from 'node:assert/strict';

import { effectiveSize, wilson } from '../../../src/domain/statistics/wilson.js';
import { near } from './near.js';

describe('the interval of a share', () => {
  const cases: readonly (readonly [number, number, number, number])[] = [
    [44, 53, 0.7077, 0.908],
    [39, 53, 0.6042, 0.8356],
    [5, 5, 0.5655, 1],
    [0, 7, 0, 0.3543],
  ];
  for (const [hits, n, low, high] of cases) {
    it(`reaches from ${low} to ${high} for ${hits} of ${n}`, () => {
      const interval = wilson(hits, n);

      near(interval.low, low);
      near(interval.high, high);
    });
  }

  it('never leaves 0 to 1', () => {
    for (let n = 1; n <= 60; n += 1)
      for (let hits = 0; hits <= n; hits += 1) {
        const { low, high } = wilson(hits, n);
        assert.ok(0 <= low && low <= hits / n && hits / n <= high && high <= 1);
      }
  });
});

describe('the effective size of a finite community', () => {
  it('grows the more of it answered, and makes the interval narrower', () => {
    const size = effectiveSize(53, 106);

    near(size, 105);
    const [finite, endless] = [wilson(0.5 * (size ?? 0), size ?? 0), wilson(26.5, 53)];
    assert.ok(finite.high - finite.low < endless.high - endless.low);
  });

  it('is the number of answers where few of very many answered', () => {
    near(effectiveSize(53, 10_000_000), 53, 2);
  });

  it('has no meaning once everybody answered', () => {
    assert.equal(effectiveSize(53, 53), undefined);
    assert.equal(effectiveSize(54, 53), undefined);
  });
});
