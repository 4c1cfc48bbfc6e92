import { answers, steps } from './rating.js';
import type { Distribution } from './release.js';

/** Answers on the five steps; *not clear* and *no opinion* apart. */
export function onScale(distribution: Distribution): number {
  return steps.reduce((sum, step) => sum + distribution[step], 0);
}

export function allAnswers(distribution: Distribution): number {
  return answers.reduce<number>((sum, answer) => sum + distribution[answer], 0);
}

export function together(distributions: readonly Distribution[]): Distribution {
  return distributionBy((answer) => distributions.reduce((sum, each) => sum + each[answer], 0));
}

export function without(whole: Distribution, part: Distribution): Distribution {
  return distributionBy((answer) => whole[answer] - part[answer]);
}

/**
 * How many members, at the least, answered otherwise when one distribution of a value was taken than when the other was.
 * Nothing but what both tell is asked for, and a change that another makes up for does not count.
 */
export function fewestChanged(one: Distribution, other: Distribution): number {
  const differences = answers.map((answer) => other[answer] - one[answer]);
  const more = differences.reduce((sum, difference) => sum + Math.max(difference, 0), 0);
  const fewer = differences.reduce((sum, difference) => sum + Math.max(-difference, 0), 0);
  return Math.max(more, fewer);
}

export function distributionBy(count: (answer: keyof Distribution) => number): Distribution {
  return Object.fromEntries(answers.map((answer) => [answer, count(answer)])) as Distribution;
}
