import type { Intent } from '../app/intent.js';
import type { Subject } from '../app/subject.js';
import type { NoticeView } from '../app/views.js';
import { given } from '../domain/given.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';
import { intentOfNearest } from './nearest-command.js';

/** The way on from a notice. */
export function noticeActions(view: NoticeView, words: Words): readonly Action[] {
  const ways = intentsOf(view).map(([title, intent]) => button(titleOf(title, words), intent));
  const { nearest } = view.what === 'unknown' ? view : {};
  const meant = nearest === undefined ? undefined : intentOfNearest(nearest);
  return nearest === undefined || meant === undefined ? ways : [button(nearest, meant), ...ways];
}

type Title =
  Exclude<keyof Words['all']['common'], 'states'> | 'previewAgain' | 'resume' | 'close' | 'outcome';
type Way = readonly [Title, Intent];

function intentsOf(view: NoticeView): readonly Way[] {
  const about = view.subject === undefined ? {} : aboutOf(view.subject);
  const charter = given({ charter: view.subject?.charter });
  const status: Way = ['status', { kind: 'status' }];
  const help: Way = ['help', { kind: 'help' }];
  const newDraft: Way = ['newDraft', { kind: 'new-draft', ...charter }];
  const settings: Way = ['settings', { kind: 'settings' }];
  const appointments: Way = ['appointments', { kind: 'appointments', ...charter }];
  const correct: Way = ['correct', { kind: 'correct', ...charter }];
  const deliveries: Way = ['deliveries', { kind: 'deliveries', ...charter }];
  const results: Way = ['results', { kind: 'results', about }];
  const process: Way = ['howItWorks', { kind: 'process', ...charter }];
  const outcome: Way = ['outcome', { kind: 'outcome', ...charter }];
  switch (view.what) {
    case 'subscribed':
      return [
        ['unsubscribe', { kind: 'unsubscribe', ...given({ charter: view.charter }) }],
        settings,
        status,
      ];
    case 'unsubscribed':
      return [['subscribe', { kind: 'subscribe', ...given({ charter: view.charter }) }], status];
    case 'paused':
      return [['resume', { kind: 'resume' }], settings, status];
    case 'resumed':
    case 'quiet-hours':
    case 'quiet-hours-shared':
    case 'day-unreadable':
    case 'hours-unreadable':
    case 'pause-too-long':
      return [settings, status];
    case 'time-unreadable':
    case 'time-past':
      return view.subject === undefined ? [settings, status] : [appointments, status];
    case 'rated-in-public':
    case 'withdrawn-in-public':
      return [
        ['readAndRate', { kind: 'ballot', about }],
        ['yourAnswers', { kind: 'answers', about }],
      ];
    case 'draft-closed':
      return [results, ...currentWay(view.current), ['values', { kind: 'values', about }]];
    case 'draft-adopted':
      return [outcome, results, ['values', { kind: 'values', about }]];
    case 'draft-replaced':
      return [...currentWay(view.current), results, status];
    case 'draft-withdrawn':
      return [...currentWay(view.current), status];
    case 'no-such-value':
      return [['values', { kind: 'values', about }]];
    case 'no-draft':
      return [
        ['considerations', { kind: 'considerations', about }],
        ['background', { kind: 'background', about }],
        status,
      ];
    case 'no-such-draft':
    case 'nothing-open':
      return [results, status];
    case 'no-charter':
      return view.facilitator ? [newDraft, help] : [help];
    case 'no-working-copy':
    case 'import-failed':
      return [newDraft];
    case 'already-published':
      return [deliveries, status];
    case 'working-copy-changed':
      return [['previewAgain', { kind: 'preview', ...charter }]];
    case 'published':
    case 'reopened-now':
    case 'reminding':
      return [['deliveries', { kind: 'deliveries', ...charter, announcement: view.announcement }], status];
    case 'closed-now':
      return [results, deliveries];
    case 'corrected':
      return [['values', { kind: 'values', about }], deliveries];
    case 'withdrawn-now':
      return [newDraft, deliveries];
    case 'planned':
    case 'appointment-cancelled':
    case 'no-appointment':
      return [appointments, status];
    case 'nothing-corrected':
    case 'correction-overtaken':
      return [correct, status];
    case 'correction-refused':
      return [newDraft, correct];
    case 'retried':
      return [deliveries, status];
    case 'nothing-to-close':
    case 'nothing-to-withdraw':
    case 'nothing-to-remind':
      return isOver(view.subject) ? [results, status, help] : [status, help];
    case 'sealed-now':
      return [process, ['deliveries', { kind: 'deliveries', ...charter, announcement: view.announcement }]];
    case 'charter-sealed':
      return [results, process];
    case 'draft-still-open':
      return [['close', { kind: 'close', about, confirmed: false }], status];
    case 'declined':
      return [['readAndRate', { kind: 'ballot', about }], status];
    case 'no-groups':
      return [process, status];
    case 'comment-in-public':
      return [['values', { kind: 'values', about }], help];
    case 'nothing-to-decline':
    case 'my-data-in-public':
    case 'receipt-in-public':
    case 'no-such-comment':
    case 'for-moderators':
    case 'unknown':
      return [help, status];
    case 'no-such-charter':
    case 'nothing-to-reopen':
    case 'nothing-to-correct':
    case 'for-facilitators':
    case 'in-personal-chat':
    case 'outdated':
    case 'went-wrong':
      return [status, help];
  }
}

function isOver(subject: Subject | undefined): boolean {
  return subject?.state === 'closed' || subject?.state === 'adopted';
}

function currentWay(current: Subject | undefined): readonly Way[] {
  if (current === undefined) return [];
  if (current.state === 'adopted') return [['outcome', { kind: 'outcome', charter: current.charter }]];
  return [['readAndRate', { kind: 'ballot', about: aboutOf(current) }]];
}

function titleOf(title: Title, words: Words): string {
  if (title === 'resume') return words.all.settings.resume;
  if (title === 'close') return words.all.confirm.close.button;
  if (title === 'outcome') return words.all.adoption.notice.outcome;
  if (title === 'previewAgain') return words.all.notice.preview;
  return words.all.common[title];
}
