import { readFile } from 'node:fs/promises';

import { sql } from 'kysely';

import type { Database } from '../../src/storage/database.js';

export type KeptRow = Readonly<Record<string, unknown>>;

/** Every row of every table, in the order in which they lie. */
export async function everyRow({
  query,
  dialect,
}: Database): Promise<ReadonlyMap<string, readonly KeptRow[]>> {
  const tables = new Map<string, readonly KeptRow[]>();
  for (const { name } of await query.introspection.getTables()) {
    const order = dialect === 'postgres' ? sql`order by ctid` : sql``;
    const scan = dialect === 'postgres' ? sql`` : sql`not indexed`;
    const { rows } = await sql<KeptRow>`select * from ${sql.table(name)} ${scan} ${order}`.execute(query);
    tables.set(name, rows);
  }
  return tables;
}

/** What lies in the files: of SQLite the file and its log; of PostgreSQL each table and index, and the planner's samples. */
export async function everyByte(database: Database, url: string): Promise<Buffer> {
  if (database.dialect === 'postgres') return postgresBytes(database);
  const path = url.slice('sqlite:'.length);
  const files = ['', '-wal', '-shm'].map((end) => readFile(`${path}${end}`).catch(() => Buffer.alloc(0)));
  return Buffer.concat(await Promise.all(files));
}

async function postgresBytes({ query }: Database): Promise<Buffer> {
  await sql`checkpoint`.execute(query);
  const { rows } = await sql<{ bytes: Buffer }>`
    select pg_read_binary_file(pg_relation_filepath(relation.oid)) as bytes
    from pg_class as relation
    where relation.relkind in ('r', 'i', 't') and (relation.relnamespace = current_schema()::regnamespace
      or relation.oid in (select reltoastrelid from pg_class where relnamespace = current_schema()::regnamespace))
  `.execute(query);
  const samples = await sql<{ text: string }>`
    select concat(most_common_vals::text, histogram_bounds::text) as text from pg_stats
    where schemaname = current_schema()`.execute(query);
  return Buffer.concat([
    ...rows.map(({ bytes }) => bytes),
    ...samples.rows.map(({ text }) => Buffer.from(text)),
  ]);
}
