import { sizeOf, type Counts } from './counts.js';
import { meanOf } from './location.js';

/**
 * Tastle and Wierman's consensus (2007): 1 + sum of p_i log2(1 - |i - mean| / (K - 1)), from 0, half at each end, to 1, all
 * the same. A second opinion beside the agreement.
 */
export function consensusOf(counts: Counts): number {
  const n = sizeOf(counts);
  const mean = meanOf(counts);
  return counts.reduce((sum, count, index) => {
    if (count === 0) return sum;
    const distance = Math.abs(index + 1 - mean) / (counts.length - 1);
    return sum + (count / n) * Math.log2(1 - distance);
  }, 1);
}
