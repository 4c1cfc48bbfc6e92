import { sql, type Transaction } from 'kysely';

import type { DraftStore } from '../app/ports.js';
import type { DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { cancelWaiting, refreshCopies, writeAnnouncement } from './announce.js';
import { endConsent } from './consent-round.js';
import type { Database } from './database.js';
import { holding } from './dialect.js';
import { recordEntry } from './process-records.js';
import { hadDate, termsWith } from './frozen-terms.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Change = Parameters<DraftStore['change']>[0];

export function moveDraft(database: Database, change: Change): Promise<boolean> {
  return database.query.transaction().execute((tx) => moveIn(database, tx, change));
}

export function reopenDraft(
  database: Database,
  { draft, announcement }: Parameters<DraftStore['reopen']>[0],
): Promise<boolean> {
  return database.query.transaction().execute((tx) => {
    const change = { draft, from: 'closed', to: 'open', at: announcement.at } as const;
    return moveIn(database, tx, change, () => writeAnnouncement(tx, announcement));
  });
}

/** `then`: what else belongs to it, where it happens. */
async function moveIn(
  database: Database,
  tx: Tx,
  change: Change,
  then: () => Promise<unknown> = () => Promise.resolve(),
): Promise<boolean> {
  const { draft, to, at } = change;
  if (to === 'open' && (await isSealed(database, tx, draft))) return false;
  const moved = await setState(tx, change);
  if (moved === undefined) return false;
  if (to !== 'open') await cancelWaiting(tx, { draft }, at);
  await refreshCopies(tx, { draft }, at);
  await tx.deleteFrom('appointments').where('draft', '=', draft).execute();
  await then();
  await endConsent(tx, draft, at);
  const { charter, number } = moved;
  const hadOne = to === 'open' && (await hadDate(tx, charter, number));
  const became = to === 'open' ? 'reopened' : to;
  await recordEntry(tx, charter, { kind: 'draft', number, became }, at);
  if (hadOne) await recordEntry(tx, charter, { kind: 'date', number, of: 'rating', closes: null }, at);
  return true;
}

/** Holds the charter's row: nobody seals it until the draft is open again. */
async function isSealed({ dialect }: Database, tx: Tx, draft: DraftId): Promise<boolean> {
  const charter = tx
    .selectFrom('charters')
    .innerJoin('drafts', 'drafts.charter', 'charters.name')
    .where('drafts.id', '=', draft)
    .select('charters.sealed_at');
  const row = await holding(dialect, charter, 'charters').executeTakeFirst();
  return row !== undefined && row.sealed_at !== null;
}

/** A date that was set goes with the appointment to close: it was meant for this time only. */
function setState(tx: Tx, { draft, from, to, at }: Change) {
  return tx
    .updateTable('drafts')
    .set({ state: to, state_at: at, closes_at: null })
    .$if(to === 'open', (update) => update.set({ round: sql<number>`round + 1` }))
    .where('id', '=', draft)
    .where('state', '=', from)
    .returning(['charter', 'number'])
    .executeTakeFirst();
}

/** Nothing happens when the draft is not open, or the date stands already. Once there was one, a change of it is announced. */
export async function setClosing(
  { query }: Database,
  { draft, closesAt, at, announcement }: Parameters<DraftStore['setClosing']>[0],
): Promise<void> {
  await query.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('drafts')
      .select('closes_at')
      .where('id', '=', draft)
      .executeTakeFirst();
    const set = await tx
      .updateTable('drafts')
      .set({ closes_at: closesAt })
      .where('id', '=', draft)
      .where('state', '=', 'open')
      .where('closes_at', 'is distinct from', closesAt)
      .returning(['charter', 'number'])
      .executeTakeFirst();
    if (set === undefined) return;
    const { charter, number } = set;
    await refreshCopies(tx, { draft }, at);
    const fixed = before?.closes_at != null || (await hadDate(tx, charter, number));
    const terms = fixed ? await termsWith(tx, charter, closesAt) : undefined;
    if (fixed && announcement !== undefined) await writeAnnouncement(tx, announcement);
    const entry = { kind: 'date', number, of: 'rating', closes: closesAt, ...given({ terms }) } as const;
    await recordEntry(tx, charter, entry, at);
  });
}
