import type { Transaction } from 'kysely';

import type { RatingStore } from '../app/ports.js';
import type { DraftId } from '../domain/draft.js';
import { refreshCopies } from './announce.js';
import { isSpelling } from './changes-json.js';
import type { Database } from './database.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Dispute = Parameters<RatingStore['dispute']>[0];

export function disputeSpelling({ query }: Database, dispute: Dispute): ReturnType<RatingStore['dispute']> {
  return query.transaction().execute((tx) => disputeIn(tx, dispute));
}

async function disputeIn(
  tx: Tx,
  { draft, value, pseudonym, at }: Dispute,
): ReturnType<RatingStore['dispute']> {
  const standing = await hold(tx, draft);
  if (standing?.state !== 'open') return 'not-open';
  if (!isSpelling(standing.changes, value)) return 'not-spelling';
  if (!(await keep(tx, { draft, value, pseudonym }))) return 'disputed-before';
  await tx
    .deleteFrom('ratings')
    .where('draft', '=', draft)
    .where('value', '=', value)
    .where('carried_from', 'is not', null)
    .execute();
  await tx
    .updateTable('drafts')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', draft)
    .execute();
  await refreshCopies(tx, { draft }, at);
  const { charter, number } = standing;
  // No finer than the hour: the host's own logs have the moment of every press.
  const hour = `${at.slice(0, 13)}:00:00.000Z`;
  await recordEntry(tx, charter, { kind: 'spelling-disputed', number, value }, hour);
  return 'disputed';
}

/** Nothing changes; writing it waits for whoever is rating it, and lets nobody begin. */
function hold(tx: Tx, draft: DraftId) {
  return tx
    .updateTable('drafts')
    .set((eb) => ({ state_at: eb.ref('state_at') }))
    .where('id', '=', draft)
    .returning(['charter', 'number', 'state', 'changes'])
    .executeTakeFirst();
}

/** False when somebody did before. */
async function keep(tx: Tx, dispute: Pick<Dispute, 'draft' | 'value' | 'pseudonym'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('spelling_disputes')
    .values(dispute)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
