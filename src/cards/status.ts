import type { StatusView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { calendarDay } from './adoption/calendar-day.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { momentText } from './moment.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';
import { told } from './told.js';

type Standing = StatusView['charters'][number];

const titleShown = 120;
const chartersShown = 12;
const rateButtons = 4;

/** Where each charter stands, what is left for the member, and what is announced here. */
export function renderStatus(view: StatusView, { words, shared }: Reader): Rendered {
  const { charters, subscribed } = view;
  const shown = charters.slice(0, chartersShown);
  const left = charters.length - shown.length;
  const open = charters.filter(isOpen);
  const { none, hearsAll, hearsNone, title } = words.all.status;
  const summary = words.say('status.summary', { count: open.length });
  const card = expand('status', {
    language: words.language,
    ...told(summary),
    title,
    none: charters.length === 0 ? none : '',
    charters: shown.map((charter) => ({
      title: inline(shorten(charter.subject.title, titleShown)),
      text: standingText(charter, { subscribed, shared }, words),
    })),
    more: left > 0 ? words.say('common.more', { count: left }) : '',
    hears: subscribed ? hearsAll : hearsNone,
    waiting: waitingText(view, words),
    actions: actionsOf(view, open, words),
  });
  return { card, summary };
}

function waitingText({ waiting = 0 }: StatusView, words: Words): string {
  return waiting === 0 ? '' : words.say('people.approvals.status', { count: waiting });
}

function isOpen({ subject, total }: Standing): boolean {
  return subject.state === 'open' && total > 0;
}

function standingText(
  { subject, closes, sealed, adoptedOn, consent, total, answered, subscribed }: Standing,
  here: { subscribed: boolean; shared: boolean },
  words: Words,
): string {
  const { number, state } = subject;
  const texts = words.all.status;
  if (adoptedOn !== undefined)
    return words.say('adoption.standing.adopted', { day: calendarDay(adoptedOn, words) });
  if (sealed === true) return texts.sealed;
  if (number === undefined || state === undefined) return texts.noDraft;
  const own = here.shared || answered === undefined || state !== 'open';
  return [
    words.say('status.draft', { number, state: words.all.common.states[state] }),
    ...(closes === undefined || state !== 'open'
      ? []
      : [words.say('status.closes', { moment: momentText(closes, words) })]),
    ...(consent === undefined
      ? []
      : [words.say('adoption.standing.consent', { moment: momentText(consent, words) })]),
    own ? words.say('status.values', { total }) : words.say('status.left', { left: total - answered }),
    ...(subscribed === here.subscribed ? [] : [subscribed ? texts.hears : texts.hearsNot]),
  ].join(' ');
}

function actionsOf(
  { charters, subscribed, waiting = 0 }: StatusView,
  open: readonly Standing[],
  words: Words,
): readonly Action[] {
  const { subscribe, unsubscribe, help, readAndRate } = words.all.common;
  const rate = open
    .filter(({ answered, total }) => answered === undefined || answered < total)
    .slice(0, waiting > 0 ? rateButtons - 1 : rateButtons)
    .map(({ subject }) =>
      button(open.length === 1 ? readAndRate : words.say('status.rate', { charter: subject.charter }), {
        kind: 'ballot',
        about: aboutOf(subject),
      }),
    );
  const change = subscribed
    ? button(unsubscribe, { kind: 'unsubscribe' })
    : button(subscribe, { kind: 'subscribe' });
  const toApprovals = waiting > 0 ? [button(words.all.people.approvals.title, { kind: 'approvals' })] : [];
  const room = (waiting > 0 ? rateButtons - 1 : rateButtons) - rate.length;
  const toConsent = charters
    .filter(({ consent }) => consent !== undefined)
    .slice(0, Math.min(room, 1))
    .map(({ subject }) =>
      button(words.all.adoption.consent.open, { kind: 'consent', about: aboutOf(subject) }),
    );
  return [...rate, ...toConsent, ...toApprovals, change, button(help, { kind: 'help' })];
}
