import { z95, type Interval } from './interval.js';

/**
 * Wilson's score interval (Wilson 1927), 95 %, for a share of `hits` among `n`, from 0 to 1. Unlike the usual one it
 * never leaves that range, and it is of use for small numbers and for shares near its ends. `n` is above 0; it may be
 * a number between integers, as the effective size of a finite community is.
 */
export function wilson(hits: number, n: number): Interval {
  const share = hits / n;
  const squared = z95 * z95;
  const scale = 1 + squared / n;
  const centre = (share + squared / (2 * n)) / scale;
  const half = (z95 * Math.sqrt((share * (1 - share)) / n + squared / (4 * n * n))) / scale;
  // Both ends are reached exactly, but for rounding.
  return { low: hits === 0 ? 0 : centre - half, high: hits === n ? 1 : centre + half };
}

/**
 * What `n` answers of a community of so many people are worth, in answers of one without end: to be used for `n` in an
 * interval. The more of all people answered, the less is left to guess; `undefined` when all did, for nothing is.
 */
export function effectiveSize(n: number, community: number): number | undefined {
  return n >= community ? undefined : (n * (community - 1)) / (community - n);
}
