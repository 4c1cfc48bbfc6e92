import type { ObjectionsView, ShownObjection } from '../../app/adoption/views.js';
import { votes } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';
import { dataFor } from '../action-data.js';
import { aboutOf, button, type Action } from '../actions.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { byLine, markOf, wordsOf } from '../comments/comment-lines.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, numberedHeading, shorten } from '../text.js';
import { told } from '../told.js';
import { answerText } from './answer-text.js';

/** Each has a button of its own, and a card has room for six. */
const onPage = 3;
/** What the texts of a page may weigh; a long one stands alone. */
const pageBytes = 8_000;
const titleShown = 120;

interface Listed extends ShownObjection {
  /** In the whole list, from 1. */
  readonly position: number;
  readonly text: string;
  readonly answered: string;
}

/** What we object to, what was answered, and what all of us think of it. */
export function renderObjections(view: ObjectionsView, reader: Reader): Rendered {
  const { words } = reader;
  const { subject, objections } = view;
  const texts = words.all.adoption.objections;
  const number = subject.number ?? 0;
  const pages = pagesOf(objections, words);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = words.say('adoption.objections.summary', { number, count: objections.length });
  const typed = words.say('adoption.objections.typed', {
    objections: spellingOf('objections', words),
    charter: subject.charter,
  });
  const about = aboutOf(subject);
  const card = expand('objections', {
    language: words.language,
    ...told(summary, typed),
    notes: { any: false, all: [] },
    place: subjectLine(subject, words),
    title: words.say('adoption.objections.title', { number }),
    intro: objections.length === 0 ? texts.none : texts.intro,
    objections: it.map((listed, index) =>
      objectionOf(listed, `vote-${String(index + 1)}`, view, page, reader),
    ),
    page: pageLine(place, words),
    over: view.open ? '' : texts.over,
    actions: [
      ...pageButtons(place, words, (next) => ({ kind: 'objections', about, page: next })),
      button(view.open ? texts.back : words.all.adoption.notice.outcome, { kind: 'consent', about }),
    ],
  });
  return { card, summary };
}

function pagesOf(objections: readonly ShownObjection[], words: Words): readonly (readonly Listed[])[] {
  const pages: Listed[][] = [[]];
  let held = 0;
  objections.forEach((objection, index) => {
    const text = wordsOf(objection.comment.text);
    const answered = answerText(objection.answer, words, words.all.adoption.objections.unanswered);
    const weight = bytesOf(text) + bytesOf(answered);
    const last = pages.at(-1) ?? [];
    if (last.length === onPage || (last.length > 0 && held + weight > pageBytes)) {
      pages.push([]);
      held = 0;
    }
    pages.at(-1)?.push({ ...objection, position: index + 1, text, answered });
    held += weight;
  });
  return pages;
}

/** `input`: of its vote. Several stand on a card, so each is named for its place. */
function objectionOf(
  { comment, value, position, text, answered }: Listed,
  input: string,
  { votes: cast, open }: ObjectionsView,
  page: number,
  { words, shared }: Reader,
): object {
  const own = shared ? undefined : cast.get(comment.id);
  const { list, votes: titles, noSupport } = words.all.comments;
  const offered = own === undefined ? votes : ([...votes, 'none'] as const);
  return {
    heading: numberedHeading(
      words.say('adoption.objections.item', { position, about: aboutText(value, words) }),
    ),
    text,
    by: byLine(comment, words),
    support:
      comment.support === undefined ? noSupport : words.say('comments.support', { ...comment.support }),
    answer: answered,
    yours: own === undefined ? '' : words.say('comments.list.yours', { vote: titles[own] }),
    open,
    vote: {
      id: input,
      label: words.say('comments.list.question', { position }),
      placeholder: list.choose,
      value: own ?? '',
      choices: offered.map((vote) => ({ title: titles[vote], value: vote })),
    },
    mark: open
      ? words.say('comments.list.mark', {
          support: spellingOf('support', words),
          mark: markOf(comment),
          agree: list.agree,
        })
      : '',
    actions: open ? [saveButton(comment.id, input, { position, page }, words)] : [],
  };
}

/** What is objected to. For a TextBlock. */
export function aboutText(value: ShownObjection['value'], words: Words): string {
  if (value === undefined) return words.all.adoption.objections.whole;
  return words.say('adoption.objections.value', { title: inline(shorten(value.title, titleShown)) });
}

/** Says which of the card's inputs holds this objection's vote. */
function saveButton(
  comment: ShownObjection['comment']['id'],
  input: string,
  { position, page }: { position: number; page: number },
  words: Words,
): Action {
  const data = { ...dataFor({ kind: 'support', comment, page }), voteIn: input };
  const same = { title: words.say('comments.list.save', { position }), data };
  return { type: 'Action.Execute', verb: 'support', ...same, fallback: { type: 'Action.Submit', ...same } };
}
