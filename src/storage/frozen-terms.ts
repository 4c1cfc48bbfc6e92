import type { Transaction } from 'kysely';

import { termsDigest } from '../app/ledger/terms.js';
import type { CharterName } from '../domain/charter.js';
import type { ProcessEntry } from '../domain/process.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

/**
 * Until when members may answer what rating or a consent round asks, from when rating opens until its draft is adopted or
 * another takes its place: what was fixed for it may not change in silence. Nothing when nothing was fixed, or it is over.
 */
export async function frozenUntil(
  tx: Transaction<Tables>,
  charter: CharterName,
): Promise<{ readonly closes: string | undefined } | undefined> {
  const row = await tx
    .selectFrom('drafts')
    .leftJoin('consent_rounds', (join) =>
      join.onRef('consent_rounds.draft', '=', 'drafts.id').on('consent_rounds.closed_at', 'is', null),
    )
    .select(['drafts.closes_at', 'consent_rounds.closes_at as consent_closes_at'])
    .where('drafts.charter', '=', charter)
    .where((eb) =>
      eb.or([eb('drafts.state', 'in', ['open', 'closed']), eb('consent_rounds.draft', 'is not', null)]),
    )
    .orderBy('drafts.number', 'desc')
    .executeTakeFirst();
  return row && { closes: row.closes_at ?? row.consent_closes_at ?? undefined };
}

/** Whether a date to close was recorded since the draft was opened last. */
export async function hadDate(
  tx: Transaction<Tables>,
  charter: CharterName,
  number: number,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('process_records')
    .select('entry')
    .where('charter', '=', charter)
    .orderBy('number', 'desc')
    .execute();
  for (const row of rows) {
    const entry = JSON.parse(row.entry) as ProcessEntry;
    if (entry.kind === 'draft' && (entry.became === 'open' || entry.became === 'reopened')) return false;
    if (entry.kind === 'date' && entry.of === 'rating' && entry.number === number && entry.closes !== null)
      return true;
  }
  return false;
}

/** The terms of a charter's rating, if it closes then. */
export async function termsWith(
  tx: Transaction<Tables>,
  charter: CharterName,
  closes: string | null,
): Promise<string> {
  const { rules } = await tx
    .selectFrom('charters')
    .select('rules')
    .where('name', '=', charter)
    .executeTakeFirstOrThrow();
  return termsDigest({ rules: rulesFromJson(rules), closes: closes ?? undefined });
}
