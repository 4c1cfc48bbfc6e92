import type { DraftContent, Value, ValueId } from './draft.js';
import { answers, steps, type Answer, type Step } from './rating.js';

/** How often an answer was given to a value. */
export interface Tally {
  readonly value: ValueId;
  readonly answer: Answer;
  readonly count: number;
}

/** Below this number of answers nothing of a value is shown, so that nobody's answer can be guessed. */
export const fewestAnswers = 5;

export type ValueResult =
  | { readonly kind: 'hidden'; readonly value: ValueId; readonly title: string }
  | {
      readonly kind: 'shown';
      readonly value: ValueId;
      readonly title: string;
      /** How many chose each step, from 1 to 5. */
      readonly counts: Readonly<Record<Step, number>>;
      /** Answers on the five steps; *not clear* and *no opinion* apart. */
      readonly n: number;
      readonly unclear: number;
      readonly noOpinion: number;
      /** Share of steps 4 and 5 among n, from 0 to 1. */
      readonly topTwoShare: number;
      /** The figures are those of an earlier closing: too few answers changed since to be shown. */
      readonly earlier?: true;
    };

/** What was last shown of a value before its draft was opened again. */
export interface EarlierFigures {
  readonly tally: readonly Tally[];
  /** How far today's tally is, by `fewestChanged`, from the nearest of all that were ever shown. */
  readonly changed: number;
}

/** The results of each value of a draft, in the draft's order. */
export function resultsOf(
  draft: Pick<DraftContent, 'values'>,
  tallies: readonly Tally[],
  earlier: ReadonlyMap<ValueId, EarlierFigures> = new Map(),
): readonly ValueResult[] {
  return draft.values.map((value) => {
    const before = earlier.get(value.id);
    if (before === undefined || mayBeShownAfter(before)) return resultOf(value, tallies);
    const stands = resultOf(value, before.tally);
    return stands.kind === 'shown' ? { ...stands, earlier: true } : stands;
  });
}

/**
 * Whether figures may take the place of others that were public. Whoever subtracts one publication from another must
 * never be left with the answers of fewer than `fewestAnswers` members.
 */
export function mayBeShownAfter({ changed }: Pick<EarlierFigures, 'changed'>): boolean {
  return changed >= fewestAnswers;
}

/**
 * How many members, at the least, answered otherwise when one tally of a value was taken than when the other was.
 * Nothing but what both tell is asked for, and a change that another makes up for does not count.
 */
export function fewestChanged(one: readonly Tally[], other: readonly Tally[]): number {
  const differences = answers.map((answer) => countOf(other, answer) - countOf(one, answer));
  const more = differences.reduce((sum, difference) => sum + Math.max(difference, 0), 0);
  const fewer = differences.reduce((sum, difference) => sum + Math.max(-difference, 0), 0);
  return Math.max(more, fewer);
}

/** Whether a tally of one value has enough answers on the five steps to be shown. */
export function isShown(tally: readonly Tally[]): boolean {
  return steps.reduce((sum, step) => sum + countOf(tally, step), 0) >= fewestAnswers;
}

function resultOf({ id, title }: Value, tallies: readonly Tally[]): ValueResult {
  const tally = tallies.filter(({ value }) => value === id);
  if (!isShown(tally)) return { kind: 'hidden', value: id, title };
  const counts = Object.fromEntries(steps.map((step) => [step, countOf(tally, step)])) as Record<
    Step,
    number
  >;
  const n = steps.reduce((sum, step) => sum + counts[step], 0);
  return {
    kind: 'shown',
    value: id,
    title,
    counts,
    n,
    unclear: countOf(tally, 'unclear'),
    noOpinion: countOf(tally, 'no-opinion'),
    topTwoShare: (counts[4] + counts[5]) / n,
  };
}

function countOf(tally: readonly Tally[], answer: Answer): number {
  return tally.find((each) => each.answer === answer)?.count ?? 0;
}
