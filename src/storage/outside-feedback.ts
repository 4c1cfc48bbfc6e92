import type { Kysely, Transaction } from 'kysely';

import type { ThemeStore } from '../app/feedback/theme-store.js';
import type { CharterName } from '../domain/charter.js';
import type { OutsideFeedback } from '../domain/theme.js';
import { filled } from './filled.js';
import { holdUnsealed } from './hold-charter.js';
import { pressDigest } from './keep-theme.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** The newest first. */
export async function readOutside(
  query: Kysely<Tables>,
  charter: CharterName,
): Promise<readonly OutsideFeedback[]> {
  const rows = await query
    .selectFrom('outside_feedback')
    .select(['id', 'charter', 'draft', 'source', 'label', 'people', 'day', 'text'])
    .where('charter', '=', charter)
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(filled);
}

export async function addOutside(
  tx: Tx,
  { press, ...feedback }: Parameters<ThemeStore['addOutside']>[0],
): Promise<boolean> {
  const { charter, draft = null, people = null, ...rest } = feedback;
  if ((await holdUnsealed(tx, charter)) === undefined) return false;
  await tx
    .insertInto('outside_feedback')
    .values({ ...rest, charter, draft, people, theme: null, pressed: pressDigest(charter, press) })
    .onConflict((conflict) => conflict.column('pressed').doNothing())
    .execute();
  return true;
}

export async function removeOutside(
  tx: Tx,
  { charter, id }: Parameters<ThemeStore['removeOutside']>[0],
): Promise<void> {
  if ((await holdUnsealed(tx, charter)) === undefined) return;
  await tx.deleteFrom('outside_feedback').where('charter', '=', charter).where('id', '=', id).execute();
}
