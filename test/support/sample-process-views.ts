import type { PrivacyView, ProcessView, RulesFormView } from '../../src/app/process/views.js';
import type { GroupView } from '../../src/app/results/views.js';
import type { Moment, Subject } from '../../src/app/subject.js';
import type { AnnouncementView, ConfirmView, View } from '../../src/app/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { HidingReason } from '../../src/domain/comment.js';
import type { DraftId } from '../../src/domain/draft.js';
import { usualRules, type ProcessEntry, type RuleChange } from '../../src/domain/process.js';

const subject: Subject = {
  charter: 'garden' as CharterName,
  draft: 'draft-2' as DraftId,
  number: 2,
  state: 'open',
  title: 'Values of our community garden',
  preview: false,
};
const closed: Subject = { ...subject, state: 'closed' };
const timeZone = 'Europe/Berlin';
const at = (time: string): Moment => ({ at: time, timeZone });

const rules: ProcessView['rules'] = {
  ...usualRules,
  communitySize: 96,
  groups: ['Beds by the pond', 'Orchard', 'Bees', 'Guests'],
};

const changes: readonly RuleChange[] = [
  { rule: 'least', from: 5, to: 8 },
  { rule: 'results', from: 'interim', to: 'at-closing' },
  { rule: 'groups', from: [], to: ['Orchard', 'Bees'] },
  { rule: 'communitySize', from: null, to: 96 },
];
const refused: readonly RuleChange[] = [{ rule: 'least', from: 8, to: 5 }];

/** One of each kind, the newest first. */
const entries: readonly ProcessEntry[] = [
  { kind: 'identities-erased' },
  { kind: 'sealed' },
  { kind: 'draft', number: 2, became: 'closed' },
  { kind: 'comment-shown-again' },
  { kind: 'comment-hidden', reason: 'names-person' },
  { kind: 'confidentiality-kept' },
  { kind: 'change-refused', changes: refused },
  { kind: 'rules-changed', changes },
  { kind: 'draft', number: 2, became: 'open' },
  { kind: 'draft', number: 1, became: 'replaced' },
];

const records = entries.map((entry, index) => ({
  number: entries.length - index,
  at: `2026-11-${String(20 - index).padStart(2, '0')}T09:00:00.000Z`,
  entry,
  hash: 'a'.repeat(64),
}));

export const processView: ProcessView = {
  kind: 'process',
  subject,
  timeZone,
  rules,
  answered: true,
  opened: at('2026-11-11T09:00:00.000Z'),
  closes: at('2026-12-10T16:00:00.000Z'),
  facilitators: { names: ['Ana Ruiz', 'Tom Okafor'], unnamed: 1 },
  hidden: new Map<HidingReason, number>([
    ['names-person', 2],
    ['attack', 1],
  ]),
  records: records.filter(({ entry }) => entry.kind !== 'sealed' && entry.kind !== 'identities-erased'),
  address: 'https://values.garden.example/charters/garden/process?key=abc',
  page: 1,
};

export const sealedProcess: ProcessView = {
  ...processView,
  subject: closed,
  sealed: at('2026-11-19T09:00:00.000Z'),
  identitiesGo: at('2026-12-19T09:00:00.000Z'),
  records,
};

export const rulesForm: RulesFormView = { kind: 'rules', subject, rules, answered: true };

export const privacyView: PrivacyView = { kind: 'privacy', subject, rules, sealed: false };

const groupView: GroupView = { kind: 'group', subject, groups: rules.groups, least: 5 };

const declining: ConfirmView = { kind: 'confirm', what: 'decline', subject };

const sealedAnnouncement: AnnouncementView = {
  kind: 'announcement',
  what: 'sealed',
  subject: closed,
  framing: {
    title: subject.title,
    authors: ['The planting circle'],
    labels: { categories: [], tags: [] },
    considerations: [],
    background: [],
  },
  values: [],
  at: '2026-11-19T09:00:00.000Z',
  corrections: [],
};

/** Merged into `memberViews`. */
export const processViews: ReadonlyMap<string, View> = new Map<string, View>([
  ['process', processView],
  ['process-sealed', sealedProcess],
  [
    'process-new',
    {
      kind: 'process',
      subject: { charter: subject.charter, title: subject.title, preview: false },
      timeZone,
      rules: usualRules,
      answered: false,
      facilitators: { names: [], unnamed: 2 },
      hidden: new Map<HidingReason, number>(),
      records: [],
      page: 1,
    },
  ],
  [
    'process-page-2',
    {
      ...processView,
      records: Array.from({ length: 40 }, (_, index) => ({
        number: 40 - index,
        at: '2026-11-20T09:00:00.000Z',
        entry: { kind: 'comment-hidden', reason: 'attack' },
        hash: 'a'.repeat(64),
      })),
      page: 2,
    },
  ],
  ['privacy', privacyView],
  ['privacy-sealed', { ...privacyView, subject: closed, sealed: true }],
  [
    'privacy-interim',
    { ...privacyView, rules: { ...rules, results: 'interim', review: 'after', least: 8, identityDays: 1 } },
  ],
  ['rules', rulesForm],
  ['rules-new', { ...rulesForm, rules: usualRules, answered: false }],
  ['rules-changed', { ...rulesForm, just: { did: 'changed', changes } }],
  ['rules-refused', { ...rulesForm, just: { did: 'refused', changes: refused } }],
  ['rules-unchanged', { ...rulesForm, just: { did: 'unchanged' } }],
  ['rules-confidential', { ...rulesForm, just: { did: 'confidentiality-kept' } }],
  ['rules-unreadable', { ...rulesForm, just: { did: 'unreadable', what: 'least eight' } }],
  ['group', groupView],
  ['group-chosen', { ...groupView, chosen: 'Orchard', just: 'chosen' }],
  ['group-standing', { ...groupView, chosen: 'Orchard' }],
  ['group-taken-back', { ...groupView, just: 'taken-back' }],
  ['group-unknown', { ...groupView, chosen: 'Orchard', just: 'unknown' }],
  ['confirm-decline', declining],
  ['announcement-sealed', sealedAnnouncement],
]);
