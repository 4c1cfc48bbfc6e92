import type { JustDone, ThemesView } from '../../app/feedback/views.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { dayText } from '../moment.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { plain } from '../text.js';
import { told } from '../told.js';
import { gatheredText, numberedTitle, reasonLine } from './feedback-text.js';
import { choicesOf, chosenButton, type ThemePicker } from './theme-picker.js';

const themesOnPage = 8;
const reasonShown = 240;
const mostActions = 6;

type Listed = ThemesView['themes'][number];

/** For facilitators: each theme with its answer, and how much waits for a theme. */
export function renderThemes(view: ThemesView, { words }: Reader): Rendered {
  const { subject, themes, sealed } = view;
  const { charter } = subject;
  const texts = words.all.feedback.themes;
  const { page, it } = pageAt(pagesOf(themes), view.page);
  const place = { page, pages: Math.max(1, Math.ceil(themes.length / themesOnPage)) };
  const just = justText(view.just, words);
  const counts = countsOf(view, words);
  const summary = [just, `${texts.title}.`, ...counts].filter((text) => text !== '').join(' ');
  const card = expand('themes', {
    language: words.language,
    ...told(summary, typedText(words)),
    just,
    place: subjectAndState(subject, words),
    title: texts.title,
    counts: (sealed ? [texts.sealed] : counts).map((text) => ({ text })),
    themes: it.map((theme) => themeOf(theme, view, words)),
    page: pageLine(place, words),
    picker: pickerOf(view, it, words),
    typed: sealed ? '' : typedText(words),
    actions: [
      ...pageButtons(place, words, (wanted) => ({ kind: 'themes', charter, page: wanted })),
      ...(sealed ? [] : actionsOf(view, page, words)),
      ...(sealed ? [button(words.all.feedback.theme.all, { kind: 'feedback', charter })] : []),
    ].slice(0, mostActions - (it.length === 0 ? 0 : sealed ? 1 : 2)),
  });
  return { card, summary };
}

function pagesOf(themes: readonly Listed[]): readonly (readonly Listed[])[] {
  const pages = Array.from({ length: Math.ceil(themes.length / themesOnPage) }, (_, index) =>
    themes.slice(index * themesOnPage, (index + 1) * themesOnPage),
  );
  return pages.length === 0 ? [[]] : pages;
}

function countsOf({ themes, ungrouped }: ThemesView, words: Words): readonly string[] {
  const unanswered = themes.filter(({ answer }) => answer === undefined).length;
  const { comments, outside, objections } = ungrouped;
  const waiting = [
    ...(comments > 0 ? [words.say('feedback.theme.countComments', { count: comments })] : []),
    ...(outside > 0 ? [words.say('feedback.theme.countOutside', { count: outside })] : []),
  ];
  const what = waiting.join(', ');
  return [
    words.say('feedback.themes.count', { themes: themes.length }),
    ...(themes.length > 0 ? [words.say('feedback.themes.unanswered', { count: unanswered })] : []),
    waiting.length === 0
      ? words.all.feedback.themes.noneUngrouped
      : words.say('feedback.themes.ungrouped', { what }),
    ...(objections > 0 ? [words.say('feedback.themes.objections', { count: objections })] : []),
  ];
}

function themeOf(theme: Listed, { themes }: ThemesView, words: Words): object {
  const { objects, ofProcess } = words.all.feedback.themes;
  const several = new Set(themes.map(({ round }) => round)).size > 1;
  const round =
    theme.round === undefined ? ofProcess : words.say('feedback.themes.ofDraft', { number: theme.round });
  return {
    title: numberedTitle(theme, words),
    gathers: [
      gatheredText(theme, words),
      ...(theme.objects ? [objects] : []),
      ...(several ? [round] : []),
    ].join(' · '),
    answer: answerText(theme, words),
    standing: standingOf(theme, words),
  };
}

function answerText({ answer }: Listed, words: Words): string {
  if (answer === undefined) return words.all.feedback.did.unanswered;
  return words.say('feedback.themes.answered', {
    status: words.all.feedback.statuses[answer.status],
    reason: reasonLine(answer.reason, reasonShown),
  });
}

function standingOf({ answer, toldAt }: Listed, words: Words): string {
  if (answer === undefined) return '';
  return toldAt === undefined
    ? words.all.feedback.themes.untold
    : words.say('feedback.themes.told', { day: dayText(toldAt, words) });
}

/** Preset to the first without an answer, which is what there is to do. */
function pickerOf({ subject, sealed }: ThemesView, shown: readonly Listed[], words: Words): ThemePicker {
  const { charter } = subject;
  const { pick, answer, change } = words.all.feedback.themes;
  const next = shown.find((theme) => theme.answer === undefined) ?? shown[0];
  return {
    any: shown.length > 0,
    label: pick,
    ...choicesOf(shown, words, next?.number),
    actions: sealed
      ? [chosenButton(words.all.feedback.theme.open, { kind: 'theme', charter })]
      : [
          chosenButton(answer, { kind: 'answer-theme', charter }, { primary: true }),
          chosenButton(change, { kind: 'edit-theme', charter }),
        ],
  };
}

/** The first page has room for all; on others two buttons turn the page. */
function actionsOf({ subject, themes }: ThemesView, page: number, words: Words): readonly Action[] {
  const { charter } = subject;
  const texts = words.all.feedback.themes;
  const untold = themes.some(({ answer, toldAt }) => answer !== undefined && toldAt === undefined);
  return [
    ...(untold ? [button(texts.tell, { kind: 'tell-answers', charter, confirmed: false })] : []),
    button(texts.new, { kind: 'edit-theme', charter }),
    ...(page === 1 ? [button(texts.outside, { kind: 'outside', charter })] : []),
  ];
}

function typedText(words: Words): string {
  const { new: makes, partly, meeting } = words.all.feedback.words;
  return words.say('feedback.themes.typed', {
    theme: spellingOf('theme', words),
    answerTheme: spellingOf('answerTheme', words),
    outside: spellingOf('outside', words),
    tellAnswers: spellingOf('tellAnswers', words),
    ...{ new: makes, partly, meeting },
  });
}

function justText(just: JustDone | undefined, words: Words): string {
  const texts = words.all.feedback.themes.just;
  if (just === undefined) return '';
  switch (just.did) {
    case 'made':
    case 'changed':
    case 'answered':
    case 'dropped':
    case 'kept':
      return plain(words.say(`feedback.themes.just.${just.did}`, { number: just.number }));
    case 'answered-anew':
      return words.say('feedback.themes.just.answeredAnew', { number: just.number });
    case 'outside-kept':
      return texts.outsideKept;
    case 'no-such-theme':
      return texts.noSuchTheme;
    case 'nothing-to-tell':
      return texts.nothingToTell;
    case 'told':
      return words.say('feedback.themes.just.told', { themes: just.themes, intended: just.intended });
  }
}
