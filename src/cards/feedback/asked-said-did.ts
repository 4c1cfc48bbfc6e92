import type { AskedSaidDidView, FeedbackRound, ToldTheme } from '../../app/feedback/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, pageLink, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { pagesOf } from '../markdown.js';
import { dayText } from '../moment.js';
import { pageButtons, pageLine } from '../paging.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import {
  changeLine,
  followUpText,
  gatheredText,
  numberedTitle,
  sourceText,
  standingText,
  statusText,
} from './feedback-text.js';
import { pageOfGroups, type Group } from './paged-lines.js';
import { themePicker } from './theme-picker.js';

/** Of a reason; all of it stands on the card of its theme. */
const reasonBytes = 1_600;
const changesShown = 4;
const outsideShown = 10;
const titleSpoken = 80;
const spokenThemes = 8;

interface Placed extends Group {
  readonly theme?: ToldTheme;
}

/** What was asked, what was said, what was done: the same for everybody. */
export function renderAskedSaidDid(view: AskedSaidDidView, { words }: Reader): Rendered {
  const { subject } = view;
  const { charter } = subject;
  const texts = words.all.feedback;
  const themes = view.rounds.flatMap((round) => round.themes);
  const groups = view.rounds.flatMap((round) => groupsOf(round, words));
  const { page, pages, lines, groups: shown } = pageOfGroups(groups, view.page, words);
  const answered = themes.filter(({ answer }) => answer !== undefined).length;
  const summary = words.say('feedback.summary', { charter: plain(charter), themes: themes.length, answered });
  const typed = words.say('feedback.typed', {
    feedback: spellingOf('feedback', words),
    theme: spellingOf('theme', words),
    charter: plain(charter),
  });
  const card = expand('feedback', {
    language: words.language,
    ...told(
      [summary, ...themes.slice(0, spokenThemes).map((theme) => spokenOf(theme, words))].join(' '),
      typed,
    ),
    just: view.just === undefined ? '' : texts.noSuchTheme,
    place: subjectAndState(subject, words),
    title: texts.title,
    intro: page === 1 ? texts.intro : '',
    lines,
    page: pageLine({ page, pages }, words),
    picker: themePicker(
      charter,
      shown.flatMap(({ theme }) => theme ?? []),
      words,
    ),
    actions: actionsOf(view, { page, pages }, words),
  });
  return { card, summary };
}

function spokenOf(theme: ToldTheme, words: Words): string {
  const { number, title } = theme;
  return plain(
    words.say('feedback.theme.summary', {
      number,
      title: shorten(title, titleSpoken),
      answer: standingText(theme, words),
    }),
  );
}

function groupsOf(round: FeedbackRound, words: Words): readonly Placed[] {
  const { round: names, did } = words.all.feedback;
  const { draft } = round;
  const under =
    draft === undefined ? names.process : words.say('feedback.round.draft', { number: draft.number });
  const themes = round.themes.map((theme): Placed => ({ under, theme, lines: themeLines(theme, words) }));
  const first = { under, lines: [{ look: 'heading', text: under } as const, ...askedLines(round, words)] };
  const heading = { look: 'part', text: did.heading } as const;
  const none = round.themes.length === 0 ? [{ look: 'text', text: did.none } as const] : [];
  const silent = round.comments + round.outside.length + round.themes.length === 0;
  const done = { under, lines: [heading, ...none, ...omittedLines(round, words)] };
  return [first, { under, lines: saidLines(round, words) }, ...(silent ? [] : [done]), ...themes];
}

function askedLines({ draft, askedAt, until }: FeedbackRound, words: Words): Group['lines'] {
  const { heading, process } = words.all.feedback.asked;
  const what = draft === undefined ? process : words.say('feedback.asked.values', { values: draft.values });
  return [
    { look: 'part', text: heading },
    { look: 'text', text: [what, whenText(askedAt, until, words)].filter((text) => text !== '').join(' ') },
  ];
}

function whenText(from: string | undefined, until: string | undefined, words: Words): string {
  if (from === undefined) return '';
  if (until === undefined) return words.say('feedback.asked.since', { from: dayText(from, words) });
  return words.say('feedback.asked.until', { from: dayText(from, words), until: dayText(until, words) });
}

function saidLines(round: FeedbackRound, words: Words): Group['lines'] {
  const { heading, outside } = words.all.feedback.said;
  const { outside: came, ungrouped } = round;
  const left = came.length - outsideShown;
  return [
    { look: 'part', text: heading },
    { look: 'text', text: commentsText(round, words) },
    ...(came.length === 0 ? [] : [{ look: 'text', text: outside } as const]),
    ...came
      .slice(0, outsideShown)
      .map((each) => ({ look: 'quiet', text: `- ${sourceText(each, words)}` }) as const),
    ...(left > 0 ? [{ look: 'quiet', text: words.say('common.more', { count: left }) } as const] : []),
    {
      look: 'quiet',
      text: ungrouped === 0 ? '' : words.say('feedback.said.ungrouped', { count: ungrouped }),
    },
  ];
}

function commentsText({ comments, sorts }: FeedbackRound, words: Words): string {
  if (comments === 0) return words.say('feedback.said.comments', { comments });
  const sorted = [...sorts].map(([sort, count]) =>
    words.say('feedback.said.sort', { sort: words.all.comments.sorts[sort], count }),
  );
  return words.say('feedback.said.sorted', { comments, sorts: sorted.join('; ') });
}

/** What nobody had answered when the draft after this one was published, for all of us to read. */
function omittedLines({ unanswered }: FeedbackRound, words: Words): Group['lines'] {
  if (unanswered === undefined) return [];
  const { number, themes, comments } = unanswered;
  const list = themes.join(', ');
  return [
    {
      look: 'text',
      text:
        themes.length === 0
          ? ''
          : words.say('feedback.did.omittedThemes', { number, themes: themes.length, list }),
    },
    {
      look: 'text',
      text: comments === 0 ? '' : words.say('feedback.did.omittedComments', { number, comments }),
    },
  ];
}

function themeLines(theme: ToldTheme, words: Words): Group['lines'] {
  return [
    { look: 'strong', text: numberedTitle(theme, words) },
    { look: 'quiet', text: gatheredText(theme, words) },
    ...answerLines(theme, words),
    ...theme.changes
      .slice(0, changesShown)
      .map((change) => ({ look: 'text', text: changeLine(change, words) }) as const),
  ];
}

function answerLines({ answer }: ToldTheme, words: Words): Group['lines'] {
  if (answer === undefined) return [{ look: 'text', text: words.all.feedback.did.unanswered }];
  const [reason = '', ...more] = pagesOf(answer.reason, reasonBytes);
  return [
    { look: 'text', text: `**${inline(statusText(answer, words))}**` },
    { look: 'text', text: more.length === 0 ? reason : `${reason} …` },
    { look: 'text', text: answer.followUp === undefined ? '' : followUpText(answer.followUp, words) },
  ];
}

function actionsOf(
  { subject, address }: AskedSaidDidView,
  place: { page: number; pages: number },
  words: Words,
): readonly Action[] {
  const { charter } = subject;
  const about = aboutOf(subject);
  return [
    ...pageButtons(place, words, (page) => ({ kind: 'feedback', charter, page })),
    ...pageLink(words.all.process.address, address),
    button(words.all.comments.list.title, { kind: 'comments', about }),
    button(words.all.common.values, { kind: 'values', about }),
  ];
}
