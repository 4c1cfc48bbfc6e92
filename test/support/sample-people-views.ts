import type {
  ApprovalsView,
  DeletingView,
  FacilitatorsView,
  LedgerView,
  PeopleNoticeView,
} from '../../src/app/people/views.js';
import type { Moment, Subject } from '../../src/app/subject.js';
import type { AnnouncementView, View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';

const garden = 'garden' as CharterName;
const timeZone = 'Europe/Berlin';
const head = '3f9a1c0b7d2e5a48c1906b7e2d4f8a13'.repeat(2);

const subject: Subject = {
  charter: garden,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  title: 'Values of our community garden',
  preview: false,
};

const at = (time: string): Moment => ({ at: time, timeZone });

const ledger: LedgerView = {
  kind: 'ledger',
  subject,
  entries: 14,
  head,
  last: at('2026-11-20T09:00:00.000Z'),
  address: 'https://values.garden.example/charters/garden/ledger?key=abc',
};

const facilitators: FacilitatorsView = {
  kind: 'facilitators',
  listed: [
    { mark: '7kq2m4', name: 'Ana Ruiz', own: true },
    { mark: 'x0tz91', name: 'Tom Okafor', own: false },
    { mark: 'b8h3cc', own: false },
  ],
  everybody: false,
};

const waiting: ApprovalsView['waiting'][number] = {
  id: 'a1b2c3d4-0000-4000-8000-000000000001',
  charter: garden,
  action: 'publish',
  since: at('2026-11-20T09:00:00.000Z'),
  askedByName: 'Tom Okafor',
  byProgram: false,
  own: false,
};

const approvals: ApprovalsView = {
  kind: 'approvals',
  waiting: [
    waiting,
    { ...waiting, id: 'e5f6a7b8-0000-4000-8000-000000000002', action: 'seal', own: true },
    { ...waiting, id: 'c9d0e1f2-0000-4000-8000-000000000003', action: 'delete', byProgram: true },
  ],
  page: 1,
};

const deleting: DeletingView = {
  kind: 'deleting',
  subject,
  drafts: 2,
  answered: true,
  comments: true,
  second: true,
};

const asked: PeopleNoticeView = { kind: 'people-notice', what: 'second-asked', subject, action: 'publish' };

const termsAnnouncement: AnnouncementView = {
  kind: 'announcement',
  what: 'terms',
  subject: { charter: garden, title: subject.title, preview: false },
  framing: {
    title: subject.title,
    authors: ['The planting circle'],
    labels: { categories: [], tags: [] },
    considerations: [],
    background: [],
  },
  values: [],
  at: '2026-11-20T09:00:00.000Z',
  corrections: [],
  terms: {
    rules: [
      { rule: 'least', from: 5, to: 8 },
      {
        rule: 'adoption',
        from: { quorum: 5, mostObjecting: 20, consentDays: 7 },
        to: { quorum: 12, mostObjecting: 10, consentDays: 14 },
      },
      { rule: 'second', from: [], to: ['publish', 'adopt'] },
    ],
    dates: [
      { of: 'rating', number: 2, from: at('2026-12-10T16:00:00.000Z'), to: at('2026-12-17T16:00:00.000Z') },
      { of: 'rating', number: 2, from: at('2026-12-10T16:00:00.000Z') },
      { of: 'rating', number: 2, to: at('2026-12-17T16:00:00.000Z') },
    ],
  },
};

/** Merged into `memberViews`. */
export const peopleViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['ledger', ledger],
  ['ledger-new', { ...ledger, entries: 1 }],
  ['facilitators', facilitators],
  ['facilitators-development', { ...facilitators, listed: [], everybody: true }],
  [
    'facilitators-many',
    {
      ...facilitators,
      listed: Array.from({ length: 60 }, (_, index) => ({
        mark: `m${String(index)}abcd`,
        name: `Facilitator ${String(index)}`,
        own: false,
      })),
    },
  ],
  ...(['removed', 'last', 'too-few', 'unknown', 'nobody-chosen'] as const).map(
    (just) => [`facilitators-${just}`, { ...facilitators, just }] as const,
  ),
  ['removing', { kind: 'removing', mark: 'x0tz91', name: 'Tom Okafor', own: false }],
  ['removing-oneself', { kind: 'removing', mark: '7kq2m4', name: 'Ana Ruiz', own: true }],
  ['removing-unnamed', { kind: 'removing', mark: 'b8h3cc', own: false }],
  ['invitation', { kind: 'invitation', code: '7KQ2-M4XR-0TZ9', until: at('2026-11-27T09:00:00.000Z') }],
  ['accept-invitation', { kind: 'accept-invitation' }],
  ['accept-invitation-wrong', { kind: 'accept-invitation', wrong: '7KQ2-M4XR' }],
  ['approvals', approvals],
  ['approvals-own', { ...approvals, page: 2 }],
  ['approvals-program', { ...approvals, page: 3 }],
  [
    'approvals-later',
    { ...approvals, waiting: approvals.waiting.map((each) => ({ ...each, at: '2026-12-01, 09:00' })) },
  ],
  ['approvals-none', { ...approvals, waiting: [] }],
  ...(['declined', 'gone', 'own', 'asker-gone'] as const).map(
    (just) => [`approvals-${just}`, { ...approvals, just }] as const,
  ),
  ['deleting', deleting],
  ['deleting-new', { ...deleting, drafts: 0, answered: false, comments: false, second: false }],
  ['second-asked', asked],
  ['second-waiting', { ...asked, what: 'second-waiting' }],
  ['facilitating', { kind: 'people-notice', what: 'facilitating' }],
  ['facilitating-already', { kind: 'people-notice', what: 'facilitating-already' }],
  ['invitation-in-public', { kind: 'people-notice', what: 'invitation-in-public' }],
  ['approved-text-changed', { kind: 'people-notice', what: 'approved-text-changed', subject }],
  ['charter-deleted', { kind: 'people-notice', what: 'deleted', charter: garden, head }],
  ['announcement-terms', termsAnnouncement],
  ['announcement-terms-unsaid', { ...termsAnnouncement, terms: { rules: [], dates: [] } }],
]);
