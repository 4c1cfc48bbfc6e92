import { onScale } from './distribution.js';
import type { ValueId } from './draft.js';
import { steps, type Step } from './rating.js';
import type { Breakdown, Comparison, Distribution, Headcount, Release, ReleasedValue } from './release.js';
import { holm } from './statistics/holm.js';
import { agreementOf } from './statistics/agreement.js';
import type { Counts } from './statistics/counts.js';
import type { Interval } from './statistics/interval.js';
import { interpolatedMedianOf, meanOf, medianOf } from './statistics/location.js';
import { meanIntervalOf } from './statistics/mean-interval.js';
import { effectiveSize, wilson } from './statistics/wilson.js';

export type { Interval };

/** Below this number of answers nothing of a value is shown anywhere; a charter may ask for more, never for fewer. */
export const fewestAnswers = 5;
/** Below this number there is no interval and no badge. */
export const fewestForBadge = 10;
/** From this share on, of all who said how it resonates or that it is not clear, words are worth another look. */
const unclearShare = 0.2;

/** `shared`: most of us feel alike about it. `split`: there are two camps. */
export type Badge = 'shared' | 'mixed' | 'split';

export type ValueResult = HiddenResult | ShownResult;

export interface HiddenResult {
  readonly kind: 'hidden';
  readonly value: ValueId;
  readonly title: string;
}

/** What a distribution tells. Shares are from 0 to 1. */
export interface Finding {
  /** How many chose each step, from 1 to 5. */
  readonly counts: Readonly<Record<Step, number>>;
  /** Answers on the five steps; *not clear* and *no opinion* apart. */
  readonly n: number;
  readonly unclear: number;
  readonly noOpinion: number;
  /** Share of steps 4 and 5 among n. */
  readonly topTwoShare: number;
  /** Wilson's, 95 %; absent where n is too small, and of no width where everybody answered. */
  readonly interval?: Interval;
  readonly median: number;
  readonly interpolatedMedian: number;
  /** Never shown without the counts. */
  readonly mean: number;
  /** 95 %, of the bootstrap; absent where n is too small. */
  readonly meanInterval?: Interval;
  /** van der Eijk's A, from -1 to 1. */
  readonly agreement: number;
  /** Absent where n is too small. */
  readonly badge?: Badge;
  /** So many found the words not clear that they are worth another look. */
  readonly isUnclear: boolean;
}

export interface ShownResult extends Finding {
  readonly kind: 'shown';
  readonly value: ValueId;
  readonly title: string;
  /** The figures are those of an earlier release: too few answers changed since to be shown. */
  readonly earlier?: true;
  /** How many of the answers were carried from an earlier draft. */
  readonly carried?: Headcount;
  /** With the draft before. `stands`: the sign test, looked at together with those of the other values (Holm, 5 %). */
  readonly compared?: Comparison & { readonly stands: boolean };
  readonly groups?: {
    readonly shown: readonly (Finding & { readonly group: string })[];
    /** Too small or too uniform to be shown safely. */
    readonly hidden: readonly string[];
  };
}

/**
 * What a release tells of each value: the most surely resonating first, by the lower end of the interval; after them those
 * with too few answers for one, and then those that are hidden, both in the draft's order.
 */
export function resultsOf({
  values,
  participation,
}: Pick<Release, 'values'> & Partial<Pick<Release, 'participation'>>): readonly ValueResult[] {
  const community = communityOf(participation);
  const standing = standingComparisons(values);
  return values
    .map((value) => resultOf(value, { community, stands: standing.has(value) }))
    .sort((one, other) => sureness(other) - sureness(one));
}

/** How many people there are, where facilitators say so; all others are only those who are known. */
function communityOf(participation: Release['participation'] | undefined): number | undefined {
  return participation?.asked.by === 'charter' ? participation.asked.people.count : undefined;
}

/**
 * What the answers to one value, of all or of a group, tell; there is at least one on the five steps. `community`: how
 * many could have answered, where that is known.
 */
export function findingOf(distribution: Distribution, community?: number): Finding {
  const counts = steps.map((step) => distribution[step]);
  const n = onScale(distribution);
  const topTwo = distribution[4] + distribution[5];
  const { unclear } = distribution;
  return {
    counts: {
      1: distribution[1],
      2: distribution[2],
      3: distribution[3],
      4: distribution[4],
      5: distribution[5],
    },
    n,
    unclear,
    noOpinion: distribution['no-opinion'],
    topTwoShare: topTwo / n,
    median: medianOf(counts),
    interpolatedMedian: interpolatedMedianOf(counts),
    mean: meanOf(counts),
    agreement: agreementOf(counts),
    isUnclear: unclear >= fewestAnswers && unclear >= unclearShare * (n + unclear),
    ...(n < fewestForBadge ? {} : whatIsSureOf(counts, topTwo, { n, community })),
  };
}

function whatIsSureOf(
  counts: Counts,
  topTwo: number,
  { n, community }: { n: number; community: number | undefined },
) {
  const share = topTwo / n;
  const worth = community === undefined ? n : effectiveSize(n, community);
  const interval = worth === undefined ? { low: share, high: share } : wilson(share * worth, worth);
  return { interval, meanInterval: meanIntervalOf(counts), badge: badgeOf(counts, topTwo, interval) };
}

/** Fixed before anything is rated; where both words would do, agreement comes first. */
function badgeOf(counts: Counts, topTwo: number, { low }: Interval): Badge {
  const agreement = agreementOf(counts);
  const [first = 0, second = 0] = counts;
  const quarter = counts.reduce((sum, count) => sum + count, 0) / 4;
  if (agreement >= 0.5 && low >= 0.5) return 'shared';
  return agreement < 0 || (first + second >= quarter && topTwo >= quarter) ? 'split' : 'mixed';
}

/** Values in which those who moved went one way more than chance would make them. */
function standingComparisons(values: readonly ReleasedValue[]): ReadonlySet<ReleasedValue> {
  const compared = values.filter((value) => value.compared !== undefined);
  const standing = holm(compared.map((value) => value.compared?.signTest ?? 1));
  return new Set(compared.filter((_, index) => standing[index]));
}

function resultOf(
  { value, title, figures, carried, compared }: ReleasedValue,
  { community, stands }: { community: number | undefined; stands: boolean },
): ValueResult {
  if (figures === undefined) return { kind: 'hidden', value, title };
  const { all, groups, earlier } = figures;
  return {
    kind: 'shown',
    value,
    title,
    ...findingOf(all, community),
    ...(groups === undefined ? {} : { groups: groupFindings(groups) }),
    ...(earlier === undefined ? {} : { earlier }),
    ...(carried === undefined ? {} : { carried }),
    ...(compared === undefined ? {} : { compared: { ...compared, stands } }),
  };
}

function groupFindings({ shown, hidden }: Breakdown): NonNullable<ShownResult['groups']> {
  return { shown: shown.map(({ group, counts }) => ({ group, ...findingOf(counts) })), hidden };
}

function sureness(result: ValueResult): number {
  if (result.kind === 'hidden') return -2;
  return result.interval?.low ?? -1;
}
