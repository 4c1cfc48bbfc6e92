import assert from 'node:assert/strict';

import { groupConsensus, standsOut } from '../../../src/domain/statistics/group-consensus.js';
import { near } from './near.js';

describe('the consensus of groups', () => {
  it('is the geometric mean of their smoothed shares', () => {
    const one = { agreeing: 8, saw: 10 };
    const other = { agreeing: 3, saw: 10 };

    near(groupConsensus([one, other], 5), Math.sqrt((9 / 12) * (4 / 12)), 9);
    near(groupConsensus([one, one, one], 5), 9 / 12, 9);
  });

  it('leaves out groups that are too small, and is none without any', () => {
    const large = { agreeing: 5, saw: 5 };
    const small = { agreeing: 0, saw: 4 };

    assert.equal(groupConsensus([large, small], 5), groupConsensus([large], 5));
    assert.equal(groupConsensus([small], 5), undefined);
  });

  it('is as good as its least convinced group lets it be', () => {
    const even = [
      { agreeing: 12, saw: 20 },
      { agreeing: 12, saw: 20 },
    ];
    const torn = [
      { agreeing: 20, saw: 20 },
      { agreeing: 4, saw: 20 },
    ];

    assert.ok((groupConsensus(even, 5) ?? 0) > (groupConsensus(torn, 5) ?? 1));
  });
});

describe('how a group stands out', () => {
  it('is the two-proportion z with the pooled share', () => {
    // 16 of 21 against 11 of 31 once one is added to each; pooled 27 of 52.
    const error = Math.sqrt((27 / 52) * (25 / 52) * (1 / 21 + 1 / 31));

    near(standsOut({ agreeing: 15, saw: 20 }, { agreeing: 10, saw: 30 }), (16 / 21 - 11 / 31) / error, 9);
  });

  it('turns round with the two, and is nothing where they are alike', () => {
    const [one, other] = [
      { agreeing: 15, saw: 20 },
      { agreeing: 10, saw: 30 },
    ];

    near(standsOut(one, other), -standsOut(other, one), 9);
    assert.equal(standsOut(one, one), 0);
    assert.equal(standsOut({ agreeing: 6, saw: 6 }, { agreeing: 9, saw: 9 }), 0);
  });
});
