import type { ChangedDate } from '../../app/process/views.js';
import type { Moment } from '../../app/subject.js';
import type { AnnouncementView } from '../../app/views.js';
import type { Words } from '../../words/catalogue.js';
import { button } from '../actions.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { changesText } from '../process/rule-text.js';
import { spellingOf } from '../spelling.js';
import { expand } from '../template.js';
import { inline, plain } from '../text.js';
import { told } from '../told.js';

const mostSummary = 380;

/** Tells every place that something changed that was fixed when rating opened: what it was, and what it is. */
export function renderTerms(view: AnnouncementView, { words }: Reader): Rendered {
  const { subject } = view;
  const { charter } = subject;
  const texts = words.all.people.terms;
  const short = words.say('people.terms.summary', { charter: plain(charter) });
  const lines = linesOf(view, words, inline);
  const long = [short, ...linesOf(view, words, plain).map((line) => `${line}.`)].join(' ');
  const summary = long.length <= mostSummary ? long : short;
  const ways = {
    settings: words.all.common.settings,
    pause: spellingOf('pause', words),
    unsubscribe: spellingOf('unsubscribe', words),
  };
  const card = expand('terms', {
    language: words.language,
    ...told(long),
    place: inline(charter),
    title: words.say('people.terms.title', { charter: inline(charter) }),
    lead: lines.length === 0 ? texts.unsaid : texts.lead,
    lines: lines.map((text) => ({ text: `- ${text}` })),
    why: words.say('announcement.why', ways),
    actions: [
      button(words.all.common.howItWorks, { kind: 'process', charter }),
      button(words.all.common.values, { kind: 'values', about: { charter } }),
      button(words.all.common.settings, { kind: 'settings' }),
    ],
  });
  return { card, summary };
}

function linesOf(
  { terms }: AnnouncementView,
  words: Words,
  safe: (text: string) => string,
): readonly string[] {
  if (terms === undefined) return [];
  return [
    ...terms.rules.map((change) => changesText([change], words, safe)),
    ...terms.dates.map((date) => dateText(date, words)),
  ];
}

function dateText({ of, number, from, to }: ChangedDate, words: Words): string {
  const said = (moment: Moment | undefined): string =>
    moment === undefined ? '–' : momentText(moment, words);
  if (to === undefined) return words.say('people.terms.dateGone', { of, number, from: said(from) });
  if (from === undefined) return words.say('people.terms.dateAgain', { of, number, to: said(to) });
  return words.say('people.terms.dateFrom', { of, number, to: said(to), from: said(from) });
}
