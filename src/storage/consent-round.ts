import { randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { AdoptionStore } from '../app/adoption/adoption-store.js';
import { facilitators } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import { cancelWaiting, refreshCopies, writeAnnouncement } from './announce.js';
import { holdUnsealed } from './hold-charter.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Of a draft whose round is over, everybody is asked anew: what they said to the round before does not count in this one. */
export async function openConsent(
  tx: Tx,
  { round, charter, terms, announcement }: Parameters<AdoptionStore['open']>[0],
): Promise<boolean> {
  const { draft, openedAt, closesAt } = round;
  const standing = await holdUnsealed(tx, charter);
  const held = standing && (await holdDraft(tx, draft));
  if (held?.charter !== charter || held.state !== 'closed') return false;
  if (!(await beginRound(tx, { draft, opened_at: openedAt, closes_at: closesAt, closed_at: null })))
    return false;
  await tx.deleteFrom('consents').where('draft', '=', draft).execute();
  const appointment = {
    id: randomUUID() as string,
    draft,
    at: closesAt,
    time_zone: standing?.timeZone ?? '',
  };
  const row = { ...appointment, editor: facilitators, source: null, audience: null };
  await tx
    .insertInto('appointments')
    .values({ kind: 'end-consent', charter, ...row })
    .onConflict((conflict) => conflict.columns(['charter', 'kind']).doUpdateSet(row))
    .execute();
  await writeAnnouncement(tx, announcement);
  await recordEntry(tx, charter, { kind: 'consent-opened', number: held.number, terms }, openedAt);
  return true;
}

export async function closeConsent(
  tx: Tx,
  { draft, at }: Parameters<AdoptionStore['close']>[0],
): Promise<boolean> {
  const held = await holdDraft(tx, draft);
  if (held === undefined || !(await endRound(tx, draft, at))) return false;
  await cancelWaiting(tx, { draft }, at);
  await refreshCopies(tx, { draft }, at);
  await recordEntry(tx, held.charter, { kind: 'consent-closed', number: held.number }, at);
  return true;
}

/**
 * With a draft that is not closed any more goes the round that proposes it, if one is open. Comes after whatever else
 * happens to the draft, and before that is recorded; who calls it holds the draft, and looks after the copies.
 */
export async function endConsent(tx: Tx, draft: DraftId, at: string): Promise<void> {
  if (!(await endRound(tx, draft, at))) return;
  const proposals = tx.selectFrom('announcements').select('id').where('draft', '=', draft);
  for (const { id } of await proposals.where('kind', '=', 'consent').orderBy('id').execute())
    await cancelWaiting(tx, { announcement: id }, at);
  const { charter, number } = await tx
    .selectFrom('drafts')
    .select(['charter', 'number'])
    .where('id', '=', draft)
    .executeTakeFirstOrThrow();
  await recordEntry(tx, charter, { kind: 'consent-closed', number }, at);
}

/** Nothing changes; whoever moves it on or proposes it waits. */
function holdDraft(tx: Tx, draft: DraftId) {
  return tx
    .updateTable('drafts')
    .set((eb) => ({ state_at: eb.ref('state_at') }))
    .where('id', '=', draft)
    .returning(['charter', 'number', 'state'])
    .executeTakeFirst();
}

/** False when one is open. */
async function beginRound(
  tx: Tx,
  { draft, ...row }: { draft: DraftId; opened_at: string; closes_at: string; closed_at: null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_rounds')
    .values({ draft, ...row })
    .onConflict((conflict) =>
      conflict.column('draft').doUpdateSet(row).where('consent_rounds.closed_at', 'is not', null),
    )
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/** Waits for whoever is answering; those who come later find it closed. */
async function endRound(tx: Tx, draft: DraftId, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_rounds')
    .set({ closed_at: at })
    .where('draft', '=', draft)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx.deleteFrom('appointments').where('kind', '=', 'end-consent').where('draft', '=', draft).execute();
  return true;
}

/** Whether one is open for a draft of the charter. */
export async function hasOpenRound(tx: Tx, charter: CharterName): Promise<boolean> {
  const row = await tx
    .selectFrom('consent_rounds')
    .innerJoin('drafts', 'drafts.id', 'consent_rounds.draft')
    .select('drafts.id')
    .where('drafts.charter', '=', charter)
    .where('consent_rounds.closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who said what to adopting it goes with the key; what of it may be told is in the outcome. Of what was planned, the review stays. */
export async function forgetConsents(tx: Tx, charter: CharterName): Promise<void> {
  const drafts = tx.selectFrom('drafts').select('id').where('charter', '=', charter);
  await tx.deleteFrom('consents').where('draft', 'in', drafts).execute();
  await tx.deleteFrom('appointments').where('charter', '=', charter).where('kind', '<>', 'review').execute();
}
