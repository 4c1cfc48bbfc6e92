import assert from 'node:assert/strict';

import { statementSupport } from '../../../src/domain/statistics/consensus-statement.js';
import { near } from './near.js';

describe('a statement', () => {
  it('is one of consensus when 44 of 53 who saw it agree', () => {
    const { share, z, isConsensus, weight } = statementSupport(44, 53);

    near(z, 4.899, 3);
    near(share, 45 / 55);
    near(weight, (45 / 55) * 4.899, 3);
    assert.equal(isConsensus, true);
  });

  it('is none when half agree, or when too few saw it to be sure', () => {
    assert.equal(statementSupport(26, 53).isConsensus, false);
    assert.equal(statementSupport(1, 2).isConsensus, false);
  });

  it('that nobody saw has no weight', () => {
    assert.deepEqual(statementSupport(0, 0), { share: 0.5, z: 1, isConsensus: false, weight: 0.5 });
  });
});
