import type { ConfirmView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { laterIn, notLater, type Later } from './later.js';
import { momentText } from './moment.js';
import { spellingOf } from './spelling.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';
import { told } from './told.js';

const titleShown = 200;

/** What something does that everybody notices, before it is done. */
export function renderConfirm(view: ConfirmView, { words }: Reader): Rendered {
  const { what, subject } = view;
  const title = words.say(`confirm.${what}.title`, { number: String(subject.number ?? 'none') });
  const consequences = [
    ...consequencesOf(view, words),
    ...(view.second === true ? [words.all.people.approvals.needed] : []),
  ];
  const summary = [title, ...consequences].join(' ');
  const typed = words.say(`confirm.${what}.typed`, {
    [what]: spellingOf(what, words),
    charter: subject.charter,
  });
  const card = expand('confirm', {
    language: words.language,
    ...told(summary, typed),
    title,
    draft: inline(shorten(subject.title, titleShown)),
    consequences: consequences.map((text) => ({ text })),
    actions: [...actionsOf(view, words), button(words.all.common.notNow, { kind: 'status' })],
    later: what === 'close' ? closingLater(view, words) : notLater,
  });
  return { card, summary };
}

function consequencesOf({ what }: ConfirmView, words: Words): readonly string[] {
  const { close, withdraw, reopen, remind, seal, decline } = words.all.confirm;
  switch (what) {
    case 'close':
      return [close.noRating, close.results, close.copies, close.again];
    case 'withdraw':
      return [withdraw.noRating, withdraw.copies, withdraw.forGood];
    case 'reopen':
      return [reopen.hidden, reopen.answers, reopen.told];
    case 'remind':
      return [remind.whom, remind.unseen, remind.considerate];
    case 'seal':
      return [seal.key, seal.answers, seal.over, seal.told];
    case 'decline':
      return [decline.notReminded, decline.counted, decline.open];
  }
}

function actionsOf({ what, subject }: ConfirmView, words: Words): readonly Action[] {
  const { charter } = subject;
  const title = words.all.confirm[what].button;
  if (what === 'seal') return [button(title, { kind: what, charter, confirmed: true }, { primary: true })];
  const sure = { kind: what, about: aboutOf(subject), confirmed: true } as const;
  const go = button(title, sure, { primary: true });
  if (what !== 'reopen') return [go];
  return [go, button(words.all.confirm.reopen.buttonAll, { ...sure, kind: what, audience: 'all' })];
}

/** The time is in the inputs. Not `confirmed`: pressed without them, the button must not close the draft at once. */
function closingLater({ subject, timeZone = 'UTC', planned }: ConfirmView, words: Words): Later {
  const { later, told: tells, buttonLater } = words.all.confirm.close;
  const { charter } = subject;
  const atTime = { kind: 'close', about: aboutOf(subject), confirmed: false, at: 'unreadable' } as const;
  const cancel = { kind: 'cancel-appointment', charter, appointment: 'close' } as const;
  const standing =
    planned === undefined ? [] : [words.say('confirm.close.planned', { moment: momentText(planned, words) })];
  const actions = [
    button(buttonLater, atTime, { inputs: true }),
    ...(planned === undefined ? [] : [button(words.all.appointments.cancel.close, cancel)]),
  ];
  return laterIn(timeZone, { heading: later, lines: [...standing, tells], actions }, words);
}
