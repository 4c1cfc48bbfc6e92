import type { ValueId } from './draft.js';
import { given } from './given.js';
import { headcount } from './headcount.js';
import type { Comparison } from './release.js';
import { fewestAnswers } from './results.js';
import { signTest } from './statistics/sign-test.js';
import { signedRank } from './statistics/signed-rank.js';

/** Members who answered a value in this draft or in the one before, on the five steps. */
export interface PairTally {
  readonly value: ValueId;
  /** New minus old; `new` and `left` of those who answered in one of both alone. Carried answers are no new ones. */
  readonly difference: number | 'new' | 'left';
  readonly count: number;
}

/** Below this number of members who moved the sign test is the better one, and the finer test would tell too much of few. */
const fewestForRanks = 20;

/**
 * What members who rated a value in two drafts did. `undefined` where it would tell of fewer than the threshold: of those
 * who rated in both, or of those who moved; and where all of them went down, which is known of each then.
 */
export function comparisonOf(
  tallies: readonly Omit<PairTally, 'value'>[],
  { before, least }: { /** Number of the draft before. */ readonly before: number; readonly least: number },
): Comparison | undefined {
  const pairs = tallies.flatMap(({ difference, count }) =>
    typeof difference === 'number' ? [{ difference, count }] : [],
  );
  const up = sum(pairs.filter(({ difference }) => difference > 0));
  const down = sum(pairs.filter(({ difference }) => difference < 0));
  const same = sum(pairs.filter(({ difference }) => difference === 0));
  const fewest = Math.max(least, fewestAnswers);
  if (up + same + down < fewest || up + down < fewest) return undefined;
  if (up + same === 0) return undefined;
  const people = (of: 'new' | 'left') =>
    headcount(sum(tallies.filter(({ difference }) => difference === of)), { least, open: false, told: [] });
  return {
    ...{ with: before, up, same, down, signTest: rounded(signTest(up, down), 4) },
    ...given({ signedRank: up + down < fewestForRanks ? undefined : ranksOf(pairs) }),
    newcomers: people('new'),
    leavers: people('left'),
  };
}

function ranksOf(pairs: readonly { difference: number; count: number }[]): Comparison['signedRank'] {
  const test = signedRank(pairs.flatMap(({ difference, count }) => Array<number>(count).fill(difference)));
  if (test === undefined) return undefined;
  return { z: rounded(test.z, 2), p: rounded(test.p, 4), effect: rounded(test.effect, 2) };
}

function sum(tallies: readonly { readonly count: number }[]): number {
  return tallies.reduce((all, { count }) => all + count, 0);
}

function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits));
}
