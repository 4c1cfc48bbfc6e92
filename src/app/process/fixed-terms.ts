import type { Charter } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import type { ProcessEntry, ProcessRecord } from '../../domain/process.js';
import { termsDigest } from '../ledger/terms.js';

/** What was fixed when rating of the newest draft opened. */
export interface FixedTerms {
  /** Of the terms as they are now. */
  readonly digest: string;
  /** Nothing of them changed since; that a first date to close was set is no change. */
  readonly holds: boolean;
}

/** From the ledger; nothing for a draft of which it does not say what was fixed. */
export function fixedTerms(
  { rules }: Pick<Charter, 'rules'>,
  draft: Pick<Draft, 'number' | 'closesAt'> | undefined,
  records: readonly ProcessRecord[],
): FixedTerms | undefined {
  const opened = records.findLastIndex(
    ({ entry }) => entry.kind === 'draft' && isOpening(entry, draft?.number),
  );
  const [first, ...since] = opened < 0 ? [] : records.slice(opened).map(({ entry }) => entry);
  if (draft === undefined || first?.kind !== 'draft') return undefined;
  const dates = since.filter((entry) => isDateOf(entry, draft.number));
  const firstSet = dates.findIndex((entry) => entry.kind === 'date' && entry.closes !== null);
  const changed =
    (firstSet >= 0 && firstSet < dates.length - 1) || since.some(({ kind }) => kind === 'rules-changed');
  const asOpened = first.terms === undefined || first.terms === termsDigest({ rules });
  return { digest: termsDigest({ rules, closes: draft.closesAt }), holds: !changed && asOpened };
}

function isOpening(entry: Extract<ProcessEntry, { kind: 'draft' }>, number: number | undefined): boolean {
  return entry.number === number && (entry.became === 'open' || entry.became === 'reopened');
}

function isDateOf(entry: ProcessEntry, number: number): boolean {
  return entry.kind === 'date' && entry.of === 'rating' && entry.number === number;
}
