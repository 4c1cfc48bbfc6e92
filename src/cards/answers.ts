import type { AnswersView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import { glancesAt } from './at-a-glance.js';
import type { Reader, Rendered } from './card.js';
import { notesOf } from './notes.js';
import { pageButtons, pageLine } from './paging.js';
import { pickerOf } from './picker.js';
import { pageAt } from './sections.js';
import { subjectAndState } from './subject-line.js';
import { expand } from './template.js';
import { told } from './told.js';

/** For the titles of one page, and for the choices that open one of them. */
const pageBytes = 9_000;

/** The member's own answers, to look at and to change. */
export function renderAnswers(view: AnswersView, { words, shared }: Reader): Rendered {
  const own = shared ? withoutAnswers(view) : view;
  const { subject, values, answers } = own;
  const glances = glancesAt(values, {
    ...{ bytes: pageBytes, words, carried: own.carried },
    answers: shared ? undefined : answers,
  });
  const { page, it: glance } = pageAt(glances, view.page);
  const place = { page, pages: glances.length };
  const notes = notesOf(own, words);
  const summary = words.say('answers.summary', { answered: answers.size, total: values.length });
  const card = expand('answers', {
    language: words.language,
    ...told(notes.spoken + summary),
    notes,
    place: subjectAndState(subject, words),
    title: words.all.answers.title,
    state: shared ? words.all.answers.shared : stateText(own, words),
    list: glance.list,
    page: pageLine(place, words),
    picker: pickerOf(glance, own, words),
    privacy: words.all.common.privacy,
    actions: [...pagesOf(own, place, words), ...actionsOf(own, words)],
  });
  return { card, summary };
}

function withoutAnswers({ just: _, carried: __, ...view }: AnswersView): AnswersView {
  return { ...view, answers: new Map() };
}

function stateText({ subject, values, answers, carried }: AnswersView, words: Words): string {
  const { state = 'open' } = subject;
  const total = values.length;
  if (state !== 'open') return words.say('answers.over', { state: words.all.common.states[state] });
  if (answers.size < total) return words.say('answers.some', { answered: answers.size, total });
  const { allCarried, allDone } = words.all.revision.answers;
  if (carried === undefined) return words.say('answers.all', { total });
  return carried.size === total ? allCarried : allDone;
}

function pagesOf(
  { subject }: AnswersView,
  place: { page: number; pages: number },
  words: Words,
): readonly Action[] {
  return pageButtons(place, words, (page) => ({ kind: 'answers', about: aboutOf(subject), page }));
}

function actionsOf({ subject, values, answers }: AnswersView, words: Words): readonly Action[] {
  const about = aboutOf(subject);
  const open = subject.preview || subject.state === 'open';
  return [
    ...(open && answers.size < values.length
      ? [button(words.all.answers.next, { kind: 'ballot', about }, { primary: true })]
      : []),
    ...(open ? [] : [button(words.all.common.results, { kind: 'results', about })]),
    button(words.all.common.values, { kind: 'values', about }),
  ];
}
