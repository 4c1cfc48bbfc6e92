import type { ModerationDecision } from '../../app/comments/intents.js';
import type { ModerationView } from '../../app/comments/views.js';
import { hidingReasons, type Comment } from '../../domain/comment.js';
import type { Words } from '../../words/catalogue.js';
import { button, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { dayText } from '../moment.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { byLine, markOf, reasonText, wordsOf } from './comment-lines.js';

/** Near duplicates beside one comment; whoever merges one sees the next. */
const nearShown = 3;
const nearText = 500;
const appealShown = 1_000;
const titleShown = 120;
const choiceShown = 80;

type Waiting = ModerationView['waiting'][number];

/** What waits for a moderator: one comment a card, so that each is read. Never who wrote it, unless it is signed. */
export function renderModeration(view: ModerationView, { words }: Reader): Rendered {
  const texts = words.all.comments.moderation;
  const count = view.waiting.length;
  const intro = count === 0 ? texts.nothing : words.say('comments.moderation.count', { count });
  const { page, it } = shownOf(view);
  const place = { page, pages: count };
  const just = view.just === undefined ? '' : texts.just[view.just];
  const summary = [just, `${texts.title}.`, intro].filter((text) => text !== '').join(' ');
  const { charter } = view.subject;
  const card = expand('moderation', {
    language: words.language,
    ...told(summary),
    just,
    place: inline(charter),
    title: texts.title,
    intro,
    item: itemOf(it, view, words),
    page: pageLine(place, words),
    actions: [
      ...pageButtons(place, words, (next) => ({ kind: 'moderation', charter, page: next })).map(unstressed),
      ...(count === 0 ? [button(words.all.comments.policy.title, { kind: 'policy' })] : []),
    ],
  });
  return { card, summary };
}

/** The one whose reason is asked for, else the one of the page. */
function shownOf({ waiting, hiding, page }: ModerationView): { page: number; it: Waiting | undefined } {
  const asked = waiting.findIndex(({ comment }) => comment.id === hiding);
  if (waiting.length === 0) return { page: 1, it: undefined };
  return pageAt(waiting, asked === -1 ? page : asked + 1);
}

/** Here a decision is the next thing to do, not the page after. */
function unstressed(action: Action): Action {
  const { style: _, fallback, ...rest } = action;
  const { style: __, ...same } = fallback as Action;
  return { ...rest, fallback: same };
}

const noItem = {
  any: false,
  where: '',
  heading: '',
  text: '',
  by: '',
  asked: '',
  appeal: { any: false, reason: '', text: '' },
  near: {
    any: false,
    title: '',
    all: [],
    choose: false,
    label: '',
    value: '',
    choices: [],
    hint: '',
    actions: [],
  },
  hide: { any: false, label: '', placeholder: '', missing: '', choices: [] },
  typed: '',
  decisions: [],
};

function itemOf(waiting: Waiting | undefined, view: ModerationView, words: Words): object {
  if (waiting === undefined) return noItem;
  const { comment } = waiting;
  const { asked } = words.all.comments.moderation;
  const appealed = comment.appeal?.state === 'waiting';
  return {
    any: true,
    where: words.say('comments.moderation.where', {
      about: aboutOf(waiting, words),
      day: dayText(comment.day, words),
    }),
    heading: words.all.comments.sorts[comment.sort],
    text: wordsOf(comment.text),
    by: byLine(comment, words),
    asked: comment.namesPerson ? asked : '',
    appeal: appealOf(comment, words),
    near: appealed ? noItem.near : nearOf(waiting, words),
    hide: appealed ? noItem.hide : hideOf(comment, view, words),
    typed: typedOf(waiting, appealed, words),
    decisions: appealed ? appealButtons(comment, words) : reviewButtons(comment, words),
  };
}

function aboutOf({ value }: Waiting, words: Words): string {
  return value === undefined ? words.all.comments.about.wholeShort : inline(shorten(value.title, titleShown));
}

function appealOf({ appeal, reason }: Comment, words: Words): object {
  if (appeal?.state !== 'waiting') return noItem.appeal;
  return {
    any: true,
    reason: words.say('comments.moderation.appealed', { reason: reasonText(reason, words) }),
    text: wordsOf(appeal.text, appealShown),
  };
}

function nearOf({ comment, near }: Waiting, words: Words): object {
  const shown = near.slice(0, nearShown);
  const [first] = shown;
  if (first === undefined) return noItem.near;
  const { near: title, into: label, merge, apart, mergeHint: hint } = words.all.comments.moderation;
  const choose = { inputs: true } as const;
  return {
    any: true,
    title,
    all: shown.map((other) => ({ by: nearBy(other, words), text: wordsOf(other.text, nearText) })),
    choose: shown.length > 1,
    label,
    value: first.id,
    choices: shown.map((other) => ({ title: plain(shorten(other.text, choiceShown)), value: other.id })),
    hint,
    actions: [
      decide(merge, comment, { kind: 'merge', into: first.id }, choose),
      decide(apart, comment, { kind: 'keep-apart', from: first.id }, choose),
    ],
  };
}

function nearBy(comment: Comment, words: Words): string {
  const state = words.all.comments.moderation.states[comment.state];
  const people = words.say('comments.people', { people: comment.people });
  return words.say('comments.moderation.nearOne', { state, people });
}

function hideOf({ id }: Comment, { hiding }: ModerationView, words: Words): object {
  const { reason, reasonChoose, reasonMissing } = words.all.comments.moderation;
  return {
    any: true,
    label: reason,
    placeholder: reasonChoose,
    missing: hiding === id ? reasonMissing : '',
    choices: hidingReasons.map((each) => ({ title: words.all.comments.reasonNames[each], value: each })),
  };
}

function reviewButtons(comment: Comment, words: Words): readonly Action[] {
  const { publish, hide } = words.all.comments.moderation;
  return [
    decide(publish, comment, { kind: 'publish' }, { primary: true }),
    decide(hide, comment, { kind: 'hide' }, { inputs: true }),
  ];
}

function appealButtons(comment: Comment, words: Words): readonly Action[] {
  const { grant, decline } = words.all.comments.moderation;
  return [
    decide(grant, comment, { kind: 'grant-appeal' }),
    decide(decline, comment, { kind: 'decline-appeal' }),
  ];
}

function decide(
  title: string,
  { id }: Comment,
  decision: ModerationDecision,
  look: { inputs?: boolean; primary?: boolean } = {},
): Action {
  return button(title, { kind: 'moderate', comment: id, decision }, look);
}

/** The same in words, with the marks that stand for the comments. */
function typedOf({ comment, near }: Waiting, appealed: boolean, words: Words): string {
  const moderation = spellingOf('moderation', words);
  const said = { ...words.all.comments.moderation.words, moderation, mark: markOf(comment) };
  if (appealed) return words.say('comments.moderation.typed.appeal', said);
  const review = words.say('comments.moderation.typed.review', said);
  const [first] = near;
  if (first === undefined) return review;
  return `${review} ${words.say('comments.moderation.typed.near', { ...said, other: markOf(first) })}`;
}
