import type { Intent } from '../app/intent.js';
import type { NoticeView, Subject } from '../app/views.js';
import { given } from '../domain/given.js';
import type { Words } from '../words/catalogue.js';
import { aboutOf, button, type Action } from './actions.js';

/** The way on from a notice. */
export function noticeActions(view: NoticeView, words: Words): readonly Action[] {
  return intentsOf(view).map(([title, intent]) => button(titleOf(title, words), intent));
}

type Title = Exclude<keyof Words['all']['common'], 'states'> | 'deliveries' | 'previewAgain';
type Way = readonly [Title, Intent];

function intentsOf(view: NoticeView): readonly Way[] {
  const about = view.subject === undefined ? {} : aboutOf(view.subject);
  const charter = given({ charter: view.subject?.charter });
  const status: Way = ['status', { kind: 'status' }];
  const help: Way = ['help', { kind: 'help' }];
  const newDraft: Way = ['newDraft', { kind: 'new-draft', ...charter }];
  switch (view.what) {
    case 'subscribed':
      return [['unsubscribe', { kind: 'unsubscribe', ...given({ charter: view.charter }) }], status];
    case 'unsubscribed':
      return [['subscribe', { kind: 'subscribe', ...given({ charter: view.charter }) }], status];
    case 'rated-in-public':
    case 'withdrawn-in-public':
      return [
        ['readAndRate', { kind: 'ballot', about }],
        ['yourAnswers', { kind: 'answers', about }],
      ];
    case 'draft-closed':
    case 'draft-adopted':
      return [
        ['results', { kind: 'results', about }],
        ...currentWay(view.current),
        ['values', { kind: 'values', about }],
      ];
    case 'draft-replaced':
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
      return [['results', { kind: 'results', about }], status];
    case 'no-charter':
      return view.facilitator ? [newDraft, help] : [help];
    case 'no-working-copy':
    case 'import-failed':
      return [newDraft];
    case 'already-published':
      return [['deliveries', { kind: 'deliveries', ...charter }], status];
    case 'working-copy-changed':
      return [['previewAgain', { kind: 'preview', ...charter }]];
    case 'published':
      return [['deliveries', { kind: 'deliveries', ...charter, announcement: view.announcement }], status];
    case 'closed-now':
      return [['results', { kind: 'results', about }]];
    case 'unknown':
      return [help, status];
    case 'no-such-charter':
    case 'nothing-to-close':
    case 'for-facilitators':
    case 'in-personal-chat':
    case 'outdated':
    case 'went-wrong':
      return [status, help];
  }
}

function currentWay(current: Subject | undefined): readonly Way[] {
  return current === undefined ? [] : [['readAndRate', { kind: 'ballot', about: aboutOf(current) }]];
}

function titleOf(title: Title, words: Words): string {
  if (title === 'deliveries') return words.all.notice.deliveries;
  if (title === 'previewAgain') return words.all.notice.preview;
  return words.all.common[title];
}
