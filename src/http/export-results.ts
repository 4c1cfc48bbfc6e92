import type { CharterExport, ExportedDraft } from '../app/export/read-export.js';
import { steps } from '../domain/rating.js';
import type { Headcount, Participation } from '../domain/release.js';
import type { Finding, ValueResult } from '../domain/results.js';
import { asText } from './markdown-text.js';

/** The results of all drafts, to be read: each value with its five counts, and nothing without them. */
export function resultsMarkdown({ charter, drafts }: CharterExport): string {
  const told = drafts.flatMap(draftLines);
  const none = 'Nothing has been told of this charter yet.';
  return [`# Results: ${asText(charter.title)}`, ...(told.length === 0 ? ['', none] : told), ''].join('\n');
}

type Told = NonNullable<ExportedDraft['results']>;

function draftLines({ number, title, results }: ExportedDraft): readonly string[] {
  if (results === undefined) return [];
  const { kind, at, participation } = results;
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return [
    '',
    `## Draft ${String(number)}: ${asText(title)}`,
    '',
    kind === 'interim'
      ? `The draft is still open; told on ${when}.`
      : `As the draft was closed; told on ${when}.`,
    '',
    participationText(participation),
    ...results.values.flatMap((result, index) => valueLines(result, index + 1, results)),
  ];
}

function participationText({ reached, places, started, finished, declined, asked }: Participation): string {
  return (
    `Reached in their personal chat: ${String(reached)}. Posted in channels and group chats: ${String(places)}. ` +
    `Answered at least one value: ${people(started)}; every value: ${people(finished)}; rather not: ` +
    `${people(declined)}. Known to have been asked: ${people(asked.people)}.`
  );
}

function people({ kind, count }: Headcount): string {
  const before = { exactly: '', 'at-least': 'at least ', 'fewer-than': 'fewer than ' };
  return `${before[kind]}${String(count)}`;
}

function valueLines(result: ValueResult, position: number, { least }: Told): readonly string[] {
  const heading = ['', `### ${String(position)}. ${asText(result.title)}`, ''];
  if (result.kind === 'hidden')
    return [...heading, `Fewer than ${String(least)} answers, so no figures are shown.`];
  const groups = result.groups === undefined ? [] : groupLines(result.groups);
  const earlier = ['As told before: later answers are too few to be told apart.', ''];
  return [
    ...heading,
    ...(result.earlier === true ? earlier : []),
    ...findingLines(result),
    ...comparedLines(result),
    ...groups,
  ];
}

function findingLines(finding: Finding): readonly string[] {
  const { counts, n, unclear, noOpinion, topTwoShare, interval, badge } = finding;
  const { interpolatedMedian, mean, agreement } = finding;
  return [
    '| 1 | 2 | 3 | 4 | 5 | answers | not clear | no opinion |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    `| ${[...steps.map((step) => counts[step]), n, unclear, noOpinion].join(' | ')} |`,
    '',
    `Strongly or very strongly: ${percent(topTwoShare)}${within(interval)}. ` +
      `Median ${interpolatedMedian.toFixed(2)}, mean ${mean.toFixed(2)}, agreement ${agreement.toFixed(2)}` +
      `${badge === undefined ? '' : `: ${badge}`}.`,
  ];
}

function comparedLines({ carried, compared }: Extract<ValueResult, { kind: 'shown' }>): readonly string[] {
  const kept = carried === undefined ? [] : ['', `Carried from an earlier draft: ${people(carried)}.`];
  if (compared === undefined) return kept;
  const { with: before, up, same, down, newcomers, leavers, signTest } = compared;
  return [
    ...kept,
    '',
    `Beside draft ${String(before)}, person by person: ${String(up)} up, ${String(same)} the same, ${String(down)} down ` +
      `(sign test, p = ${String(signTest)}). Only here: ${people(newcomers)}; only there: ${people(leavers)}.`,
  ];
}

function groupLines({ shown, hidden }: NonNullable<Extract<ValueResult, { kind: 'shown' }>['groups']>) {
  return [
    '',
    '| group | 1 | 2 | 3 | 4 | 5 | answers | strongly or very strongly |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...shown.map(
      ({ group, counts, n, topTwoShare }) =>
        `| ${[asText(group), ...steps.map((step) => counts[step]), n, percent(topTwoShare)].join(' | ')} |`,
    ),
    ...(hidden.length === 0
      ? []
      : ['', `Too small or too alike to be shown safely: ${hidden.map(asText).join(', ')}.`]),
  ];
}

function within(interval: Finding['interval']): string {
  return interval === undefined ? '' : ` (95 %: ${percent(interval.low)} to ${percent(interval.high)})`;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
