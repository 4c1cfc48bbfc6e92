import assert from 'node:assert/strict';

import { responseRate, responseRateWithPartial } from '../../../src/domain/statistics/response-rate.js';

const asked = { complete: 40, partial: 13, declined: 7, silent: 30, notReachable: 6, unknown: 4 };

describe('the response rate', () => {
  it('counts those who answered everything among all who were asked', () => {
    assert.equal(responseRate(asked), 0.4);
  });

  it('with partial answers counts those who answered anything', () => {
    assert.equal(responseRateWithPartial(asked), 0.53);
  });

  it('is 0 when nobody was asked', () => {
    const nobody = { complete: 0, partial: 0, declined: 0, silent: 0, notReachable: 0, unknown: 0 };

    assert.equal(responseRate(nobody), 0);
    assert.equal(responseRateWithPartial(nobody), 0);
  });
});
