import type { CommentSentView } from '../../app/comments/views.js';
import type { ValueRef } from '../../app/about.js';
import { given } from '../../domain/given.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline } from '../text.js';
import { told } from '../told.js';
import { byLine, codeText, wordsOf } from './comment-lines.js';

/** Of one's own words, enough to know them again. */
const wordsShown = 600;

/** The comment is kept; here is the code, this once. */
export function renderCommentSent(view: CommentSentView, { words }: Reader): Rendered {
  const { subject, comment, code } = view;
  const texts = words.all.comments.sent;
  const state = stateOf(view, words);
  const title = subject.preview ? texts.previewed : texts.title;
  const summary = `${title}. ${state}`;
  const card = expand('comment-sent', {
    language: words.language,
    ...told(summary, code === undefined ? '' : `${texts.code}: ${codeText(code)}. ${texts.keep}`),
    place: subjectLine(subject, words),
    title,
    state,
    code: codeOf(view, words),
    yours: texts.yours,
    text: wordsOf(comment.text, wordsShown),
    by: byLine(comment, words),
    unnamed: view.unnamed === true ? texts.unnamed : '',
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function stateOf({ comment, subject }: CommentSentView, words: Words): string {
  const { preview, published, waiting } = words.all.comments.sent;
  if (subject.preview) return preview;
  return comment.state === 'published' ? published : waiting;
}

function codeOf({ code, subject }: CommentSentView, words: Words): object {
  const { noCode, keep, code: label } = words.all.comments.sent;
  const none = { some: !subject.preview, any: false, label: '', letters: '', text: noCode, typed: '' };
  if (code === undefined) return none;
  const typed = words.say('comments.sent.typed', {
    receipt: spellingOf('receipt', words),
    code: inline(codeText(code)),
  });
  return { some: true, any: true, label, letters: inline(codeText(code)), text: keep, typed };
}

function actionsOf({ subject, comment, code }: CommentSentView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  const { follow, another } = words.all.comments.sent;
  const value: ValueRef | undefined =
    comment.value === undefined ? undefined : { by: 'id', id: comment.value };
  return [
    ...(code === undefined ? [] : [button(follow, { kind: 'receipt', code: codeText(code) })]),
    button(another, { kind: 'comment', about, draft: given({ value }) }),
    button(words.all.comments.list.title, { kind: 'comments', about, ...given({ value }) }),
    button(words.all.common.values, { kind: 'values', about }),
  ];
}
