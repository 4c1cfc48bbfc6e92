import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Dialect } from '../../src/storage/dialect.js';
import { sharedPostgres, type PostgresServer } from './postgres.js';

export const databaseNames: Record<Dialect, string> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

export interface Scratch {
  /** For `openDatabase`. */
  readonly url: string;
  /** For people. */
  readonly where: string;
  remove(): Promise<void>;
}

let kept = false;

/** Whether something was left for people to look at. */
export function scratchIsKept(): boolean {
  return kept;
}

/**
 * An empty database for the tests of the suite that calls this, as a URL from its first hook on: a file in a folder of
 * its own, or a schema. Removed when all of them pass and kept to be looked at when one fails.
 */
export function scratchDatabase(dialect: Dialect): () => string {
  let scratch: Scratch | undefined;
  before(async () => {
    scratch = await makeScratch(dialect);
  });
  after(async function () {
    if (!scratch) return;
    if (!hasFailed(this.test?.parent)) return scratch.remove();
    kept = true;
    console.log(`\n  The database of the failed tests is kept in ${scratch.where}`);
  });
  return () => {
    if (!scratch) throw new Error('The database is there from the first hook on.');
    return scratch.url;
  };
}

/** An empty database for whoever removes it again. */
export function makeScratch(dialect: Dialect): Promise<Scratch> {
  return dialect === 'sqlite' ? scratchFile() : scratchSchema();
}

async function scratchFile(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-sqlite-'));
  const path = join(folder, 'made-by-open', 'test.db');
  return { url: `sqlite:${path}`, where: path, remove: () => rm(folder, { recursive: true }) };
}

async function scratchSchema(): Promise<Scratch> {
  const server = await sharedPostgres();
  const schema = `test_${randomBytes(6).toString('hex')}`;
  await server.run(`create schema ${schema}`);
  return {
    url: server.url(schema),
    where: `schema ${schema}`,
    remove: () => drop(server, schema),
  };
}

const deadlock = '40P01';

/** A program that has yet to be stopped may hold tables in another order; then PostgreSQL ends one of the two. */
async function drop(server: PostgresServer, schema: string, left = 5): Promise<void> {
  try {
    await server.run(`drop schema ${schema} cascade`);
  } catch (error) {
    if (left === 0 || (error as { code?: string }).code !== deadlock) throw error;
    await drop(server, schema, left - 1);
  }
}

function hasFailed(suite: Mocha.Suite | undefined): boolean {
  if (!suite) return false;
  return suite.tests.some((test) => test.isFailed()) || suite.suites.some(hasFailed);
}
