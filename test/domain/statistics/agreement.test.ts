import assert from 'node:assert/strict';

import fc from 'fast-check';

import { agreementOf, polarisationOf } from '../../../src/domain/statistics/agreement.js';
import { near } from './near.js';

describe('agreement', () => {
  const cases: readonly (readonly [readonly number[], number, number])[] = [
    [[30, 40, 210, 130, 530, 50, 10], 0.611333, 0.194333],
    [[2, 0, 1, 1], 0.083333, 0.458333],
    [[10, 0, 0, 0, 10], -1, 1],
    [[4, 4, 4, 4, 4], 0, 0.5],
    [[0, 0, 0, 10, 10], 0.75, 0.125],
    [[2, 1, 3, 11, 36], 0.72327, 0.138365],
    [[2, 5, 15, 16, 15], 0.358491, 0.320755],
    [[0, 5, 25, 15, 5], 0.6, 0.2],
    [[15, 3, 4, 3, 25], -0.256667, 0.628333],
    [[0, 0, 7, 0, 0], 1, 0],
  ];
  for (const [counts, agreement, polarisation] of cases) {
    it(`of ${counts.join(', ')} is ${agreement}, and polarisation ${polarisation}`, () => {
      near(agreementOf(counts), agreement, 6);
      near(polarisationOf(counts), polarisation, 6);
    });
  }

  it('is from -1 to 1, the same upside down, and does not depend on how many answered', () => {
    const counts = fc
      .array(fc.nat(30), { minLength: 5, maxLength: 5 })
      .filter((all) => all.some((count) => count > 0));
    fc.assert(
      fc.property(counts, (given) => {
        const agreement = agreementOf(given);

        assert.ok(agreement >= -1 && agreement <= 1);
        near(agreementOf(given.toReversed()), agreement, 9);
        near(agreementOf(given.map((count) => count * 7)), agreement, 9);
      }),
    );
  });
});
