import type { Transaction } from 'kysely';

import type { DraftStore } from '../app/ports.js';
import { cancelWaiting, refreshCopies, writeAnnouncement } from './announce.js';
import type { Database } from './database.js';
import type { Tables } from './schema.js';
import { keepTallies } from './tallies-before.js';

type Tx = Transaction<Tables>;
type Change = Parameters<DraftStore['change']>[0];

export function moveDraft({ query }: Database, change: Change): Promise<boolean> {
  return query.transaction().execute((tx) => moveIn(tx, change));
}

export function reopenDraft(
  { query }: Database,
  { draft, announcement }: Parameters<DraftStore['reopen']>[0],
): Promise<boolean> {
  return query.transaction().execute(async (tx) => {
    const moved = await moveIn(tx, { draft, from: 'closed', to: 'open', at: announcement.at });
    if (moved) await writeAnnouncement(tx, announcement);
    return moved;
  });
}

/** A date that was set goes with the appointment to close: it was meant for this time only. */
async function moveIn(tx: Tx, { draft, from, to, at }: Change): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('drafts')
    .set({ state: to, state_at: at, closes_at: null })
    .where('id', '=', draft)
    .where('state', '=', from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (to === 'open') await keepTallies(tx, draft, at);
  else await cancelWaiting(tx, { draft }, at);
  await refreshCopies(tx, { draft }, at);
  await tx.deleteFrom('appointments').where('draft', '=', draft).execute();
  return true;
}

/** Nothing happens when the draft is not open, or the date stands already. */
export async function setClosing(
  { query }: Database,
  { draft, closesAt, at }: Parameters<DraftStore['setClosing']>[0],
): Promise<void> {
  await query.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('drafts')
      .set({ closes_at: closesAt })
      .where('id', '=', draft)
      .where('state', '=', 'open')
      .where('closes_at', 'is distinct from', closesAt)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await refreshCopies(tx, { draft }, at);
  });
}
