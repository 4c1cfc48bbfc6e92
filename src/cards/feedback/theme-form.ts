import { choicesOnPage, type Belonging, type ThemeFormView } from '../../app/feedback/views.js';
import { feedbackLimits } from '../../domain/theme.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { markOf } from '../comments/comment-lines.js';
import { pageLine } from '../paging.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { outsideMark } from './feedback-data.js';
import { sourceText } from './feedback-text.js';

/** Above what is taken, so that a title which is too long comes back whole, to be shortened. */
const mostTyped = 2 * feedbackLimits.title;
const itemShown = 220;
const chosenShown = 12;
const chosenText = 100;
const markShown = 60;

/** A theme's title and what belongs to it, chosen from what waits for one. */
export function renderThemeForm(view: ThemeFormView, { words }: Reader): Rendered {
  const { theme, subject, all } = view;
  const texts = words.all.feedback.form;
  const pages = Math.max(1, Math.ceil(all.length / choicesOnPage));
  const page = Math.min(Math.max(view.page, 1), pages);
  const shown = all.slice((page - 1) * choicesOnPage, page * choicesOnPage);
  const title = theme === undefined ? texts.new : words.say('feedback.form.change', { number: theme.number });
  const problem = problemText(view, words, plain);
  const just = view.just === undefined ? '' : texts.saved;
  const summary = [`${title}.`, problem, just].filter((text) => text !== '').join(' ');
  const card = expand('theme-form', {
    language: words.language,
    ...told(summary, typedText(view, words)),
    problem: problemText(view, words, inline),
    just,
    place: subjectAndState(subject, words),
    title,
    names: texts.names,
    titleInput: {
      label: words.say('feedback.form.title', { most: feedbackLimits.title }),
      placeholder: texts.placeholder,
      value: plain(view.title).slice(0, mostTyped),
      most: mostTyped,
    },
    belonging: {
      any: shown.length > 0,
      nothing: all.length === 0 ? texts.nothing : '',
      label: words.say('feedback.form.belongs', {
        from: (page - 1) * choicesOnPage + 1,
        to: (page - 1) * choicesOnPage + shown.length,
        all: all.length,
      }),
      value: shown
        .filter(({ chosen }) => chosen)
        .map(keyOf)
        .join(','),
      choices: shown.map((each) => ({ title: titleOf(each, words), value: keyOf(each) })),
    },
    chosen: chosenLines(view, shown, words),
    page: pageLine({ page, pages }, words),
    typed: typedText(view, words),
    actions: actionsOf(view, shown, { page, pages }, words),
  });
  return { card, summary };
}

function keyOf(each: Belonging): string {
  return each.kind === 'comment' ? each.comment.id : outsideMark + each.outside.id;
}

function markIn(each: Belonging): string {
  return markOf(each.kind === 'comment' ? each.comment : each.outside);
}

function titleOf(each: Belonging, words: Words): string {
  const sort =
    each.kind === 'comment' ? words.all.comments.sorts[each.comment.sort] : sourceText(each.outside, words);
  const { text } = each.kind === 'comment' ? each.comment : each.outside;
  return plain(
    words.say('feedback.form.item', { mark: markIn(each), sort, text: shorten(plain(text), itemShown) }),
  );
}

/** What is chosen on other pages too, so that whoever turns them knows that it stays. */
function chosenLines(
  { all }: ThemeFormView,
  shown: readonly Belonging[],
  words: Words,
): readonly { readonly text: string }[] {
  const chosen = all.filter((each) => each.chosen);
  const elsewhere = chosen.filter((each) => !shown.includes(each));
  if (elsewhere.length === 0) return [];
  const left = chosen.length - chosenShown;
  return [
    words.say('feedback.form.chosen', { count: chosen.length }),
    ...chosen.slice(0, chosenShown).map((each) => `- ${inline(shorten(titleOf(each, words), chosenText))}`),
    ...(left > 0 ? [words.say('common.more', { count: left })] : []),
  ].map((text) => ({ text }));
}

function problemText({ problem }: ThemeFormView, words: Words, safe: (text: string) => string): string {
  if (problem === undefined) return '';
  switch (problem.what) {
    case 'untitled':
      return words.all.feedback.form.problems.untitled;
    case 'too-long':
      return words.say('feedback.form.problems.tooLong', { most: feedbackLimits.title });
    case 'no-such-mark':
      return words.say('feedback.form.problems.noSuchMark', { mark: safe(shorten(problem.mark, markShown)) });
  }
}

function typedText({ theme, all }: ThemeFormView, words: Words): string {
  const { new: makes, add, remove, title } = words.all.feedback.words;
  const first = all[0];
  const mark = first === undefined ? '4f2a9c' : markIn(first);
  const said = { theme: spellingOf('theme', words), mark };
  if (theme === undefined) return words.say('feedback.form.typedNew', { ...said, new: makes });
  return words.say('feedback.form.typed', { ...said, number: theme.number, add, remove, title });
}

function actionsOf(
  { subject, theme, press }: ThemeFormView,
  shown: readonly Belonging[],
  { page, pages }: { page: number; pages: number },
  words: Words,
): readonly Action[] {
  const { charter } = subject;
  const { save, saveOn, saveBack, drop, back } = words.all.feedback.form;
  const saving = {
    kind: 'save-theme',
    charter,
    ...(theme === undefined ? {} : { number: theme.number }),
    shown: shown.map((each) => (each.kind === 'comment' ? each.comment.id : each.outside.id)),
    press,
  } as const;
  const goingTo = (wanted: number) => ({ ...saving, page: wanted });
  return [
    button(save, saving, { inputs: true, primary: true }),
    ...(page < pages ? [button(saveOn, goingTo(page + 1), { inputs: true })] : []),
    ...(page > 1 ? [button(saveBack, goingTo(page - 1), { inputs: true })] : []),
    ...(theme === undefined || theme.toldAt !== undefined
      ? []
      : [button(drop, { kind: 'drop-theme', charter, number: theme.number, confirmed: false })]),
    button(back, { kind: 'themes', charter }),
  ];
}
