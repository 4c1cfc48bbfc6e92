import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';

import { createBoundedCache } from './bounded-cache.js';

/** How long a writer waits for a writer in another process, in milliseconds. */
const busyTimeout = 5_000;
const mostStatements = 200;

export interface Sqlite {
  readonly dialect: SqliteDialect;
  readonly runTogether: RunTogether;
}

/** Runs all queries of all units in one transaction, without a pause; whoever calls it holds the connection. */
export type RunTogether = (
  units: readonly { readonly queries: readonly CompiledQuery[] }[],
) => readonly (readonly QueryResult<unknown>[])[];

/** Opens the file and makes its folder; `:memory:` is a database that ends with the program. */
export async function openSqlite(path: string): Promise<Sqlite> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const file = new BetterSqlite(path, { timeout: busyTimeout });
  try {
    await writeAhead(file);
  } catch (error) {
    file.close();
    throw error;
  }
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  // What is deleted is overwritten at once, in the file; `wipe-traces.ts` does the rest.
  file.pragma('secure_delete = ON');
  const database = preparingOnce(file);
  const runTogether = file.transaction<RunTogether>((units) =>
    units.map(({ queries }) => queries.map((query) => run(database, query))),
  );
  return {
    dialect: new WritingSqliteDialect({ database }),
    runTogether: (units) => runTogether.immediate(units),
  };
}

function run(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<unknown> {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  return { rows: [], numAffectedRows: BigInt(statement.run(parameters).changes) };
}

/** When several programs make a file at the same moment, all but one are told that it is busy, without any wait. */
async function writeAhead(file: BetterSqlite.Database): Promise<void> {
  const end = Date.now() + busyTimeout;
  for (;;) {
    try {
      file.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const busy = error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy || Date.now() > end) throw error;
      await wait(20);
    }
  }
}

/** Kysely prepares a statement each time it runs it, which takes longer than most of ours take to run. */
function preparingOnce(file: BetterSqlite.Database): SqliteDatabase {
  const statements = createBoundedCache<string, SqliteStatement>(mostStatements);
  return {
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known) return known;
      const statement = file.prepare(sql) as SqliteStatement;
      statements.set(sql, statement);
      return statement;
    },
    close: () => file.close(),
  };
}

class WritingSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new WritingSqliteDriver(this.#config);
  }
}

/**
 * Transactions begin as writers, unless they say that they only read. One that began as a reader cannot become a writer
 * once another process has written; SQLite fails it at once then, without the wait for its turn.
 */
class WritingSqliteDriver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }
}
