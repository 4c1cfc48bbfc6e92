import type { ProcessView } from '../../app/process/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, pageLink, type Action } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { pagesOfLines } from '../line-pages.js';
import { pageButtons, pageLine } from '../paging.js';
import { pageAt } from '../sections.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain } from '../text.js';
import { told } from '../told.js';
import { processDates } from './process-dates.js';
import { recordText } from './record-text.js';
import { ruleFacts } from './rule-text.js';

/** Where paging takes two of them, the last is one tap further away. */
const mostActions = 6;
/** What happened, on one card. */
const mostHistory = { lines: 15, bytes: 9_000 };

/** How this process works, for every member: dates, rules, who facilitates, and every change of them. */
export function renderProcess(view: ProcessView, { words }: Reader): Rendered {
  const { subject, records, timeZone } = view;
  const { title, intro, history, nothingHappened } = words.all.process;
  const lines = records.map((record) => ({ text: recordText(record, timeZone, words) }));
  const pages = pagesOfLines(lines, mostHistory);
  const { page, it } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const summary = words.say('process.summary', { charter: plain(subject.charter) });
  const card = expand('process', {
    language: words.language,
    ...told([summary, ...spokenOf(view, words)].join(' ')),
    place: subjectAndState(subject, words),
    title,
    intro: page === 1 ? intro : '',
    first: {
      any: page === 1,
      dates: processDates(view, words, inline),
      rules: ruleFacts(view.rules, words, inline),
      standing: standingText(view, words),
    },
    history: { heading: history, nothing: lines.length === 0 ? nothingHappened : '', lines: it },
    page: pageLine(place, words),
    actions: actionsOf(view, place, words),
  });
  return { card, summary };
}

function standingText({ sealed, answered }: ProcessView, words: Words): string {
  const { over, lasting, changeable } = words.all.process;
  if (sealed !== undefined) return over;
  return answered ? lasting : changeable;
}

function spokenOf(view: ProcessView, words: Words): readonly string[] {
  const facts = [...processDates(view, words, plain), ...ruleFacts(view.rules, words, plain)];
  return [...facts.map(({ title, value }) => `${title}: ${value}.`), standingText(view, words)];
}

function actionsOf(
  view: ProcessView,
  place: { page: number; pages: number },
  words: Words,
): readonly Action[] {
  const { subject, rules, sealed } = view;
  const { charter } = subject;
  const about = aboutOf(subject);
  const asksForGroups = rules.groups.length > 0 && sealed === undefined;
  return [
    ...pageButtons(place, words, (next) => ({ kind: 'process', charter, page: next })),
    ...pageLink(words.all.process.address, view.address),
    button(words.all.common.whoSees, { kind: 'privacy', about }),
    ...(asksForGroups ? [button(words.all.results.groupCard.title, { kind: 'group', about })] : []),
    button(words.all.people.ledger.title, { kind: 'ledger', charter }),
    button(words.all.common.results, { kind: 'results', about }),
  ].slice(0, mostActions);
}
