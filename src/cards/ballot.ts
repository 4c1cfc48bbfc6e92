import type { ValueRef } from '../app/about.js';
import type { BallotView } from '../app/views.js';
import { answers } from '../domain/rating.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, toggle, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { enclosed } from './enclosed-considerations.js';
import { pagesOf } from './markdown.js';
import { notesOf } from './notes.js';
import { pageButtons, pageLine } from './paging.js';
import { ballotChangeOf } from './revision/ballot-change.js';
import { pageAt } from './sections.js';
import { spellingOf } from './spelling.js';
import { subjectLine } from './subject-line.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

/** What one part of a value's text may weigh; most values are far lighter. */
const textBytes = 12_000;
const leadInShown = 200;
const titleShown = 200;
const titleSpoken = 80;
const mostActions = 6;

/** One value, to read and to rate: choose, then save. */
export function renderBallot(view: BallotView, { words, shared }: Reader): Rendered {
  const { value, position, total, considerations } = view;
  const own = shared ? withoutAnswers(view) : view;
  const notes = notesOf(own, words);
  const { text, reading, page } = textOf(view, words);
  const { cut, text: enclosedText } = enclosed(considerations);
  const all = cut ? [allConsiderations(view, words)] : [];
  const title = plain(shorten(value.title, titleSpoken));
  const change = ballotChangeOf(own, words);
  const summary = words.say('ballot.summary', { position, total, title });
  const card = expand('value', {
    ...wordsOfBallot(words),
    ...told(
      `${notes.spoken}${summary} ${change.spoken}`.trim(),
      words.say('ballot.typed', { rate: spellingOf('rate', words), position }),
    ),
    notes,
    place: placeLine(own, words),
    leadIn: inline(shorten(view.leadIn ?? '', leadInShown)),
    ...{ title: inline(shorten(value.title, titleShown)), text, page, change },
    reading: { any: reading.length > 0, actions: reading },
    considerations: { any: considerations.length > 0, text: enclosedText, cut, actions: all },
    isFirst: isFirst(own),
    privacy: privacyOf(own, words),
    over: isOpen(own) ? '' : overText(own, words),
    answer: String(own.answer ?? ''),
    actions: (isOpen(own) ? ratingActions(own, words) : laterActions(own, words)).slice(
      0,
      mostActions - reading.length - all.length - change.actions.length,
    ),
  });
  return { card, summary };
}

function isOpen({ subject }: BallotView): boolean {
  return subject.preview || subject.state === 'open';
}

/** Before the first answer, who can see what is said in a sentence, with the rest one tap away. */
function isFirst(view: BallotView): boolean {
  return isOpen(view) && view.answered === 0;
}

function privacyOf({ rules }: BallotView, words: Words): string {
  if (rules === undefined) return words.all.common.privacy;
  const key = rules.results === 'interim' ? 'ballot.confidential.interim' : 'ballot.confidential.closing';
  return words.say(key, { least: rules.least });
}

/** Of a draft that is over, a value can still be read. */
function overText({ subject, answer }: BallotView, words: Words): string {
  const over = words.say('ballot.over', { state: words.all.common.states[subject.state ?? 'closed'] });
  if (answer === undefined) return over;
  return `${over} ${words.say('ballot.yours', { answer: `*${words.all.scale[answer]}*` })}`;
}

function laterActions(view: BallotView, words: Words): readonly Action[] {
  const about = aboutOf(view.subject);
  return [
    button(words.all.common.results, { kind: 'results', about }),
    commentButton(view, words),
    ...nextButton(view, words),
    button(words.all.common.values, { kind: 'values', about }),
  ];
}

/** On a card that others see too, nobody's answers stand. */
function withoutAnswers({ answer: _, just: __, carried: ___, change, ...view }: BallotView): BallotView {
  const shown = change === undefined ? {} : { change: { ...change, former: [], disputable: false } };
  return { ...view, ...shown, answered: 0 };
}

function placeLine({ subject, position, total, answered }: BallotView, words: Words): string {
  const place = words.say('ballot.place', { draft: subjectLine(subject, words), position, total });
  return answered === 0 ? place : `${place} · ${words.say('ballot.answered', { answered, total })}`;
}

/** The part of the text asked for, and the buttons that belong to reading it. */
function textOf(view: BallotView, words: Words): { text: string; page: string; reading: readonly Action[] } {
  const pages = pagesOf(view.value.text, textBytes);
  const { page, it: text } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const count = view.considerations.length;
  const paging = pageButtons(place, words, (next) => ({
    kind: 'ballot',
    about: aboutOf(view.subject),
    value: idOf(view),
    page: next,
  }));
  const reading = [
    ...paging.slice(0, 1),
    ...(count === 0 ? [] : [toggle(words.say('ballot.considerations', { count }), 'considerations')]),
  ];
  return { text, page: pageLine(place, words), reading };
}

function allConsiderations(view: BallotView, words: Words): Action {
  const intent = { kind: 'considerations', about: aboutOf(view.subject), value: idOf(view) } as const;
  return button(words.all.ballot.allConsiderations, intent);
}

/** The most important first: a card has room for six buttons in all. */
function ratingActions(view: BallotView, words: Words): readonly Action[] {
  const { subject, press } = view;
  const about = aboutOf(subject);
  const value = idOf(view);
  const { save, withdraw } = words.all.ballot;
  const rate = { kind: 'rate', about, value, press } as const;
  return [
    button(save, { ...rate, answer: undefined }, { inputs: true, primary: true }),
    ...(view.answer === undefined ? [] : [button(withdraw, { ...rate, answer: null })]),
    ...(isFirst(view) ? [button(words.all.common.whoSees, { kind: 'privacy', about })] : []),
    commentButton(view, words),
    ...nextButton(view, words),
    button(words.all.common.yourAnswers, { kind: 'answers', about }),
  ];
}

function commentButton(view: BallotView, words: Words): Action {
  const draft = { value: idOf(view) };
  return button(words.all.common.commentOnValue, { kind: 'comment', about: aboutOf(view.subject), draft });
}

function nextButton({ subject, position, total }: BallotView, words: Words): readonly Action[] {
  if (position >= total) return [];
  const value = { by: 'position', position: position + 1 } as const;
  return [button(words.all.ballot.next, { kind: 'ballot', about: aboutOf(subject), value })];
}

function idOf({ value }: BallotView): ValueRef {
  return { by: 'id', id: value.id };
}

const wordsOfBallots = new WeakMap<Words, object>();

/** What every ballot of a language has in common. */
function wordsOfBallot(words: Words): object {
  const known = wordsOfBallots.get(words);
  if (known !== undefined) return known;
  const { question, missing, ...titles } = words.all.scale;
  const made = {
    language: words.language,
    scale: {
      question,
      missing,
      choices: answers.map((answer) => ({ title: titles[answer], value: String(answer) })),
    },
  };
  wordsOfBallots.set(words, made);
  return made;
}
