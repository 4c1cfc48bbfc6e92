import type { FaultMix } from '../support/connector-chance.js';

/** About one call in five goes wrong, and as many are slow. */
export const difficultTimes: FaultMix = {
  throttles: 0.008,
  conflicts: 0.04,
  outages: 0.08,
  resets: 0.06,
  delays: 0.2,
  most: 4,
};
