import assert from 'node:assert/strict';

import { worstCase } from '../../../src/domain/statistics/worst-case.js';
import { near } from './near.js';

describe('the worst case', () => {
  it('of 60 yes, 20 no and 20 silent of 100 is from 60 % to 80 %', () => {
    const { low, high } = worstCase({ share: 60 / 80, answered: 80, asked: 100 });

    near(low, 0.6, 9);
    near(high, 0.8, 9);
  });

  it('is the share itself when everybody answered', () => {
    assert.deepEqual(worstCase({ share: 0.75, answered: 20, asked: 20 }), { low: 0.75, high: 0.75 });
    assert.deepEqual(worstCase({ share: 0.75, answered: 21, asked: 20 }), { low: 0.75, high: 0.75 });
  });

  it('is anything when nobody was asked', () => {
    assert.deepEqual(worstCase({ share: 0.75, answered: 0, asked: 0 }), { low: 0, high: 1 });
  });
});
