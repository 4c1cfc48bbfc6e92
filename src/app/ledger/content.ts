import type { DraftChanges } from '../../domain/change.js';
import type { DraftContent } from '../../domain/draft.js';
import { digestOf } from './chain.js';

/** SHA-256, in hex, of what a draft says, as its export has it: whoever has the export can check it against the ledger. */
export function contentDigest(
  draft: Omit<DraftContent, 'id' | 'source' | 'publishedAt' | 'corrections'>,
): string {
  const { charter, number, title, authors, labels, mission, introduction, leadIn, reason } = draft;
  const { considerations, background, values, changes } = draft;
  return digestOf({
    ...{ charter, number, title, authors, labels, mission, introduction, leadIn, reason },
    ...{ considerations, background, values, changes: changes && asPublished(changes) },
  });
}

/** That a change was disputed since is recorded by itself, and is nothing that the draft says. */
function asPublished(changes: DraftChanges): DraftChanges {
  return { ...changes, values: changes.values.map(({ disputed: _disputed, ...change }) => change) };
}
