import type {
  AppointmentsView,
  ConfirmView,
  CorrectionView,
  DeliveriesView,
  ImportRefusedView,
  ImportReportView,
  NewDraftView,
  PreviewView,
  View,
} from '../../src/app/views.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DeliveryReport } from '../../src/domain/delivery.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { Refusal, ReportKind, ReportLine } from '../../src/domain/imported-post.js';
import { blogViews } from '../support/sample-blog-views.js';

export const charter = 'garden' as CharterName;
const title = 'Values of our community garden';

export function reportLine(line: number, kind: ReportKind, about = ''): ReportLine {
  return { line, kind, about };
}

export function refusal(line: number, kind: Refusal['kind'], about = ''): Refusal {
  return { line, kind, about };
}

const report: readonly ReportLine[] = [
  reportLine(2, 'title', title),
  reportLine(3, 'author', 'The planting circle'),
  reportLine(5, 'tag', 'values'),
  reportLine(6, 'unknown-key', 'audience'),
  reportLine(9, 'introduction', 'The garden has doubled in two years.'),
  reportLine(12, 'lead-in', 'In this garden we:'),
  reportLine(14, 'value', 'Share the harvest'),
  reportLine(18, 'value', 'Leave the paths open'),
  reportLine(20, 'relative-link', '../paths'),
  reportLine(23, 'value', 'Learn from failed beds'),
  reportLine(27, 'placeholder', 'FIXME: where to leave a note'),
  reportLine(30, 'background', 'Why write down values?'),
];

export const newDraft: NewDraftView = {
  kind: 'new-draft',
  charter,
  charters: [charter],
  source: `# ${title}\n\n## In this garden we:\n\n### Share the harvest\n\nWhat grows here belongs to all of us.\n`,
};

export const importRefused: ImportRefusedView = {
  kind: 'import-refused',
  charter,
  errors: [
    refusal(4, 'front-matter', 'Nested mappings are not allowed in compact mappings'),
    refusal(17, 'duplicate-id', 'share-the-harvest'),
  ],
};

export const importReport: ImportReportView = {
  kind: 'import-report',
  subject: { charter, title, number: 2, preview: true },
  revision: 'revision-1',
  report,
  values: 3,
  considerations: 0,
  background: 1,
  page: 1,
};

/** Of a charter in which no draft is open. */
export const firstPreview: PreviewView = {
  kind: 'preview',
  subject: { charter, title, number: 2, preview: true },
  revision: 'revision-1',
  report,
  values: 3,
  considerations: 3,
  background: 2,
  timeZone: 'Europe/Berlin',
  newToAnswer: true,
};

export const preview: PreviewView = { ...firstPreview, replaces: 1 };

/** Of a text that asks nothing new, and is going to be published by itself. */
export const plannedPreview: PreviewView = {
  ...preview,
  newToAnswer: false,
  planned: { at: '2026-12-10T16:00:00.000Z', timeZone: 'Europe/Berlin' },
};

/** Of a text that changes the draft before it, with something said of that one still unanswered. */
const revisedPreview: PreviewView = {
  ...preview,
  changes: { base: 1, asked: 2, undeclared: 3, unanswered: { themes: [4], comments: 5 } },
};

type Told = DeliveriesView['announcements'][number];

export function told(number: number, report: Partial<DeliveryReport>, over: Partial<Told> = {}): Told {
  return {
    announcement: {
      id: `announcement-${String(number)}` as AnnouncementId,
      charter,
      kind: 'published',
      audience: 'all',
      at: `2026-0${String(number)}-04T15:20:00.000Z`,
    },
    number,
    report: {
      ...{ intended: 0, sent: 0, waiting: 0, sending: 0, failed: {}, skipped: {}, cancelled: 0 },
      possiblyTwice: 0,
      edits: { intended: 0, edited: 0, waiting: 0, failed: {} },
      ...report,
    },
    unreached: [],
    ...over,
  };
}

const personalBlocked = { scope: 'personal', reason: 'blocked' } as const;

export const deliveries: DeliveriesView = {
  kind: 'deliveries',
  charter,
  announcements: [
    told(
      2,
      {
        intended: 45,
        sent: 30,
        waiting: 4,
        sending: 1,
        failed: { ServiceError: 1, 'too-many-attempts': 1 },
        skipped: { blocked: 3, uninstalled: 2 },
        cancelled: 3,
        possiblyTwice: 1,
        edits: { intended: 24, edited: 20, waiting: 2, failed: { 'message-gone': 2 } },
      },
      {
        unreached: [
          { name: 'Garden › General', scope: 'channel', reason: 'uninstalled' },
          { name: 'Watering rota', scope: 'group', reason: 'too-many-attempts' },
          { name: 'Street party › Planning', scope: 'channel', reason: 'ServiceError' },
          personalBlocked,
          personalBlocked,
          personalBlocked,
          { scope: 'channel', reason: 'uninstalled' },
        ],
      },
    ),
    told(1, { intended: 40, sent: 40 }),
  ],
};

const subject = {
  charter,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  title,
  preview: false,
} as const;

export const correcting: NewDraftView = { ...newDraft, correcting: subject };

export const confirmClose: ConfirmView = {
  kind: 'confirm',
  what: 'close',
  subject,
  timeZone: 'Europe/Berlin',
};

export const confirmations: readonly ConfirmView[] = [
  confirmClose,
  { ...confirmClose, planned: { at: '2026-12-10T16:00:00.000Z', timeZone: 'Europe/Berlin' } },
  { kind: 'confirm', what: 'withdraw', subject },
  { kind: 'confirm', what: 'reopen', subject: { ...subject, state: 'closed' } },
  { kind: 'confirm', what: 'remind', subject },
  { kind: 'confirm', what: 'seal', subject: { ...subject, state: 'closed' } },
  { kind: 'confirm', what: 'decline', subject },
];

export const correction: CorrectionView = {
  kind: 'correction',
  id: 'correction-1',
  subject,
  changes: [
    {
      before: 'What grows here belongs to the hole comunity.',
      after: 'What grows here belongs to the whole community.',
    },
    { before: '(https://garden.example/bok)', after: '(https://garden.example/book)' },
    { before: 'very very', after: 'very' },
  ],
};

const timeZone = 'Europe/Berlin';

export const appointments: AppointmentsView = {
  kind: 'appointments',
  charter,
  appointments: [
    { kind: 'publish', at: '2026-12-01T08:00:00.000Z', timeZone, number: 3 },
    { kind: 'remind', at: '2026-12-08T16:00:00.000Z', timeZone, number: 2 },
    { kind: 'close', at: '2026-12-10T16:00:00.000Z', timeZone, number: 2 },
  ],
};

/** A view of every kind and in every state that facilitators meet, by a name. */
export const facilitatorViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['new-draft', newDraft],
  ['new-draft-correcting', correcting],
  ['import-refused', importRefused],
  ['import-report', importReport],
  ['preview', preview],
  ['preview-first', firstPreview],
  ['preview-planned', plannedPreview],
  ['preview-revised', revisedPreview],
  ['preview-revised-planned', { ...revisedPreview, ...plannedPreview, changes: revisedPreview.changes! }],
  ['deliveries', deliveries],
  ...confirmations.map((view, index): [string, View] => [`confirm-${view.what}-${String(index)}`, view]),
  ['correction', correction],
  ['appointments', appointments],
  ['appointments-none', { ...appointments, appointments: [] }],
  ...blogViews,
]);
