import { usualRules, type ProcessRules } from '../../src/domain/process.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { Draft, DraftId, ValueId } from '../../src/domain/draft.js';
import type { Distribution, Figures, Release } from '../../src/domain/release.js';
import type { DraftResults } from '../../src/pages/results-page.js';

/** Of the five steps from 1 to 5, *not clear* and *no opinion*. */
type Counts = readonly [number, number, number, number, number, number, number];

export function distribution(counts: Counts): Distribution {
  const [one, two, three, four, five, unclear, noOpinion] = counts;
  return { 1: one, 2: two, 3: three, 4: four, 5: five, unclear, 'no-opinion': noOpinion };
}

interface GardenValue {
  readonly title: string;
  readonly text: string;
  readonly figures?: Figures;
}

/** One value of each kind: shared and by group, split, not clear, as told before, mixed with few answers, hidden. */
const values: readonly GardenValue[] = [
  {
    title: 'Share the harvest',
    text: 'What grows here is divided **by need**. Nobody keeps count of the beans, see [our notes](https://garden.example/notes).',
    figures: {
      all: distribution([2, 1, 3, 11, 36, 1, 2]),
      groups: {
        shown: [
          { group: 'Office', counts: distribution([1, 0, 1, 5, 18, 0, 1]) },
          { group: 'Field', counts: distribution([1, 1, 2, 6, 18, 1, 1]) },
        ],
        hidden: ['Guests', 'Workshop'],
      },
    },
  },
  {
    title: 'Keep the gate open',
    text: '- Whoever passes by may come in.\n- And look around.',
    figures: { all: distribution([15, 3, 4, 3, 25, 0, 3]) },
  },
  {
    title: 'Leave the soil better',
    text: 'We give back more than we take.',
    figures: { all: distribution([0, 5, 25, 15, 5, 14, 0]), earlier: true },
  },
  {
    title: 'Teach by digging',
    text: 'A spade first, a lecture later.',
    figures: { all: distribution([0, 1, 1, 3, 2, 0, 0]) },
  },
  { title: 'Rest in winter', text: 'So do we.' },
];

export const gardenRelease: Release = {
  draft: 'draft-2' as DraftId,
  number: 2,
  kind: 'closing',
  at: '2026-11-20T16:00:00.000Z',
  least: 5,
  values: values.map(({ title, figures }, index) => ({
    value: `value-${String(index)}` as ValueId,
    title,
    wording: title,
    ...(figures === undefined ? {} : { figures }),
  })),
  participation: {
    reached: 96,
    places: 3,
    started: { kind: 'exactly', count: 58 },
    finished: { kind: 'exactly', count: 41 },
    declined: { kind: 'fewer-than', count: 5 },
    asked: { people: { kind: 'exactly', count: 120 }, by: 'charter' },
  },
};

const gardenDraft: Draft = {
  id: 'draft-2' as DraftId,
  charter: 'garden' as CharterName,
  number: 2,
  title: 'Values of the garden',
  authors: ['Ada Osei'],
  labels: { categories: [], tags: [] },
  considerations: [],
  background: [],
  values: values.map(({ title, text }, index) => ({ id: `value-${String(index)}` as ValueId, title, text })),
  source: '',
  publishedAt: '2026-11-01T08:00:00.000Z',
  corrections: [],
  state: 'closed',
};

/** The results of a draft of the garden, but for what a test says otherwise. */
export function gardenResults({
  rules = {},
  draft = {},
  release = gardenRelease,
  sealedAt,
}: {
  readonly rules?: Partial<ProcessRules>;
  readonly draft?: Partial<Draft>;
  /** `null`: none yet. */
  readonly release?: Release | null;
  readonly sealedAt?: string;
} = {}): DraftResults {
  return {
    charter: {
      name: gardenDraft.charter,
      rules: { ...usualRules, ...rules },
      timeZone: 'Europe/Berlin',
      ...(sealedAt === undefined ? {} : { sealedAt }),
    },
    draft: { ...gardenDraft, ...draft },
    ...(release === null ? {} : { release }),
  };
}
