import { allAnswers, onScale, together, without } from './distribution.js';
import { steps } from './rating.js';
import type { Breakdown, Distribution } from './release.js';

export interface Group {
  readonly group: string;
  readonly counts: Distribution;
}

interface Answers {
  readonly all: Distribution;
  readonly groups: readonly Group[];
  readonly least: number;
}

const fewestShown = 2;

/**
 * How the answers to one value may be told by group; `undefined`: not at all. What is left when all groups that are shown
 * are taken away can be computed by anybody, so it has to be as safe as a group. As long as it is not, the next smallest
 * group is hidden too.
 */
export function breakDown({ all, groups, least }: Answers): Breakdown | undefined {
  const bySize = groups.toSorted(bySizeAndName);
  let shown = bySize.filter(({ counts }) => isSafe(counts, least));
  while (shown.length >= fewestShown && !isRestSafe({ all, groups, least }, shown)) shown = shown.slice(1);
  if (shown.length < fewestShown) return undefined;
  const names = new Set(shown.map(({ group }) => group));
  return {
    shown: groups.filter(({ group }) => names.has(group)),
    hidden: groups.filter(({ group }) => !names.has(group)).map(({ group }) => group),
  };
}

/** Enough answers, and not all of them the same low one: that would tell what each member of the group answered. */
function isSafe(counts: Distribution, least: number): boolean {
  return onScale(counts) >= least && !isUnanimouslyLow(counts);
}

/**
 * The rest, those who said no group with those whose groups are hidden, is nobody, or as many as a group must have. A
 * single hidden group is told apart too easily, however many said none.
 */
function isRestSafe({ all, groups, least }: Answers, shown: readonly Group[]): boolean {
  const rest = without(all, together(shown.map(({ counts }) => counts)));
  if (allAnswers(rest) === 0) return true;
  const hidden = groups.filter((each) => !shown.includes(each) && allAnswers(each.counts) > 0);
  const [people, rated] = [allAnswers(rest), onScale(rest)];
  return hidden.length !== 1 && people >= least && (rated === 0 || rated >= least) && !isUnanimouslyLow(rest);
}

function isUnanimouslyLow(counts: Distribution): boolean {
  const n = onScale(counts);
  return n > 0 && steps.slice(0, 2).some((step) => counts[step] === n);
}

/** Names part groups of one size, so that everybody hides the same one. */
function bySizeAndName(one: Group, other: Group): number {
  return (
    onScale(one.counts) - onScale(other.counts) ||
    allAnswers(one.counts) - allAnswers(other.counts) ||
    (one.group < other.group ? -1 : 1)
  );
}
