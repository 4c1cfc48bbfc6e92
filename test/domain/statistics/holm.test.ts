import assert from 'node:assert/strict';

import { holm } from '../../../src/domain/statistics/holm.js';

describe('several tests at once', () => {
  const cases: readonly (readonly [readonly number[], readonly boolean[]])[] = [
    [
      [0.01, 0.04, 0.03, 0.005],
      [true, false, false, true],
    ],
    [
      [0.001, 0.02, 0.03],
      [true, true, true],
    ],
    [
      [0.02, 0.04, 0.03],
      [false, false, false],
    ],
    // A smaller one that fails lets no larger one stand, whatever its own bound.
    [
      [0.03, 0.04],
      [false, false],
    ],
    [[0.05], [true]],
    [[], []],
  ];
  for (const [pValues, stands] of cases) {
    it(`of ${JSON.stringify(pValues)} stand ${JSON.stringify(stands)}`, () => {
      assert.deepEqual(holm(pValues), stands);
    });
  }

  it('may be held to another level', () => {
    assert.deepEqual(holm([0.004, 0.02], 0.01), [true, false]);
  });
});
