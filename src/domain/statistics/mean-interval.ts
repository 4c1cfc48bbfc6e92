import { sizeOf, type Counts } from './counts.js';
import { z95, type Interval } from './interval.js';
import { meanOf } from './location.js';

/** Up to so many answers the distribution is computed; above, its normal limit is closer than one hundredth of a step. */
const mostComputed = 200;
const tail = 0.025;

/**
 * The percentile interval of the bootstrap (Efron 1979), 95 %, for the mean of a scale that begins with 1. The bootstrap
 * draws the answers again many thousand times; here the distribution that it tends to is computed itself, so the same
 * answers always have the same interval.
 */
export function meanIntervalOf(counts: Counts): Interval {
  const n = sizeOf(counts);
  if (n > mostComputed) return normalLimit(counts, n);
  const sums = distributionOfSum(
    counts.map((count) => count / n),
    n,
  );
  return { low: 1 + quantile(sums, tail) / n, high: 1 + quantile(sums, 1 - tail) / n };
}

/** How probable each sum is of `n` answers drawn with these shares; steps count from 0. */
function distributionOfSum(shares: Counts, n: number): Float64Array {
  let sums = Float64Array.of(1);
  for (let drawn = 0; drawn < n; drawn += 1) {
    const next = new Float64Array(sums.length + shares.length - 1);
    for (const [step, share] of shares.entries())
      for (let sum = 0; sum < sums.length; sum += 1)
        next[sum + step] = (next[sum + step] ?? 0) + share * (sums[sum] ?? 0);
    sums = next;
  }
  return sums;
}

function quantile(probabilities: Float64Array, share: number): number {
  let passed = 0;
  const found = probabilities.findIndex((probability) => (passed += probability) >= share);
  return found === -1 ? probabilities.length - 1 : found;
}

function normalLimit(counts: Counts, n: number): Interval {
  const mean = meanOf(counts);
  const variance = counts.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0) / n;
  const half = z95 * Math.sqrt(variance / n);
  return { low: Math.max(1, mean - half), high: Math.min(counts.length, mean + half) };
}
