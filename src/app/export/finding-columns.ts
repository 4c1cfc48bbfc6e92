import { steps } from '../../domain/rating.js';
import type { Finding } from '../../domain/results.js';
import type { Cell, Column } from './table.js';

const stepMeans = {
  1: 'how many said that it does not resonate',
  2: 'how many said that it resonates a little',
  3: 'how many said that it resonates somewhat',
  4: 'how many said that it resonates strongly',
  5: 'how many said that it resonates very strongly',
} as const;

/** A mean stands among the counts it is made of, and nowhere else. */
export const findingColumns: readonly Column[] = [
  ...steps.map((step) => ({ name: `step_${String(step)}`, about: stepMeans[step] })),
  { name: 'n', about: 'answers on the five steps' },
  { name: 'not_clear', about: 'how many said “not clear to me”; not in n' },
  { name: 'no_opinion', about: 'how many said “no opinion”; not in n' },
  { name: 'top_two_share', about: 'share of steps 4 and 5 among n, from 0 to 1' },
  { name: 'share_low', about: 'lower end of its 95 % interval (Wilson); empty below 10 answers' },
  { name: 'share_high', about: 'upper end of it' },
  { name: 'median', about: 'of the steps' },
  { name: 'interpolated_median', about: 'within the step in which the median lies' },
  { name: 'mean', about: 'of the steps; read it beside the five counts only' },
  { name: 'mean_low', about: 'lower end of its 95 % interval (bootstrap); empty below 10 answers' },
  { name: 'mean_high', about: 'upper end of it' },
  { name: 'agreement', about: 'van der Eijk’s A: 1 all alike, 0 evenly spread, -1 two opposite camps' },
  { name: 'badge', about: 'shared, mixed or split; empty below 10 answers' },
  { name: 'unclear', about: 'yes: so many found the words not clear that they are worth another look' },
];

export function findingCells(finding: Finding): readonly Cell[] {
  const { counts, n, unclear, noOpinion, topTwoShare, interval, median, interpolatedMedian } = finding;
  const { mean, meanInterval, agreement, badge, isUnclear } = finding;
  return [
    ...steps.map((step) => counts[step]),
    ...[n, unclear, noOpinion, rounded(topTwoShare), rounded(interval?.low), rounded(interval?.high)],
    ...[median, rounded(interpolatedMedian), rounded(mean)],
    ...[rounded(meanInterval?.low), rounded(meanInterval?.high), rounded(agreement)],
    ...[badge, isUnclear ? 'yes' : 'no'],
  ];
}

export const noFindingCells: readonly Cell[] = findingColumns.map(() => undefined);

/** More digits would promise more than so many answers can tell. */
function rounded(number: number | undefined): number | undefined {
  return number === undefined ? undefined : Number(number.toFixed(4));
}
