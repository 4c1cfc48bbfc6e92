import type { ReceiptView } from '../../app/comments/views.js';
import { longestComment, type Comment } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, shorten } from '../text.js';
import { told } from '../told.js';
import { byLine, codeText, mostCode, reasonText, typedText, wordsOf } from './comment-lines.js';

const appealShown = 600;
/** Above what is taken, so that it comes back to be shortened. */
const mostAppeal = 2 * longestComment;

/** What became of a comment, for whoever holds its code. */
export function renderReceipt(view: ReceiptView, { words }: Reader): Rendered {
  const texts = words.all.comments.receipt;
  const { found } = view;
  const state = found === undefined ? texts.intro : stateOf(found.comment, words);
  const problem = problemOf(view, words);
  const summary = [`${texts.title}.`, problem, state].filter((text) => text !== '').join(' ');
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
    appealText: appealTextOf(found?.comment, words),
    appeal: appealOf(view, words),
    actions: found === undefined ? [] : [button(texts.another, { kind: 'receipt' })],
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
