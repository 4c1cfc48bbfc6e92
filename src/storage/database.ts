import { Kysely } from 'kysely';

import type { Dialect } from './dialect.js';
import { isMigrated, migrate } from './migrate.js';
import { postgresDialect } from './postgres.js';
import type { Tables } from './schema.js';
import { openSqlite, type RunTogether } from './sqlite.js';

export interface Database {
  readonly dialect: Dialect;
  /** How many times what Teams lets a bot send to one conversation. */
  readonly allowance: number;
  readonly query: Kysely<Tables>;
  /** SQLite only, whose statements run without a pause. */
  readonly runTogether?: RunTogether;
  /** True when it is reachable, and with the schema of this program. */
  ready(): Promise<boolean>;
  /** After the last query; a transaction that is not committed by then is lost. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Hears of connections that broke while no query was there to be told. */
  readonly onConnectionLost?: (error: Error) => void;
  /** Told of each query that failed. */
  readonly onError?: () => void;
  /** Default: 1. Another only where somebody else plays Teams. */
  readonly allowance?: number;
  /** Nothing is changed on opening: a database with another schema than this program's is refused. */
  readonly asItIs?: boolean;
}

/** Connects and brings the schema up to date. `sqlite:PATH` makes the file and its folder where there are none. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const dialect = dialectOf(url);
  try {
    const connected = await connect(dialect, url, options);
    const { query } = connected;
    return {
      dialect,
      allowance: options.allowance ?? 1,
      ...connected,
      ready: () => isMigrated(query).catch(() => false),
      close: () => query.destroy(),
    };
  } catch (error) {
    throw new Error(`DATABASE_URL: ${withoutSecrets(url)} cannot be used: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function dialectOf(url: string): Dialect {
  if (/^sqlite:./.test(url)) return 'sqlite';
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return 'postgres';
  throw new Error(
    'DATABASE_URL must be sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE; ' +
      'signs such as @ / : # in the user or the password are written as %40 %2F %3A %23.',
  );
}

async function connect(
  dialect: Dialect,
  url: string,
  { onConnectionLost = () => undefined, onError = () => undefined, asItIs = false }: DatabaseOptions,
): Promise<Pick<Database, 'query' | 'runTogether'>> {
  const { dialect: connected, ...rest } =
    dialect === 'sqlite'
      ? await openSqlite(url.slice('sqlite:'.length))
      : { dialect: postgresDialect(url, onConnectionLost) };
  const query = new Kysely<Tables>({
    dialect: connected,
    log: ({ level }) => {
      if (level === 'error') onError();
    },
  });
  try {
    if (asItIs) await refuseOtherSchema(query);
    else await migrate(query, dialect);
    return { query, ...rest };
  } catch (error) {
    await query.destroy();
    throw error;
  }
}

async function refuseOtherSchema(query: Kysely<Tables>): Promise<void> {
  if (await isMigrated(query).catch(() => false)) return;
  throw new Error('it has not the tables of this version. Use the version of the bot that runs on it.');
}

function withoutSecrets(url: string): string {
  if (dialectOf(url) === 'sqlite') return url;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
