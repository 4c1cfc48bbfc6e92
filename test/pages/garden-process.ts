import { usualRules } from '../../src/domain/process.js';
import type { ProcessView } from '../../src/app/process/views.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { ProcessEntry } from '../../src/domain/process.js';

const entries: readonly ProcessEntry[] = [
  { kind: 'identities-erased' },
  { kind: 'sealed' },
  { kind: 'comment-shown-again' },
  { kind: 'comment-hidden', reason: 'names-person' },
  { kind: 'draft', number: 2, became: 'closed' },
  { kind: 'confidentiality-kept' },
  { kind: 'change-refused', changes: [{ rule: 'least', from: 8, to: 5 }] },
  {
    kind: 'rules-changed',
    changes: [
      { rule: 'groups', from: [], to: ['Office', 'Field'] },
      { rule: 'results', from: 'at-closing', to: 'interim' },
      { rule: 'communitySize', from: null, to: 120 },
    ],
  },
  { kind: 'draft', number: 1, became: 'open' },
];

const timeZone = 'Europe/Berlin';
const moment = (at: string) => ({ at, timeZone });

/** A process to which everything happened that can. */
export const gardenProcess: ProcessView = {
  kind: 'process',
  subject: { charter: 'garden' as CharterName, title: 'Values of the garden', number: 2, preview: false },
  timeZone,
  rules: {
    least: 8,
    results: 'interim',
    review: 'before',
    page: 'community',
    identityDays: 30,
    communitySize: 120,
    groups: ['Office', 'Field'],
    adoption: usualRules.adoption,
    second: [],
  },
  answered: true,
  opened: moment('2026-11-01T08:00:00.000Z'),
  closes: moment('2026-11-20T16:00:00.000Z'),
  sealed: moment('2026-11-22T16:00:00.000Z'),
  identitiesGo: moment('2026-12-22T16:00:00.000Z'),
  facilitators: { names: ['Ada Osei', 'Bo Li'], unnamed: 1 },
  hidden: new Map([
    ['names-person', 2],
    ['attack', 1],
  ]),
  records: entries.map((entry, index) => ({
    number: entries.length - index,
    at: `2026-11-${String(20 - index)}T09:00:00.000Z`,
    entry,
    hash: 'a'.repeat(64),
  })),
  page: 1,
};
