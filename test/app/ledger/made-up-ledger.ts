import { beginning, hashOf } from '../../../src/app/ledger/chain.js';
import type { CharterName } from '../../../src/domain/charter.js';
import type { DraftContent, DraftId, ValueId } from '../../../src/domain/draft.js';
import type { ProcessEntry, ProcessRecord } from '../../../src/domain/process.js';

export const garden = 'garden' as CharterName;

export const gardenEntries: readonly ProcessEntry[] = [
  { kind: 'draft', number: 1, became: 'open', content: 'c'.repeat(64), terms: 't'.repeat(64) },
  { kind: 'rules-changed', changes: [{ rule: 'least', from: 5, to: 8 }] },
  { kind: 'comment-hidden', reason: 'names-person' },
  { kind: 'draft', number: 1, became: 'closed' },
  { kind: 'sealed' },
];

/** Entered day by day, from 1 November on. */
export function recordsOf(entries: readonly ProcessEntry[], charter = garden): readonly ProcessRecord[] {
  let previous = beginning;
  return entries.map((entry, index) => {
    const number = index + 1;
    const at = `2026-11-${String(number).padStart(2, '0')}T09:00:00.000Z`;
    previous = hashOf(charter, { number, at, entry }, previous);
    return { number, at, entry, hash: previous };
  });
}

export const draftContent: DraftContent = {
  id: 'draft-1' as DraftId,
  charter: garden,
  number: 1,
  title: 'Values of our garden',
  authors: ['The planting circle'],
  labels: { categories: [], tags: [] },
  considerations: [],
  background: [],
  values: [
    {
      id: 'share-the-harvest' as ValueId,
      title: 'Share the harvest',
      text: 'What grows here belongs to all of us.',
    },
  ],
  source: '# Values of our garden',
  publishedAt: '2026-11-01T09:00:00.000Z',
  corrections: [],
};
