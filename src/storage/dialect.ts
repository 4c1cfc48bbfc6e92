import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';

import type { Tables } from './schema.js';

/** Everything in which the two databases differ once they are connected. */
export type Dialect = 'sqlite' | 'postgres';

/** Text that compares and sorts by code point, as SQLite does, whatever language the PostgreSQL server speaks. */
export function textType(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
}

/**
 * Nobody changes the rows read from `table` before the transaction ends; rows that somebody is changing are waited for
 * and looked at again. SQLite has one writer at a time, so a statement that writes needs no more.
 */
export function holding<DB, TB extends keyof DB, O>(
  dialect: Dialect,
  query: SelectQueryBuilder<DB, TB, O>,
  table: TB & string,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forShare(table) : query;
}

/** Takes the rows for itself and passes over those that somebody else has taken. */
export function taking<DB, TB extends keyof DB, O>(
  dialect: Dialect,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
}

/** Names Touchstone's migrations among the advisory locks of a PostgreSQL server. */
const migrationLock = 7_264_118;

/**
 * Lets one program at a time migrate: the others wait here, until the transaction of the first has ended. With SQLite
 * they wait when their transaction begins, because it begins as a writer.
 */
export async function lockMigrations(dialect: Dialect, transaction: Kysely<Tables>): Promise<void> {
  if (dialect === 'sqlite') return;
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
}
