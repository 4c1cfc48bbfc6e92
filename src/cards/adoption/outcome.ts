import type { OutcomeView } from '../../app/adoption/views.js';
import { mostDissentOnCard } from '../../domain/dissent.js';
import type { Dissent } from '../../domain/outcome.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, pageLink, type Action } from '../actions.js';
import { glanceAt } from '../at-a-glance.js';
import { bytesOf, type Reader, type Rendered } from '../card.js';
import { wordsOf } from '../comments/comment-lines.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { spellingOf } from '../spelling.js';
import { subjectLine } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, numberedHeading, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { linesOf } from './adopt-form.js';
import { answerText } from './answer-text.js';
import { calendarDay } from './calendar-day.js';
import { figuresText, ruleText } from './figures-text.js';
import { aboutText } from './objections.js';

const titleSpoken = 160;
const leadInShown = 200;
const listBytes = 5_000;
const wordsShown = 900;
const nameShown = 80;
/** What the objections of a card may weigh; those that have no room stand on the next. */
const dissentBytes = 7_000;
/** Of the ledger's head: enough to compare by eye. */
const headShown = 12;

interface Objection {
  readonly heading: string;
  readonly text: string;
  readonly by: string;
  readonly answer: string;
}

/** What was adopted, how it was decided, what was said against it, and what will be done. */
export function renderOutcome(view: OutcomeView, { words, shared }: Reader): Rendered {
  const { subject, outcome } = view;
  const texts = words.all.adoption.outcome;
  const { dissent, followUps } = outcome;
  const pages = dissentPages(view, words);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const first = page === 1;
  const said = { number: outcome.number, day: calendarDay(outcome.adoptedOn, words) };
  const title = plain(shorten(subject.title, titleSpoken));
  const summary = words.say('adoption.outcome.summary', { ...said, title });
  const facts = factsOf(view, words);
  const left = dissent.length - mostDissentOnCard;
  const card = expand('outcome', {
    language: words.language,
    ...told(
      [summary, ...facts.map((fact) => `${fact.title}: ${fact.value}.`)].join(' '),
      words.say('adoption.outcome.typed', {
        outcome: spellingOf('outcome', words),
        charter: subject.charter,
      }),
    ),
    notes: { any: view.just !== undefined, all: view.just === undefined ? [] : [{ text: texts.amended }] },
    place: subjectLine(subject, words),
    title: texts.title,
    lead: words.say('adoption.outcome.lead', said),
    recorded: recordedText(view, words),
    leadIn: first ? inline(shorten(view.leadIn ?? words.all.charter.list, leadInShown)) : '',
    list: first ? glanceAt(view.values, { bytes: listBytes, words }).list : '',
    facts: { any: first, all: facts },
    dissent: {
      heading: texts.dissent,
      none: dissent.length === 0 ? texts.noDissent : '',
      all: it,
      more: left > 0 && page === pages.length ? words.say('adoption.outcome.more', { count: left }) : '',
    },
    followUps: {
      heading: first ? words.all.adoption.record.followUps : '',
      none: first && followUps.length === 0 ? words.all.adoption.record.noFollowUps : '',
      lines: first ? linesOf(followUps, words) : [],
    },
    page: pageLine(place, words),
    actions: actionsOf(view, place, words, shared),
  });
  return { card, summary };
}

/** Where a decision is recorded on another day than the one from which it holds, both are told. */
function recordedText({ outcome: { adoptedOn }, recordedOn: day }: OutcomeView, words: Words): string {
  return day === adoptedOn ? '' : words.say('adoption.outcome.recordedOn', { day: calendarDay(day, words) });
}

function factsOf({ outcome, head }: OutcomeView, words: Words): readonly { title: string; value: string }[] {
  const { facts } = words.all.adoption.outcome;
  return [
    { title: facts.figures, value: figuresText(outcome.figures, words) },
    { title: facts.rule, value: ruleText(outcome.rule, words) },
    { title: facts.reviewOn, value: calendarDay(outcome.reviewOn, words) },
    { title: facts.head, value: plain(head.slice(0, headShown)) },
  ];
}

function dissentPages({ outcome, values }: OutcomeView, words: Words): readonly (readonly Objection[])[] {
  const pages: Objection[][] = [[]];
  let held = 0;
  outcome.dissent.slice(0, mostDissentOnCard).forEach((dissent, index) => {
    const value = values.find(({ id }) => id === dissent.value);
    const objection = objectionOf(dissent, index + 1, aboutText(value, words), words);
    const weight = bytesOf(objection.text) + bytesOf(objection.answer);
    if ((pages.at(-1) ?? []).length > 0 && held + weight > dissentBytes) {
      pages.push([]);
      held = 0;
    }
    pages.at(-1)?.push(objection);
    held += weight;
  });
  return pages;
}

function objectionOf(
  { text, signedBy, support, answer }: Dissent,
  position: number,
  about: string,
  words: Words,
): Objection {
  const { unanswered } = words.all.adoption.outcome;
  const by =
    signedBy === undefined
      ? words.all.comments.by.anonymous
      : words.say('adoption.outcome.by', { name: inline(shorten(signedBy, nameShown)) });
  const backing =
    support === undefined ? words.all.comments.noSupport : words.say('comments.support', { ...support });
  return {
    heading: numberedHeading(words.say('adoption.objections.item', { position, about })),
    text: wordsOf(text, wordsShown),
    by: `${by} · ${backing}`,
    answer: answerText(answer, words, unanswered),
  };
}

function actionsOf(
  view: OutcomeView,
  place: { page: number; pages: number },
  words: Words,
  shared: boolean,
): readonly Action[] {
  const { subject, outcome, address, facilitator } = view;
  const { charter } = subject;
  const about = aboutOf(subject);
  const texts = words.all.adoption.outcome;
  return [
    ...pageButtons(place, words, (next) => ({ kind: 'outcome', charter, page: next })),
    button(words.all.adoption.consent.readValues, { kind: 'values', about }),
    ...(outcome.dissent.length === 0 ? [] : [button(texts.objections, { kind: 'objections', about })]),
    ...pageLink(texts.page, address),
    ...(facilitator === true && !shared
      ? [button(texts.followUp, { kind: 'follow-up', charter })]
      : [button(words.all.common.results, { kind: 'results', about })]),
  ];
}
