import type { CharterView } from '../app/views.js';
import type { Framing } from '../domain/charter.js';
import type { Words } from '../words/catalogue.js';
import { outcomeButton } from './adoption/announced.js';
import { calendarDay } from './adoption/calendar-day.js';
import { aboutOf, button, pageLink, type Action } from './actions.js';
import { glanceAt } from './at-a-glance.js';
import type { Reader, Rendered } from './card.js';
import { notesOf, type Notes } from './notes.js';
import { pickerOf } from './picker.js';
import { subjectAndState } from './subject-line.js';
import { expand } from './template.js';
import { inline, plain, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 200;
const missionShown = 300;
const authorsShown = 200;
/** With the one that opens a value, where there is one. */
const mostActions = 6;
/** For the titles, and for the choices that open one of them. */
const glanceBytes = 7_200;

/** A charter at a glance: what it is for, where its draft stands, its titles, and the way to each. */
export function renderCharter(view: CharterView, { words, shared }: Reader): Rendered {
  const { subject, framing, values } = view;
  const answers = shared || subject.preview ? undefined : view.answers;
  const glance = glanceAt(values, { bytes: glanceBytes, words, answers });
  const picker = pickerOf(glance, view, words, { always: view.address !== undefined });
  const title = shorten(subject.title, titleShown);
  const { list, listWithAnswers, noValues } = words.all.charter;
  const summary = words.say('charter.summary', { title: plain(title), count: values.length });
  const card = expand('charter', {
    language: words.language,
    ...told(summary),
    notes: notesFor(view, words),
    place: subjectAndState(subject, words),
    title: inline(title),
    mission: missionOf(framing, words),
    by: byline(framing.authors, words),
    leadIn: values.length === 0 ? '' : inline(shorten(view.leadIn ?? '', titleShown)),
    heading: values.length === 0 ? noValues : answers === undefined ? list : listWithAnswers,
    list: glance.list,
    picker,
    shared: shared ? words.all.charter.shared : '',
    actions: actionsOf(view, words).slice(0, mostActions - (picker.any ? 1 : 0)),
  });
  return { card, summary };
}

/** That the values are adopted comes before everything else. */
function notesFor({ subject, adoptedOn }: CharterView, words: Words): Pick<Notes, 'any' | 'all'> {
  const { all } = notesOf({ subject }, words);
  if (adoptedOn === undefined) return { any: all.length > 0, all };
  const day = calendarDay(adoptedOn, words);
  return { any: true, all: [...all, { text: words.say('adoption.announced.adopted', { day }) }] };
}

/** "By the facilitators' team"; empty where nobody is named. */
export function byline(authors: readonly string[], words: Words): string {
  if (authors.length === 0) return '';
  return words.say('charter.by', { authors: inline(shorten(authors.join(', '), authorsShown)) });
}

/** The most important first: the answers stand on the card already, so the way to them yields. */
function actionsOf(
  { subject, framing, values, answers, address, adoptedOn }: CharterView,
  words: Words,
): readonly Action[] {
  const about = aboutOf(subject);
  const { charter } = subject;
  const { readAndRate, yourAnswers, considerations, background, results } = words.all.common;
  const { whatIsMissing, howItWorks } = words.all.common;
  const rateable = values.length > 0 && (subject.preview || subject.state === 'open');
  const over = subject.state !== undefined && subject.state !== 'open' && subject.state !== 'withdrawn';
  return [
    ...(rateable ? [button(readAndRate, { kind: 'ballot', about }, { primary: true })] : []),
    ...(adoptedOn === undefined ? [] : [outcomeButton({ subject }, words)]),
    ...(over ? [button(results, { kind: 'results', about }, { primary: adoptedOn === undefined })] : []),
    ...pageLink(words.all.revision.changes.page, address),
    ...(subject.state === 'withdrawn' ? [] : [button(whatIsMissing, { kind: 'comment', about, draft: {} })]),
    ...(framing.considerations.length > 0 ? [button(considerations, { kind: 'considerations', about })] : []),
    ...(framing.background.length > 0 ? [button(background, { kind: 'background', about })] : []),
    ...(subject.preview ? [] : [button(howItWorks, { kind: 'process', charter })]),
    ...(values.length > 0 && answers !== undefined && answers.size > 0
      ? [button(yourAnswers, { kind: 'answers', about })]
      : []),
  ];
}

/** The purpose line, said to be one: in a post it often stands in the middle of a sentence. */
export function missionOf({ mission }: Framing, words: Words): string {
  return mission === undefined
    ? ''
    : words.say('common.mission', { mission: inline(shorten(mission, missionShown)) });
}
