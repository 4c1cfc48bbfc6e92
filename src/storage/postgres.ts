import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

/** Milliseconds. The server ends a statement first; the client gives up only on a server that is not heard any more. */
const timeouts = { connect: 5_000, statement: 30_000, query: 35_000 } as const;

/** What the URL says itself (`?application_name=…`, `?statement_timeout=…`) wins over what is set here. */
export function postgresDialect(url: string, onConnectionLost: (error: Error) => void): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    fallback_application_name: 'touchstone',
    connectionTimeoutMillis: timeouts.connect,
    statement_timeout: timeouts.statement,
    query_timeout: timeouts.query,
    keepAlive: true,
  });
  listenForLostConnections(pool, onConnectionLost);
  return new PostgresDialect({
    pool: { connect: async () => cleaning(await pool.connect()), end: () => pool.end() },
  });
}

/** Text cannot hold U+0000 there; it becomes the sign for what cannot be read, as it does in Markdown. */
function cleaning(client: pg.PoolClient): PostgresPoolClient {
  const clean = (value: unknown): unknown =>
    typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
  const query = (statement: string, parameters: readonly unknown[]) =>
    client.query(statement, parameters.map(clean));
  // Kysely knows a second form of `query`, for cursors, which nobody opens here.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}

/**
 * A connection may break when no query is there to be told, idle or between two queries of a transaction. Without
 * listeners that would end the process. The pool passes on what idle connections say; each is heard once, by its own.
 */
function listenForLostConnections(pool: pg.Pool, onConnectionLost: (error: Error) => void): void {
  pool.on('connect', (client) => client.on('error', onConnectionLost));
  pool.on('error', () => undefined);
}
