import type { ReceiptView } from '../../app/comments/views.js';
import type { ReceiptTheme } from '../../app/feedback/views.js';
import { longestComment, type Comment } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { changeLine, followUpText, standingText, statusText, titleShown } from '../feedback/feedback-text.js';
import { pagesOf } from '../markdown.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, shorten } from '../text.js';
import { told } from '../told.js';
import { byLine, codeText, mostCode, reasonText, typedText, wordsOf } from './comment-lines.js';

const appealShown = 600;
const reasonBytes = 4_000;
const changesShown = 5;
/** Above what is taken, so that it comes back to be shortened. */
const mostAppeal = 2 * longestComment;

/** What became of a comment, for whoever holds its code. */
export function renderReceipt(view: ReceiptView, { words }: Reader): Rendered {
  const texts = words.all.comments.receipt;
  const { found } = view;
  const state = found === undefined ? texts.intro : stateOf(found.comment, words);
  const problem = problemOf(view, words);
  const answer = found?.theme === undefined ? '' : standingText(found.theme, words);
  const summary = [`${texts.title}.`, problem, state, answer].filter((text) => text !== '').join(' ');
  const card = expand('receipt', {
    language: words.language,
    ...told(summary, words.say('comments.receipt.typed', { receipt: spellingOf('receipt', words) })),
    title: texts.title,
    problem,
    just: view.just === 'appealed' ? texts.appealed : '',
    state,
    form: formOf(view, words),
    comment: commentOf(found?.comment, texts.comment, words),
    into: commentOf(found?.into, '', words),
    theme: themeOf(found?.theme, words),
    appealText: appealTextOf(found?.comment, words),
    appeal: appealOf(view, words),
    actions: [
      ...themeButton(found?.theme, words),
      ...(found === undefined ? [] : [button(texts.another, { kind: 'receipt' })]),
    ],
  });
  return { card, summary };
}

function problemOf({ problem }: ReceiptView, words: Words): string {
  const texts = words.all.comments.receipt.problems;
  if (problem === undefined) return '';
  switch (problem) {
    case 'unknown':
      return texts.unknown;
    case 'too-many-guesses':
      return texts.tooManyGuesses;
    case 'appeal-empty':
      return texts.appealEmpty;
    case 'appeal-too-long':
      return words.say('comments.receipt.problems.appealTooLong', { most: longestComment });
    case 'appeal-not-possible':
      return texts.appealNotPossible;
  }
}

function stateOf(comment: Comment, words: Words): string {
  const { waiting, published, merged, appeal } = words.all.comments.receipt;
  switch (comment.state) {
    case 'waiting':
      return waiting;
    case 'published':
      return comment.appeal?.state === 'granted' ? appeal.granted : published;
    case 'merged':
      return merged;
    case 'hidden':
      return hiddenText(comment, words);
  }
}

function hiddenText({ reason, appeal }: Comment, words: Words): string {
  const { invite, waiting, declined, granted } = words.all.comments.receipt.appeal;
  const hidden = words.say('comments.receipt.hidden', { reason: reasonText(reason, words) });
  if (appeal === undefined) return `${hidden} ${invite}`;
  return `${hidden} ${{ waiting, declined, granted }[appeal.state]}`;
}

function formOf({ found, code }: ReceiptView, words: Words): object {
  const { code: label, placeholder, ask } = words.all.comments.receipt;
  return {
    any: found === undefined,
    label,
    placeholder,
    most: mostCode,
    value: codeText(code ?? ''),
    actions: [button(ask, { kind: 'receipt' }, { inputs: true, primary: true })],
  };
}

function commentOf(comment: Comment | undefined, label: string, words: Words): object {
  if (comment === undefined) return { any: false, label: '', text: '', by: '' };
  return { any: true, label, text: wordsOf(comment.text), by: byLine(comment, words) };
}

/** What was done about it: the answer of its theme, once told, and the words that changed. */
function themeOf(theme: ReceiptTheme | undefined, words: Words): object {
  if (theme === undefined) return { any: false, title: '', lines: [] };
  const { number, title, answer, changes } = theme;
  const [reason = ''] = answer === undefined ? [] : pagesOf(answer.reason, reasonBytes);
  const answered =
    answer === undefined
      ? [words.all.feedback.receipt.unanswered]
      : [
          `**${inline(statusText(answer, words))}**`,
          reason,
          answer.followUp === undefined ? '' : followUpText(answer.followUp, words),
        ];
  const changed = changes.slice(0, changesShown).map((change) => changeLine(change, words));
  return {
    any: true,
    title: words.say('feedback.receipt.theme', { number, title: inline(shorten(title, titleShown)) }),
    lines: [...answered, ...changed].filter((text) => text !== '').map((text) => ({ text })),
  };
}

function themeButton(theme: ReceiptTheme | undefined, words: Words): readonly Action[] {
  if (theme === undefined) return [];
  const { charter, number } = theme;
  return [button(words.all.feedback.receipt.open, { kind: 'theme', charter, number })];
}

function appealTextOf(comment: Comment | undefined, words: Words): string {
  const text = comment?.appeal?.text;
  return text === undefined
    ? ''
    : words.say('comments.receipt.appeal.text', { text: inline(shorten(text, appealShown)) });
}

/** Offered where it can be made: once, of a comment that is hidden. */
function appealOf({ found, code, appealText = '' }: ReceiptView, words: Words): object {
  const { label, send } = words.all.comments.receipt.appeal;
  const any = found?.comment.state === 'hidden' && found.comment.appeal === undefined && code !== undefined;
  const actions: readonly Action[] = any
    ? [button(send, { kind: 'appeal', code: codeText(code) }, { inputs: true, primary: true })]
    : [];
  const typed = words.say('comments.receipt.appeal.typed', {
    appeal: spellingOf('appeal', words),
    code: inline(codeText(code ?? '')),
  });
  return { any, label, most: mostAppeal, value: typedText(appealText).slice(0, mostAppeal), typed, actions };
}
