import type { CommentDraft } from '../../app/comments/intents.js';
import type { CommentFormView } from '../../app/comments/views.js';
import type { Intent } from '../../app/intent.js';
import { commentSorts, longestComment } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import type { Words } from '../../words/catalogue.js';
import { dataFor } from '../action-data.js';
import { aboutOf, button, toggle, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { notesOf } from '../notes.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { plain } from '../text.js';
import { told } from '../told.js';
import { aboutLine, aboutSpoken, typedText } from './comment-lines.js';
import { policyText } from './policy-text.js';

/** Far above what is taken, so that a text which is too long comes back whole, to be shortened by its writer. */
const mostTyped = 3 * longestComment;
/** The most of it that a card has room for beside the form. */
const mostTypedBytes = 17_000;

/** Where a member writes a comment: what it is about, the words, and whether it is signed. */
export function renderCommentForm(view: CommentFormView, { words, shared }: Reader): Rendered {
  const { subject } = view;
  // Others see this card: what somebody has put down so far is not for them.
  const own = shared ? withoutWords(view) : view;
  const texts = words.all.comments.form;
  const problem = problemOf(own, words);
  const summary = `${texts.title}. ${aboutSpoken(view, words)}. ${problem.text}`.trim();
  const card = expand('comment-form', {
    language: words.language,
    ...told(summary, typedHint(own, words)),
    notes: notesOf({ subject }, words),
    place: subjectLine(subject, words),
    title: texts.title,
    about: aboutLine(view, words),
    problem,
    sort: sortOf(own, words),
    text: textOf(own, words),
    signed: { label: texts.name, title: texts.sign, value: String(own.signed) },
    anonymous: texts.anonymous,
    policy: { text: policyText(words), actions: [toggle(texts.policy, 'policy')] },
    next: [...(shared ? [texts.shared] : []), texts[view.review]].join(' '),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

function withoutWords({ subject, press, review, inDialog, kind, ...view }: CommentFormView): CommentFormView {
  const { value, position } = view;
  return { kind, subject, press, review, inDialog, signed: false, ...given({ value, position }) };
}

function problemOf(view: CommentFormView, words: Words): { any: boolean; text: string; more: string } {
  const { problem } = view;
  const { empty, unsorted, namesPerson, namesPersonMore } = words.all.comments.form.problems;
  if (problem === undefined) return { any: false, text: '', more: '' };
  switch (problem) {
    case 'empty':
      return { any: true, text: empty, more: '' };
    case 'unsorted':
      return { any: true, text: unsorted, more: '' };
    case 'too-long':
      return { any: true, text: tooLongText(view, words), more: '' };
    case 'names-person':
      return { any: true, text: namesPerson, more: namesPersonMore };
  }
}

function tooLongText({ text = '' }: CommentFormView, words: Words): string {
  const most = longestComment;
  if (shownOf(text) !== typedText(text)) return words.say('comments.form.problems.cut', { most });
  const { length } = text;
  return words.say('comments.form.problems.tooLong', { length, most, over: length - most });
}

/** As much of what was typed as the card has room for. */
function shownOf(text: string): string {
  let shown = typedText(text).slice(0, mostTyped);
  while (bytesOf(shown) > mostTypedBytes) shown = shown.slice(0, -200);
  return shown.replace(/[\uD800-\uDBFF]$/, '');
}

/** The sort comes before the text: who knows what they want to say about says it better. */
function sortOf({ sort }: CommentFormView, words: Words): object {
  const { choices, form } = words.all.comments;
  return {
    label: form.sort,
    value: sort ?? '',
    choices: commentSorts.map((each) => ({ title: choices[each], value: each })),
  };
}

function textOf({ text = '' }: CommentFormView, words: Words): object {
  return {
    label: words.say('comments.form.text', { most: longestComment }),
    placeholder: words.all.comments.form.placeholder,
    most: mostTyped,
    value: shownOf(text),
  };
}

function actionsOf(view: CommentFormView, words: Words): readonly Action[] {
  const { send, sendForReview, changed, window } = words.all.comments.form;
  const sending = { kind: 'send-comment', about: aboutOf(view.subject), draft: valueOf(view) } as const;
  const { press } = view;
  const form = { inputs: true } as const;
  const primary = { inputs: true, primary: true } as const;
  const sends: readonly Action[] =
    view.problem === 'names-person'
      ? [
          button(sendForReview, { ...sending, press, forReview: true }, primary),
          button(changed, { ...sending, press }, form),
        ]
      : [button(send, { ...sending, press }, primary)];
  return view.inDialog ? sends : [...sends, windowButton(window, view)];
}

/**
 * Opens the same form in a window, with what was written so far. Clients without windows leave the button without an
 * answer, so everything works on the card itself as well.
 */
function windowButton(title: string, view: CommentFormView): Action {
  const intent: Intent = {
    kind: 'comment',
    about: aboutOf(view.subject),
    draft: valueOf(view),
    inDialog: true,
  };
  return {
    type: 'Action.Submit',
    title: plain(title),
    data: { ...dataFor(intent), msteams: { type: 'task/fetch' } },
  };
}

function valueOf({ value }: CommentFormView): CommentDraft {
  return value === undefined ? {} : { value: { by: 'id', id: value.id } };
}

function typedHint({ problem }: CommentFormView, words: Words): string {
  const comment = spellingOf('comment', words);
  if (problem === 'names-person') return words.say('comments.form.typedReview', { comment });
  return words.say('comments.form.typed', { comment, missing: spellingOf('missing', words) });
}
