import { distributionBy } from '../../src/domain/distribution.js';
import type { Distribution } from '../../src/domain/release.js';

/** A distribution from what is not zero in it. */
export function distributionOf(counts: Partial<Distribution>): Distribution {
  return distributionBy((answer) => counts[answer] ?? 0);
}
