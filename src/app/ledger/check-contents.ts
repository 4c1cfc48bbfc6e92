import { contentDigest } from './content.js';
import type { LedgerEntry } from './verify-ledger.js';

/** What a draft says, as an export has it. */
export type SaidDraft = Parameters<typeof contentDigest>[0];

export interface CheckedDraft {
  readonly number: number;
  /** `unknown`: the ledger does not say what it said. `missing`: the ledger says that there was one. */
  readonly kind: 'same' | 'other' | 'unknown' | 'missing';
}

/** Whether drafts say what the ledger recorded last of each: as they were opened, or as they were corrected since. */
export function checkContents(
  entries: readonly LedgerEntry[],
  drafts: readonly SaidDraft[],
): readonly CheckedDraft[] {
  const digests = new Map<number, string>();
  for (const { entry } of entries) {
    const { kind, number, content } = entry;
    if (
      (kind === 'draft' || kind === 'corrected') &&
      typeof number === 'number' &&
      typeof content === 'string'
    )
      digests.set(number, content);
  }
  const missing = [...digests.keys()].filter((number) => !drafts.some((draft) => draft.number === number));
  return [
    ...drafts.map((draft) => ({ number: draft.number, kind: checked(draft, digests.get(draft.number)) })),
    ...missing.map((number) => ({ number, kind: 'missing' as const })),
  ];
}

function checked(draft: SaidDraft, digest: string | undefined): CheckedDraft['kind'] {
  if (digest === undefined) return 'unknown';
  return digest === contentDigest(draft) ? 'same' : 'other';
}
