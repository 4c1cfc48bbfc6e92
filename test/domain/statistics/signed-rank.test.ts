import assert from 'node:assert/strict';

import { signedRank } from '../../../src/domain/statistics/signed-rank.js';
import { near } from './near.js';

describe('the signed-rank test', () => {
  it('of pairs with zeros and ties is what Pratt computes', () => {
    const result = signedRank([1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, -1]);

    assert.deepEqual([result?.up, result?.down], [88, 11]);
    near(result?.z, 2.303, 4);
    near(result?.p, 0.02128, 5);
    near(result?.effect, 0.778, 3);
  });

  it('turns round when all move the other way', () => {
    const differences = [2, 1, -1, 0, 3, 1, 0, -2];

    const one = signedRank(differences);
    const other = signedRank(differences.map((difference) => -difference));

    assert.deepEqual([one?.up, one?.p], [other?.down, other?.p]);
    near(one?.effect, -(other?.effect ?? 0), 9);
  });

  it('finds nothing where ups and downs weigh the same', () => {
    const result = signedRank([1, -1, 2, -2, 0]);

    assert.deepEqual([result?.z, result?.effect], [0, 0]);
    near(result?.p, 1, 6);
  });

  it('says nothing when nobody moved', () => {
    assert.equal(signedRank([0, 0, 0]), undefined);
    assert.equal(signedRank([]), undefined);
  });
});
