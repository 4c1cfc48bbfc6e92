import type { AnnouncementView } from '../../app/views.js';
import type { Words } from '../../words/catalogue.js';
import { aboutOf, button, type Action } from '../actions.js';
import { glanceAt } from '../at-a-glance.js';
import type { Reader, Rendered } from '../card.js';
import { momentText } from '../moment.js';
import { spellingOf } from '../spelling.js';
import { subjectAndState } from '../subject-line.js';
import { expand } from '../template.js';
import { inline, plain, shorten } from '../text.js';
import { told } from '../told.js';
import { linesOf } from './adopt-form.js';
import { calendarDay } from './calendar-day.js';

type Kind = 'consent' | 'adopted' | 'review';
type News = AnnouncementView & { readonly what: Kind };

const titleShown = 160;
const titlesBytes = 6_000;

export function isAdoptionNews(view: AnnouncementView): view is News {
  return view.what === 'consent' || view.what === 'adopted' || view.what === 'review';
}

/** That a draft is proposed, that it was adopted, that its day of review has come; each as it stands now. */
export function renderAdoptionNews(view: News, { words, shared }: Reader): Rendered {
  const { subject, values, leadIn = '' } = view;
  const summary = summaryOf(view, words);
  const standing = standingOf(view, words);
  const card = expand('announcement', {
    language: words.language,
    ...told([summary, closesText(view, words)].join(' ').trim(), typedHint(view, words)),
    notes: { any: true, all: [{ text: standing }] },
    place: subjectAndState(subject, words),
    title: inline(shorten(subject.title, titleShown)),
    closes: closesText(view, words),
    ...{ by: '', mission: '', introduction: [], reason: '', changes: [], corrections: [] },
    leadIn: inline(shorten(leadIn === '' ? words.all.charter.list : leadIn, titleShown)),
    list: glanceAt(values, { bytes: titlesBytes, words }).list,
    next: nextText(view, words),
    shared: shared && isAsked(view) ? words.all.announcement.shared : '',
    why: words.say('announcement.why', {
      settings: words.all.common.settings,
      pause: spellingOf('pause', words),
      unsubscribe: spellingOf('unsubscribe', words),
    }),
    actions: actionsOf(view, words),
  });
  return { card, summary };
}

/** The proposal can still be answered. */
function isAsked({ what, adoption }: News): boolean {
  return what === 'consent' && adoption?.closes !== undefined;
}

function summaryOf(view: News, words: Words): string {
  const { subject, what, adoption } = view;
  const title = plain(shorten(subject.title, titleShown));
  const { number = 0 } = subject;
  if (what === 'review') return words.say('adoption.announced.summaryReview', { title });
  const outcome = adoption?.outcome;
  if (outcome !== undefined) {
    const day = calendarDay(outcome.adoptedOn, words);
    return words.say('adoption.announced.summaryAdopted', { title, number: outcome.number, day });
  }
  return words.say(isAsked(view) ? 'adoption.announced.summaryConsent' : 'adoption.announced.summaryOver', {
    title,
    number,
  });
}

function standingOf(view: News, words: Words): string {
  const { announced } = words.all.adoption;
  const outcome = view.adoption?.outcome;
  if (outcome === undefined) return isAsked(view) ? announced.consent : announced.over;
  const day = calendarDay(outcome.adoptedOn, words);
  return words.say(view.what === 'review' ? 'adoption.announced.review' : 'adoption.announced.adopted', {
    day,
  });
}

function closesText(view: News, words: Words): string {
  const closes = isAsked(view) ? view.adoption?.closes : undefined;
  return closes === undefined
    ? ''
    : words.say('adoption.announced.closes', { moment: momentText(closes, words) });
}

function typedHint(view: News, words: Words): string {
  if (!isAsked(view)) return '';
  return words.say('adoption.consent.typed', { consent: spellingOf('consent', words) });
}

function nextText(view: News, words: Words): string {
  const { consentNext, adoptedNext, followUps: promised } = words.all.adoption.announced;
  const { outcome } = view.adoption ?? {};
  switch (view.what) {
    case 'consent':
      return isAsked(view) ? consentNext : '';
    case 'adopted':
      return adoptedNext;
    case 'review': {
      const lines = linesOf(outcome?.followUps ?? [], words).map(({ text }) => text);
      const next = words.say('adoption.announced.reviewNext', { newDraft: spellingOf('newDraft', words) });
      return lines.length === 0 ? next : `${next}\n\n${promised}\n\n${lines.join('\n')}`;
    }
  }
}

function actionsOf(view: News, words: Words): readonly Action[] {
  const { subject, adoption } = view;
  const about = aboutOf(subject);
  const { charter } = subject;
  const { values, results, settings, howItWorks } = words.all.common;
  const { open, ended } = words.all.adoption.consent;
  const first =
    adoption?.outcome !== undefined
      ? outcomeButton(view, words)
      : button(isAsked(view) ? open : ended, { kind: 'consent', about }, { primary: true });
  return [
    first,
    button(values, { kind: 'values', about }),
    button(results, { kind: 'results', about }),
    button(howItWorks, { kind: 'process', charter }),
    button(settings, { kind: 'settings' }),
  ];
}

/** The way from any card of a charter to what it adopted. */
export function outcomeButton({ subject }: Pick<AnnouncementView, 'subject'>, words: Words): Action {
  const { outcome } = words.all.adoption.notice;
  return button(outcome, { kind: 'outcome', charter: subject.charter }, { primary: true });
}

/** What an older card says of the adoption that came later; empty where there was none, or it says so already. */
export function adoptedLine({ subject, adoption }: AnnouncementView, words: Words): string {
  const outcome = adoption?.outcome;
  if (outcome === undefined) return '';
  const day = calendarDay(outcome.adoptedOn, words);
  return subject.number === outcome.number
    ? words.say('adoption.announced.adopted', { day })
    : words.say('adoption.announced.adoptedDraft', { number: outcome.number, day });
}
