import { sql, type Kysely, type RawBuilder, type SelectQueryBuilder } from 'kysely';

import type { Tables } from './schema.js';

/** Everything in which the two databases differ once they are connected. */
export type Dialect = 'sqlite' | 'postgres';

/** Text that compares and sorts by code point, as SQLite does, whatever language the PostgreSQL server speaks. */
export function textType(dialect: Dialect): RawBuilder<unknown> {
  return dialect === 'postgres' ? sql`text collate "C"` : sql`text`;
}

/** Per cent of a page that PostgreSQL fills, so that a row that changes soon and often stays where it is. */
const filled = 70;

export async function leaveRoom(db: Kysely<unknown>, dialect: Dialect, table: string): Promise<void> {
  if (dialect === 'sqlite') return;
  await sql`alter table ${sql.table(table)} set (fillfactor = ${sql.lit(filled)})`.execute(db);
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

/** As `holding`, and nobody else holds them meanwhile. */
export function holdingAlone<DB, TB extends keyof DB, O>(
  dialect: Dialect,
  query: SelectQueryBuilder<DB, TB, O>,
  table: TB & string,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forUpdate(table) : query;
}

/** Takes the rows for itself and passes over those that somebody else has taken. */
export function taking<DB, TB extends keyof DB, O>(
  dialect: Dialect,
  query: SelectQueryBuilder<DB, TB, O>,
): SelectQueryBuilder<DB, TB, O> {
  return dialect === 'postgres' ? query.forUpdate().skipLocked() : query;
}

/** Milliseconds since 1970 by the database's clock, which all replicas share. */
export function clock(dialect: Dialect): RawBuilder<number> {
  return dialect === 'postgres'
    ? sql`(extract(epoch from clock_timestamp()) * 1000)::double precision`
    : sql`(unixepoch('subsec') * 1000)`;
}

/** The greatest of several numbers. */
export function greatest(dialect: Dialect, ...numbers: readonly RawBuilder<number>[]): RawBuilder<number> {
  return sql`${sql.raw(dialect === 'postgres' ? 'greatest' : 'max')}(${sql.join(numbers)})`;
}

/**
 * Until the transaction ends, rows are read in the order of an index where there is one. PostgreSQL knows nothing of
 * rows that were written a moment ago, takes them for few, and would sort all of them to find the first ones.
 */
export async function readInOrder(dialect: Dialect, transaction: Kysely<Tables>): Promise<void> {
  if (dialect === 'sqlite') return;
  const off = ['enable_sort', 'enable_bitmapscan', 'enable_seqscan'].map(
    (setting) => sql`set_config(${sql.lit(setting)}, 'off', true)`,
  );
  await sql`select ${sql.join(off)}`.execute(transaction);
}

const deadlock = '40P01';

/** PostgreSQL ends one of two transactions that wait for each other; nothing of it is left, and it may run again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === deadlock;
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
