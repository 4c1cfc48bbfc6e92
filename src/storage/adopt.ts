import type { Transaction } from 'kysely';

import type { Outcome } from '../domain/outcome.js';
import { appointReview, recordOutcome } from './amend-outcome.js';
import { refreshCopies } from './announce.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** The closed draft is adopted from now on, and all copies lead to the outcome. False when it is not closed any more. */
export async function adopt(tx: Tx, outcome: Outcome, at: string): Promise<boolean> {
  const { charter, draft } = outcome;
  const { numUpdatedRows } = await tx
    .updateTable('drafts')
    .set({ state: 'adopted', state_at: at, closes_at: null })
    .where('id', '=', draft)
    .where('charter', '=', charter)
    .where('state', '=', 'closed')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .insertInto('outcomes')
    .values({ charter, draft, outcome: JSON.stringify(outcome) })
    .execute();
  await refreshCopies(tx, { charter }, at);
  await appointReview(tx, outcome);
  return true;
}

/** Comes last in a transaction, as whatever is recorded does. */
export async function recordAdoption(tx: Tx, outcome: Outcome, at: string): Promise<void> {
  const { charter, number } = outcome;
  await recordEntry(tx, charter, { kind: 'draft', number, became: 'adopted' }, at);
  await recordOutcome(tx, outcome, at);
}
