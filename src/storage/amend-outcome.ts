import { randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { AdoptionStore } from '../app/adoption/adoption-store.js';
import { digestOf } from '../app/ledger/chain.js';
import { facilitators } from '../app/ports.js';
import { newAmong } from '../app/adoption/follow-up-lines.js';
import { morningOf } from '../app/zoned-time.js';
import type { CharterName } from '../domain/charter.js';
import type { Outcome } from '../domain/outcome.js';
import { refreshCopies } from './announce.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Nothing of a charter that was not adopted. */
export async function amendOutcome(
  tx: Tx,
  { charter, followUps, reviewOn, at }: Parameters<AdoptionStore['amend']>[0],
): Promise<void> {
  const row = await tx
    .updateTable('outcomes')
    .set((eb) => ({ draft: eb.ref('draft') }))
    .where('charter', '=', charter)
    .returning('outcome')
    .executeTakeFirst();
  if (row === undefined) return;
  const before = JSON.parse(row.outcome) as Outcome;
  const outcome: Outcome = {
    ...before,
    followUps: [...before.followUps, ...newAmong(followUps, before)],
    reviewOn: reviewOn ?? before.reviewOn,
  };
  if (digestOf(outcome) === digestOf(before)) return;
  await tx
    .updateTable('outcomes')
    .set({ outcome: JSON.stringify(outcome) })
    .where('charter', '=', charter)
    .execute();
  if (outcome.reviewOn !== before.reviewOn) await appointReview(tx, outcome);
  await refreshTold(tx, charter, at);
  await recordOutcome(tx, outcome, at);
}

/** The copies that tell of it are to be edited, for as long as it is known where they are. */
async function refreshTold(tx: Tx, charter: CharterName, at: string): Promise<void> {
  const told = await tx
    .selectFrom('announcements')
    .innerJoin('charters', 'charters.name', 'announcements.charter')
    .select('announcements.id')
    .where('charters.name', '=', charter)
    .where('charters.identities_erased_at', 'is', null)
    .where('announcements.kind', 'in', ['adopted', 'review'])
    .orderBy('announcements.id')
    .execute();
  for (const { id } of told) await refreshCopies(tx, { announcement: id }, at);
}

/** On the morning of the day of review, in the zone of the charter. */
export async function appointReview(tx: Tx, { charter, draft, reviewOn }: Outcome): Promise<void> {
  const { time_zone } = await tx
    .selectFrom('charters')
    .select('time_zone')
    .where('name', '=', charter)
    .executeTakeFirstOrThrow();
  const at = morningOf(reviewOn, time_zone)?.toISOString();
  if (at === undefined) throw new Error(`the review is on ${reviewOn}, which is no day`);
  const row = {
    ...{ id: randomUUID(), draft, at, time_zone },
    editor: facilitators,
    source: null,
    audience: null,
  };
  await tx
    .insertInto('appointments')
    .values({ kind: 'review', charter, ...row })
    .onConflict((conflict) => conflict.columns(['charter', 'kind']).doUpdateSet(row))
    .execute();
}

/** Comes last in a transaction, as whatever is recorded does. */
export async function recordOutcome(tx: Tx, outcome: Outcome, at: string): Promise<void> {
  const { charter, number, adoptedOn } = outcome;
  await recordEntry(tx, charter, { kind: 'adopted', number, adoptedOn, content: digestOf(outcome) }, at);
}
