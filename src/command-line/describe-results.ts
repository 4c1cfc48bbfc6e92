import { steps } from '../domain/rating.js';
import type { Headcount, Participation } from '../domain/release.js';
import type { Finding, ShownResult, ValueResult } from '../domain/results.js';
import { wordsFor } from '../words/catalogue.js';
import { count, moment } from './say.js';

/** As the API answers them. */
export interface ResultsAnswer {
  readonly at: string;
  readonly interim: boolean;
  readonly least: number;
  readonly participation: Participation;
  readonly values: readonly ValueResult[];
}

/** Everything that is told of a draft's ratings, paragraph by paragraph. */
export function describeResults({ at, interim, least, participation, values }: ResultsAnswer): string {
  const when = `${interim ? 'while it is open, ' : ''}as at ${moment({ at, timeZone: 'UTC' })}`;
  return [when, describeParticipation(participation), ...values.map((each) => describe(each, least))].join(
    '\n\n',
  );
}

function describeParticipation(participation: Participation): string {
  const { reached, places, started, finished, declined, asked } = participation;
  const by = asked.by === 'charter' ? 'we count' : 'were reached or answered';
  return [
    `Posted in ${count(places, 'channel or group chat')}, reached ${count(reached, 'member')} in personal chats.`,
    `Of ${people(asked.people)} who ${by}, ${people(started)} started, ${people(finished)} finished, ${people(declined)} declined.`,
  ].join('\n');
}

function people({ kind, count: number }: Headcount): string {
  if (kind === 'exactly') return String(number);
  return `${kind === 'at-least' ? 'at least' : 'fewer than'} ${number}`;
}

function describe(result: ValueResult, least: number): string {
  if (result.kind === 'hidden') return `${result.title}\n  fewer than ${least} answers, so nothing is shown`;
  const { scale } = wordsFor('en').all;
  const row = (number: number, answer: string) => `  ${String(number).padStart(5)}  ${answer}`;
  const badge = result.badge === undefined ? '' : ` (${result.badge})`;
  return [
    `${result.title}${badge}`,
    ...steps.map((step) => row(result.counts[step], scale[step])).reverse(),
    row(result.unclear, scale.unclear),
    row(result.noOpinion, scale['no-opinion']),
    ...figuresOf(result),
    ...groupsOf(result),
  ].join('\n');
}

function figuresOf(result: ShownResult): readonly string[] {
  const { median, interpolatedMedian, mean, meanInterval, agreement, isUnclear, earlier } = result;
  const between =
    meanInterval && ` (95 %: ${meanInterval.low.toFixed(2)} to ${meanInterval.high.toFixed(2)})`;
  return [
    `  ${shareOf(result)}`,
    `  median ${median}, interpolated ${interpolatedMedian.toFixed(2)}; mean ${mean.toFixed(2)}${between ?? ''}; agreement ${agreement.toFixed(2)}`,
    ...(isUnclear ? ['  many find the words not clear'] : []),
    ...(earlier ? ['  as told before: too few answers changed since to be shown'] : []),
  ];
}

function shareOf({ n, topTwoShare, interval }: Finding): string {
  const share = `${count(n, 'answer')} on the five steps, ${percent(topTwoShare)} of them on the two highest`;
  if (interval === undefined) return share;
  return `${share} (95 %: ${percent(interval.low)} to ${percent(interval.high)})`;
}

function groupsOf({ groups }: ShownResult): readonly string[] {
  if (groups === undefined) return [];
  const shown = groups.shown.map((each) => `  ${each.group}: ${shareOf(each)}`);
  if (groups.hidden.length === 0) return shown;
  return [...shown, `  too small or too alike to be shown safely: ${groups.hidden.join(', ')}`];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
