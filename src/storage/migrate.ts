import { sql, type Kysely } from 'kysely';

import { lockMigrations, type Dialect } from './dialect.js';
import { first } from './migrations/0001-first.js';
import { trustedAnnouncements } from './migrations/0002-trusted-announcements.js';
import { confidential } from './migrations/0003-confidential.js';
import { revision } from './migrations/0004-revision.js';
import type { Migration } from './migrations/migration.js';
import type { Tables } from './schema.js';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [first, trustedAnnouncements, confidential, revision];

/** Brings the schema up to date, all or nothing; programs that start together wait for the first and find it done. */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, steps = migrations): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockMigrations(dialect, transaction);
    await sql`create table if not exists migrations (name text primary key)`.execute(transaction);
    const done = await namesOf(transaction);
    refuseNewer(done, steps);
    for (const step of steps.filter(({ name }) => !done.has(name))) {
      await step.up(transaction as unknown as Kysely<unknown>, dialect);
      await transaction.insertInto('migrations').values({ name: step.name }).execute();
    }
  });
}

/** Whether the database has just the migrations that this program knows; rejects when it cannot be asked. */
export async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const done = await namesOf(db);
  return done.size === migrations.length && migrations.every(({ name }) => done.has(name));
}

async function namesOf(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('migrations').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}

function refuseNewer(done: ReadonlySet<string>, steps: readonly Migration[]): void {
  const unknown = [...done].filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was made by a newer Touchstone (it has ${unknown.join(', ')}). ` +
      'Start that version, or go back to a copy of the database from before it.',
  );
}
