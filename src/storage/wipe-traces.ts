import { setTimeout as wait } from 'node:timers/promises';

import { sql, type Kysely } from 'kysely';

import { log } from '../log.js';
import type { Database } from './database.js';
import { destroyedKey } from './destroyed-key.js';
import type { Tables } from './schema.js';

/** What sealing, or the end of identities, deletes from; with the index in whose order PostgreSQL writes it anew. */
const rewritten = [
  ['charter_keys', 'charter_keys_pkey'],
  ['ratings', 'ratings_key'],
  ['sealed_answers', 'sealed_answers_pkey'],
  ['member_groups', 'member_groups_key'],
  ['declines', 'declines_key'],
  ['consents', 'consents_key'],
  ['spelling_disputes', 'spelling_disputes_key'],
  ['comments', 'comments_pkey'],
  ['comment_votes', 'comment_votes_key'],
  ['deliveries', 'deliveries_of_place'],
  ['conversations', 'conversations_pkey'],
  ['contacts', 'contacts_key'],
  ['contributors_told', 'contributors_told_pkey'],
  ['working_copies', 'working_copies_key'],
  ['working_copy_versions', 'working_copy_versions_key'],
  ['approvals', 'approvals_pkey'],
  ['appointments', 'appointments_pkey'],
  ['corrections', 'corrections_pkey'],
  ['subscriptions', 'subscriptions_key'],
] as const;

/** Columns that only somebody who answered leaves something in. */
const sampled = [
  ['charter_keys', ['pseudonym_key']],
  ['ratings', ['pseudonym', 'pressed', 'pressed_before', 'rated_at']],
  ['member_groups', ['pseudonym']],
  ['declines', ['pseudonym', 'declined_at']],
  ['consents', ['pseudonym', 'pressed', 'pressed_before', 'given_at']],
  ['spelling_disputes', ['pseudonym']],
  ['comments', ['author', 'pressed', 'day']],
  ['comment_votes', ['pseudonym']],
] as const;

/** Milliseconds for which those are waited for who still see rows that were deleted. */
const patience = 10_000;

/**
 * Overwrites what the database keeps of rows that sealing, or the deletion of a charter, removed: free pages, old row
 * versions, the log of SQLite, samples for the planner. Does nothing where nothing is left to wipe. What fails is due
 * until it succeeds.
 */
export async function wipeTraces({ dialect, query }: Database): Promise<void> {
  const sealed = await query
    .selectFrom('charter_keys')
    .select('charter')
    .where('pseudonym_key', '=', destroyedKey)
    .execute();
  const deleted = await query
    .selectFrom('deleted_charters')
    .select(['name', 'deleted_at'])
    .where('wiped', '=', 0)
    .execute();
  if (sealed.length + deleted.length === 0) return;
  await (dialect === 'postgres' ? rewriteTables(query, deleted.length > 0) : rewriteFile(query));
  for (const { charter } of sealed)
    await query
      .deleteFrom('charter_keys')
      .where('pseudonym_key', '=', destroyedKey)
      .where('charter', '=', charter)
      .execute();
  for (const { name, deleted_at } of deleted)
    await query
      .updateTable('deleted_charters')
      .set({ wiped: 1 })
      .where('name', '=', name)
      .where('deleted_at', '=', deleted_at)
      .execute();
}

/** Before and after: the log holds pages as they were, and then the whole file as it is now. */
async function rewriteFile(query: Kysely<Tables>): Promise<void> {
  await emptyLog(query);
  await sql`vacuum`.execute(query);
  await emptyLog(query);
}

async function emptyLog(query: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(query);
  if (rows[0]?.busy === 1) throw new Error('another process still reads what was there before');
}

/** `cluster` writes a table anew and in order, and leaves out all versions that nobody can see any more. */
async function rewriteTables(query: Kysely<Tables>, all: boolean): Promise<void> {
  await outwaitReaders(query);
  await query.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      for (const [table, index] of rewritten)
        await sql`cluster ${sql.table(table)} using ${sql.ref(index)}`.execute(connection);
      await forgetSamples(connection);
      if (all) await rewriteAll(connection);
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

/** A charter that is deleted leaves something in almost every table. */
async function rewriteAll(connection: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ table: string; columns: readonly string[] | null }>`
    select relation.relname as table, (
      select array_agg(cast(attname as text)) from pg_attribute
      where attrelid = relation.oid and attnum > 0 and not attisdropped and atttypid = 'text'::regtype
        and attcollation = 'pg_catalog."C"'::regcollation
        and not exists (
          select 1 from pg_constraint where contype = 'f'
            and ((conrelid = relation.oid and attnum = any (conkey))
              or (confrelid = relation.oid and attnum = any (confkey))))
    ) as columns
    from pg_class as relation
    where relation.relkind = 'r' and relation.relnamespace = current_schema()::regnamespace
    order by relation.relname`.execute(connection);
  for (const { table, columns } of rows) {
    await sql`vacuum (full) ${sql.table(table)}`.execute(connection);
    await forgetSamplesOf(connection, table, columns ?? []);
  }
}

/** Row versions stay for as long as a transaction that began before may want to see them. */
async function outwaitReaders(query: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ now: string }>`select cast(clock_timestamp() as text) as now`.execute(query);
  const now = rows[0]?.now ?? '';
  for (const end = Date.now() + patience; ; await wait(50)) {
    const { rows: readers } = await sql`select pid from pg_stat_activity where datname = current_database()
      and backend_type = 'client backend' and backend_xmin is not null and pid <> pg_backend_pid()
      and xact_start < cast(${now} as timestamptz)`.execute(query);
    if (readers.length === 0) return;
    if (Date.now() > end) throw new Error('another transaction still reads what was there before');
  }
}

/**
 * `analyze` keeps samples of a column, also of one whose rows are all gone. To set its type drops them, even to the one
 * that it has; then it looks at what is there now. Of the key it takes none any more.
 */
async function forgetSamples(connection: Kysely<Tables>): Promise<void> {
  await sql`alter table charter_keys alter column pseudonym_key set statistics 0`.execute(connection);
  for (const [table, columns] of sampled) await forgetSamplesOf(connection, table, columns);
}

async function forgetSamplesOf(
  connection: Kysely<Tables>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const anew = columns.map((column) => sql`alter column ${sql.ref(column)} type text collate "C"`);
  if (anew.length > 0) await sql`alter table ${sql.table(table)} ${sql.join(anew)}`.execute(connection);
  await sql`analyze ${sql.table(table)}`.execute(connection);
}

/** The rows are gone already; whoever looks after identities tries again. */
export async function wipeOrSay(database: Database): Promise<void> {
  try {
    await wipeTraces(database);
  } catch (error) {
    log.error({ err: error }, 'what deleted rows left in the database is yet to be overwritten');
  }
}
