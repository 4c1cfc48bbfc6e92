import type {
  ConfirmCloseView,
  DeliveriesView,
  ImportRefusedView,
  ImportReportView,
  NewDraftView,
  PreviewView,
} from '../../src/app/views.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DeliveryReport } from '../../src/domain/delivery.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { Refusal, ReportKind, ReportLine } from '../../src/domain/imported-post.js';

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
};

export const preview: PreviewView = { ...firstPreview, replaces: 1 };

type Told = DeliveriesView['announcements'][number];

export function told(number: number, report: Partial<DeliveryReport>, over: Partial<Told> = {}): Told {
  return {
    announcement: {
      id: `announcement-${String(number)}` as AnnouncementId,
      charter,
      kind: 'published',
      at: `2026-0${String(number)}-04T15:20:00.000Z`,
    },
    number,
    report: { intended: 0, sent: 0, waiting: 0, sending: 0, failed: {}, skipped: {}, ...report },
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
        intended: 42,
        sent: 30,
        waiting: 4,
        sending: 1,
        failed: { ServiceError: 1, 'too-many-attempts': 1 },
        skipped: { blocked: 3, uninstalled: 2 },
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

export const confirmClose: ConfirmCloseView = {
  kind: 'confirm-close',
  subject: { charter, draft: 'draft-2' as DraftId, number: 2, state: 'open', title, preview: false },
};
