import { changedStretches, type ChangedStretch } from '../../app/feedback/changed-stretches.js';
import type { CausedChange, ToldTheme } from '../../app/feedback/views.js';
import type { FollowUp, OutsideFeedback, Theme, ThemeAnswer } from '../../domain/theme.js';
import { capitalized } from '../../words/capitalized.js';
import type { Words } from '../../words/catalogue.js';
import { oneFullStop } from '../../words/full-stop.js';
import { markdown } from '../markdown.js';
import { dayText } from '../moment.js';
import { inline, numberedHeading, shorten } from '../text.js';

export const titleShown = 200;
const ownTextShown = 200;
const stretchShown = 160;
const stretchesShown = 3;
const labelShown = 100;

/** "2. The titles are long". For a TextBlock. */
export function numberedTitle({ number, title }: Pick<Theme, 'number' | 'title'>, words: Words): string {
  return numberedHeading(
    words.say('feedback.theme.numbered', { number, title: inline(shorten(title, titleShown)) }),
  );
}

/** "3 comments, 4 voices, one thing from outside". */
export function gatheredText(theme: Pick<Theme, 'comments' | 'outside' | 'people'>, words: Words): string {
  const { comments, outside, people } = theme;
  const parts = [
    ...(comments.length > 0
      ? [
          words.say('feedback.theme.countComments', { count: comments.length }),
          words.say('feedback.theme.voices', { people }),
        ]
      : []),
    ...(outside.length > 0 ? [words.say('feedback.theme.countOutside', { count: outside.length })] : []),
  ];
  if (parts.length === 0) return words.all.feedback.theme.empty;
  return capitalized(parts.join(', '), words);
}

/** "Partly, 24 November 2026". */
export function statusText({ status, day }: Pick<ThemeAnswer, 'status' | 'day'>, words: Words): string {
  return words.say('feedback.did.answer', {
    status: words.all.feedback.statuses[status],
    day: dayText(day, words),
  });
}

/** The beginning of a reason, in one line. */
export function reasonLine(reason: string, most: number): string {
  return markdown(shorten(reason, most)).replace(/\s*\n+\s*(?:- |\d+\. )?/g, ' ');
}

export function followUpText({ what, owner, due }: FollowUp, words: Words): string {
  const said = { what: inline(shorten(what, ownTextShown)), owner: inline(shorten(owner, ownTextShown)) };
  if (due === undefined) return words.say('feedback.did.followUp', said);
  return words.say('feedback.did.followUpDue', { ...said, due: dayText(due, words) });
}

/** "In a meeting (Team meeting), 24 November 2026: 12 people". */
export function sourceText({ source, label, day, people }: OutsideFeedback, words: Words): string {
  const said = { source: words.all.feedback.sources[source], day: dayText(day, words) };
  const line =
    label === ''
      ? words.say('feedback.source.line', said)
      : words.say('feedback.source.named', { ...said, label: inline(shorten(label, labelShown)) });
  return people === undefined ? line : words.say('feedback.source.people', { line, people });
}

/** "In draft 2: “Champion …” now reads “…”." For a TextBlock. */
export function changeLine(change: CausedChange, words: Words): string {
  return oneFullStop(
    words.say('feedback.caused.in', { number: change.number, what: whatChanged(change, words) }),
  );
}

function whatChanged(change: CausedChange, words: Words): string {
  const title = inline(shorten(change.title, titleShown));
  const { caused } = words.all.feedback;
  if (change.of === 'considerations' || change.of === 'lead-in') return caused[change.of];
  if (change.of === 'removed') return words.say('feedback.caused.removed', { title });
  if (change.kinds.includes('added')) return words.say('feedback.caused.added', { title });
  const renamed = titleChange(change, words);
  const others = [...textChanges(change, words), ...otherKinds(change, words)];
  if (renamed !== undefined) return [renamed, ...others].join('; ');
  return others.length === 0
    ? title
    : words.say('feedback.caused.value', { title, changes: others.join('; ') });
}

function titleChange({ before, after }: CausedChange, words: Words): string | undefined {
  if (before === undefined || after === undefined || before.title === after.title) return undefined;
  return words.say('feedback.caused.title', { before: quoted(before.title), after: quoted(after.title) });
}

function otherKinds({ kinds }: CausedChange, words: Words): readonly string[] {
  const told = ['reordered', 'moved', 'split', 'merged'] as const;
  return told.filter((kind) => kinds.includes(kind)).map((kind) => words.all.feedback.caused[kind]);
}

/** The stretches in which the text differs; of words in another order it is said that they are. */
function textChanges({ kinds, before, after }: CausedChange, words: Words): readonly string[] {
  if (!kinds.includes('text') || before === undefined || after === undefined) return [];
  const stretches = changedStretches(before.text, after.text);
  const left = stretches.length - stretchesShown;
  return [
    ...stretches.slice(0, stretchesShown).map((stretch) => stretchText(stretch, words)),
    ...(left > 0 ? [words.say('feedback.caused.more', { count: left })] : []),
  ];
}

function stretchText({ before, after }: ChangedStretch, words: Words): string {
  const said = { before: quoted(before), after: quoted(after) };
  if (before === '') return words.say('feedback.caused.wordsAdded', said);
  if (after === '') return words.say('feedback.caused.wordsRemoved', said);
  return words.say('feedback.caused.words', said);
}

function quoted(text: string): string {
  return inline(shorten(text.trim(), stretchShown));
}

/** What became of a theme, in a sentence that is heard. */
export function standingText({ answer }: Pick<ToldTheme, 'answer'>, words: Words): string {
  return answer === undefined
    ? words.all.feedback.did.unanswered
    : `${words.all.feedback.statuses[answer.status]}.`;
}
