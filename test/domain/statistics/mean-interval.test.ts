import assert from 'node:assert/strict';

import { meanIntervalOf } from '../../../src/domain/statistics/mean-interval.js';

describe('the interval of a mean', () => {
  it('is that of the bootstrap for a distribution of this community', () => {
    const { low, high } = meanIntervalOf([2, 1, 3, 11, 36]);

    assert.ok(Math.abs(low - 4.19) <= 0.02, String(low));
    assert.ok(Math.abs(high - 4.7) <= 0.02, String(high));
  });

  it('is a point where all answered the same', () => {
    assert.deepEqual(meanIntervalOf([0, 0, 0, 12, 0]), { low: 4, high: 4 });
    assert.deepEqual(meanIntervalOf([0, 0, 0, 0, 12_000]), { low: 5, high: 5 });
  });

  it('hardly changes where its normal limit takes over', () => {
    const computed = meanIntervalOf([20, 20, 30, 50, 80]);
    const limit = meanIntervalOf([20, 20, 30, 50, 81]);

    assert.ok(Math.abs(computed.low - limit.low) < 0.02, `${computed.low} ${limit.low}`);
    assert.ok(Math.abs(computed.high - limit.high) < 0.02, `${computed.high} ${limit.high}`);
  });

  it('never leaves the scale', () => {
    const { low, high } = meanIntervalOf([0, 0, 0, 1, 9_999]);

    assert.ok(low > 4.99 && high <= 5);
  });
});
