import { twoSidedTail } from './normal.js';

export interface SignedRank {
  /** The sum of the ranks of those who went up. */
  readonly up: number;
  readonly down: number;
  /** In standard errors, with the correction for continuity. */
  readonly z: number;
  /** Two-sided, from 0 to 1. */
  readonly p: number;
  /** The matched-pairs rank-biserial correlation (Kerby 2014): from -1, all went down, to 1, all went up. */
  readonly effect: number;
}

/**
 * The signed-rank test of Wilcoxon for pairs of answers, with zeros as Pratt (1959) treats them: they are ranked with all
 * others, and their ranks left out. Five steps are full of zeros and ties; the sign test is better below 20 who moved.
 * `differences`: new minus old. `undefined` when nobody moved.
 */
export function signedRank(differences: readonly number[]): SignedRank | undefined {
  const ranked = midranks(differences).filter(({ difference }) => difference !== 0);
  if (ranked.length === 0) return undefined;
  const total = sumOf(ranked.map(({ rank }) => rank));
  const up = sumOf(ranked.filter(({ difference }) => difference > 0).map(({ rank }) => rank));
  const variance = sumOf(ranked.map(({ rank }) => rank * rank)) / 4;
  const z = Math.max(0, Math.abs(up - total / 2) - 0.5) / Math.sqrt(variance);
  return { up, down: total - up, z, p: twoSidedTail(z), effect: (2 * up - total) / total };
}

/** The rank of each by its size; those of the same size share the middle of their ranks. */
function midranks(differences: readonly number[]): readonly { difference: number; rank: number }[] {
  const sizes = differences.map(Math.abs);
  const rankOf = new Map(
    [...new Set(sizes)].map((size) => {
      const smaller = sizes.filter((other) => other < size).length;
      const same = sizes.filter((other) => other === size).length;
      return [size, smaller + (same + 1) / 2];
    }),
  );
  return differences.map((difference) => ({ difference, rank: rankOf.get(Math.abs(difference)) ?? 0 }));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
