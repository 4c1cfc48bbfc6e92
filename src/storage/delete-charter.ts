import type { Transaction } from 'kysely';

import { contactsOfCharter } from '../app/contact-about.js';
import { beginning } from '../app/ledger/chain.js';
import type { CharterStore } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import { holdAnnouncements } from './announce.js';
import type { Database } from './database.js';
import { holdingAlone, type Dialect } from './dialect.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/**
 * Nothing stays but the name, the time and the last hash of the ledger, so that nobody can say that there was none. What
 * deleted rows leave in files is for `wipe-traces.ts`.
 */
export async function deleteCharter(
  { dialect }: Pick<Database, 'dialect'>,
  tx: Tx,
  { charter, at }: Parameters<CharterStore['delete']>[0],
): Promise<boolean> {
  if (!(await hold(tx, dialect, charter))) return false;
  const drafts = await holdDrafts(tx, charter);
  await holdAnnouncements(tx, { charter });
  await keepHead(tx, charter, at);
  await deleteTold(tx, charter);
  await deleteFeedback(tx, charter);
  await deleteDrafts(tx, charter, drafts);
  await deleteProcess(tx, charter, drafts);
  await tx.deleteFrom('charters').where('name', '=', charter).execute();
  return true;
}

/** Sealed or not. Whoever publishes, comments, consents, seals or records comes before, or finds it gone. */
async function hold(tx: Tx, dialect: Dialect, charter: CharterName): Promise<boolean> {
  const row = tx.selectFrom('charters').select('name').where('name', '=', charter);
  return (await holdingAlone(dialect, row, 'charters').executeTakeFirst()) !== undefined;
}

/** Writing them waits for whoever is rating one. */
async function holdDrafts(tx: Tx, charter: CharterName): Promise<readonly DraftId[]> {
  const rows = await tx
    .updateTable('drafts')
    .set((eb) => ({ state_at: eb.ref('state_at') }))
    .where('charter', '=', charter)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function keepHead(tx: Tx, name: CharterName, at: string): Promise<void> {
  const last = await tx
    .selectFrom('process_records')
    .select('hash')
    .where('charter', '=', name)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx
    .insertInto('deleted_charters')
    .values({ name, deleted_at: at, head: last?.hash ?? beginning })
    .execute();
}

/** Announcements, wherever they were posted: their cards lead to nothing any more. */
async function deleteTold(tx: Tx, charter: CharterName): Promise<void> {
  const announcements = tx.selectFrom('announcements').select('id').where('charter', '=', charter);
  await tx
    .updateTable('conversations')
    .set({ holder: null, busy_until: 0 })
    .where('holder', 'in', announcements)
    .execute();
  await tx.deleteFrom('deliveries').where('announcement', 'in', announcements).execute();
  await tx.deleteFrom('requests').where('announcement', 'in', announcements).execute();
  await tx.deleteFrom('contributors_told').where('announcement', 'in', announcements).execute();
  await tx.deleteFrom('corrections').where('charter', '=', charter).execute();
  await tx.deleteFrom('announcements').where('charter', '=', charter).execute();
  await tx.deleteFrom('subscriptions').where('charter', '=', charter).execute();
}

async function deleteFeedback(tx: Tx, charter: CharterName): Promise<void> {
  const comments = tx.selectFrom('comments').select('id').where('charter', '=', charter);
  const themes = tx.selectFrom('themes').select('id').where('charter', '=', charter);
  await tx.deleteFrom('theme_comments').where('theme', 'in', themes).execute();
  await tx.deleteFrom('comment_votes').where('comment', 'in', comments).execute();
  await tx
    .deleteFrom('comments_apart')
    .where((eb) => eb.or([eb('comment', 'in', comments), eb('other', 'in', comments)]))
    .execute();
  await tx.deleteFrom('outside_feedback').where('charter', '=', charter).execute();
  await tx.deleteFrom('themes').where('charter', '=', charter).execute();
  await tx.deleteFrom('comments').where('charter', '=', charter).execute();
}

/** With whatever members said to them. */
async function deleteDrafts(tx: Tx, charter: CharterName, drafts: readonly DraftId[]): Promise<void> {
  await tx.deleteFrom('releases').where('charter', '=', charter).execute();
  await tx.deleteFrom('outcomes').where('charter', '=', charter).execute();
  await tx.deleteFrom('charter_values').where('charter', '=', charter).execute();
  if (drafts.length === 0) return;
  for (const table of ofDrafts) await tx.deleteFrom(table).where('draft', 'in', drafts).execute();
  await tx.deleteFrom('drafts').where('charter', '=', charter).execute();
}

/** Those that refer to others first. */
const ofDrafts = [
  'ratings',
  'sealed_answers',
  'declines',
  'spelling_disputes',
  'consents',
  'consent_rounds',
  'draft_values',
] as const;

async function deleteProcess(tx: Tx, charter: CharterName, drafts: readonly DraftId[]): Promise<void> {
  for (const table of ofCharters) await tx.deleteFrom(table).where('charter', '=', charter).execute();
  await tx
    .deleteFrom('contacts')
    .where('about', 'in', [...drafts, ...contactsOfCharter(charter)])
    .execute();
}

const ofCharters = [
  'working_copies',
  'working_copy_versions',
  'appointments',
  'approvals',
  'member_groups',
  'process_records',
  'charter_keys',
] as const;
