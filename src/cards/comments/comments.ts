import type { CommentsView } from '../../app/comments/views.js';
import type { ValueRef } from '../../app/about.js';
import { votes, type Comment, type Vote } from '../../domain/comment.js';
import { given } from '../../domain/given.js';
import type { Words } from '../../words/catalogue.js';
import { dataFor } from '../action-data.js';
import { aboutOf, button, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { notesOf } from '../notes.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline } from '../text.js';
import { told } from '../told.js';
import { aboutLine, aboutSpoken, byLine, hiddenByReason, markOf, wordsOf } from './comment-lines.js';

/** Each has a button of its own, and a card has room for six. */
const commentsOnPage = 3;
/** What the texts of a page may weigh; a long one stands alone. */
const pageBytes = 9_000;

interface Listed {
  readonly comment: Comment;
  /** In the whole list, from 1. */
  readonly position: number;
  readonly text: string;
}

/** What others said, with what all of us think of it. */
export function renderComments(view: CommentsView, reader: Reader): Rendered {
  const { words } = reader;
  const { subject, comments } = view;
  const texts = words.all.comments.list;
  const pages = pagesOf(comments);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = words.say('comments.list.summary', {
    about: aboutSpoken(view, words),
    count: comments.length,
  });
  const hidden = hiddenByReason(view.hidden, words);
  const card = expand('comments', {
    language: words.language,
    ...told(
      summary,
      it
        .map(({ text }) => text)
        .join(' ')
        .slice(0, 800),
    ),
    notes: notesOf({ subject }, words),
    place: subjectLine(subject, words),
    title: texts.title,
    about: aboutLine(view, words),
    intro: comments.length === 0 ? texts.none : texts.intro,
    comments: it.map((listed, index) =>
      commentOf(listed, `vote-${String(index + 1)}`, { view, reader, page }),
    ),
    page: pageLine(place, words),
    hidden: hidden === '' ? '' : words.say('comments.list.hidden', { reasons: hidden }),
    over: view.open ? '' : texts.over,
    actions: [
      ...pageButtons(place, words, (next) => listIntent(view, next)),
      ...(view.open ? [writeButton(view, words)] : []),
    ],
  });
  return { card, summary };
}

function pagesOf(comments: readonly Comment[]): readonly (readonly Listed[])[] {
  const pages: Listed[][] = [[]];
  let held = 0;
  comments.forEach((comment, index) => {
    const text = wordsOf(comment.text);
    const weight = bytesOf(text);
    const last = pages.at(-1) ?? [];
    if (last.length === commentsOnPage || (last.length > 0 && held + weight > pageBytes)) {
      pages.push([]);
      held = 0;
    }
    pages.at(-1)?.push({ comment, position: index + 1, text });
    held += weight;
  });
  return pages;
}

/** `input`: of its vote. Several stand on a card, so each is named for its place. */
function commentOf(
  { comment, position, text }: Listed,
  input: string,
  { view, reader, page }: { view: CommentsView; reader: Reader; page: number },
): object {
  const { words, shared } = reader;
  const own = shared ? undefined : view.votes.get(comment.id);
  const sort = words.all.comments.sorts[comment.sort];
  return {
    heading: inline(words.say('comments.list.item', { position, sort })),
    text,
    by: byLine(comment, words),
    support: supportText(comment, words),
    yours: own === undefined ? '' : words.say('comments.list.yours', { vote: words.all.comments.votes[own] }),
    open: view.open,
    vote: voteOf(input, position, own, words),
    mark: view.open ? markText(comment, words) : '',
    actions: view.open ? [saveButton(comment, input, { position, page }, words)] : [],
  };
}

function supportText({ support }: Comment, words: Words): string {
  return support === undefined ? words.all.comments.noSupport : words.say('comments.support', { ...support });
}

function voteOf(id: string, position: number, own: Vote | undefined, words: Words): object {
  const titles = words.all.comments.votes;
  const offered = own === undefined ? votes : ([...votes, 'none'] as const);
  return {
    id,
    label: words.say('comments.list.question', { position }),
    placeholder: words.all.comments.list.choose,
    value: own ?? '',
    choices: offered.map((vote) => ({ title: titles[vote], value: vote })),
  };
}

function markText(comment: Comment, words: Words): string {
  return words.say('comments.list.mark', {
    support: spellingOf('support', words),
    mark: markOf(comment),
    agree: words.all.comments.list.agree,
  });
}

/** Says which of the card's inputs holds this comment's vote. */
function saveButton(
  { id }: Comment,
  input: string,
  { position, page }: { position: number; page: number },
  words: Words,
): Action {
  const data = { ...dataFor({ kind: 'support', comment: id, page }), voteIn: input };
  const same = { title: words.say('comments.list.save', { position }), data };
  return { type: 'Action.Execute', verb: 'support', ...same, fallback: { type: 'Action.Submit', ...same } };
}

function writeButton({ subject, value }: CommentsView, words: Words): Action {
  const draft = value === undefined ? {} : { value: refOf(value) };
  return button(words.all.comments.list.write, { kind: 'comment', about: aboutOf(subject), draft });
}

function listIntent({ subject, value }: CommentsView, page: number) {
  const named = value === undefined ? undefined : refOf(value);
  return { kind: 'comments', about: aboutOf(subject), page, ...given({ value: named }) } as const;
}

function refOf({ id }: NonNullable<CommentsView['value']>): ValueRef {
  return { by: 'id', id };
}
