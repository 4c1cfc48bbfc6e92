import type { DraftContent, ValueId } from './draft.js';
import { steps, type Answer, type Step } from './rating.js';

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
    };

/** The results of each value of a draft, in the draft's order. */
export function resultsOf(draft: DraftContent, tallies: readonly Tally[]): readonly ValueResult[] {
  return draft.values.map(({ id, title }) => {
    const count = (answer: Answer): number =>
      tallies.find((tally) => tally.value === id && tally.answer === answer)?.count ?? 0;
    const counts = Object.fromEntries(steps.map((step) => [step, count(step)])) as Record<Step, number>;
    const n = steps.reduce((sum, step) => sum + counts[step], 0);
    if (n < fewestAnswers) return { kind: 'hidden', value: id, title };
    return {
      kind: 'shown',
      value: id,
      title,
      counts,
      n,
      unclear: count('unclear'),
      noOpinion: count('no-opinion'),
      topTwoShare: (counts[4] + counts[5]) / n,
    };
  });
}
