import assert from 'node:assert/strict';

import { sql } from 'kysely';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { scratchDatabase } from '../support/database.js';
import { sharedPostgres } from '../support/postgres.js';

describe('a PostgreSQL server', () => {
  const url = scratchDatabase('postgres');
  let database: Database;
  let hearOfLoss: (error: Error) => void = () => undefined;
  beforeEach(async () => {
    database = await openDatabase(url(), { onConnectionLost: (error) => hearOfLoss(error) });
  });
  afterEach(() => database.close());

  const lost = () => new Promise<Error>((resolve) => (hearOfLoss = resolve));
  const backend = async (query: Database['query']) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(query);
    return Number(rows[0]?.pid);
  };
  const terminate = async (pid: number) => {
    await (await sharedPostgres()).run(`select pg_terminate_backend(${String(pid)})`);
  };

  it('sees who asks, and ends a statement that takes too long', async () => {
    const { rows } = await sql<{ name: string; timeout: string }>`
      select current_setting('application_name') as name, current_setting('statement_timeout') as timeout
    `.execute(database.query);

    assert.deepEqual(rows, [{ name: 'touchstone', timeout: '30s' }]);
  });

  it('may end an idle connection: the program hears of it and goes on', async () => {
    const loss = lost();
    await terminate(await backend(database.query));

    assert.match((await loss).message, /terminating connection/);
    assert.equal(await database.ready(), true);
  });

  it('may end a connection in the middle of a transaction: that one fails and the program goes on', async () => {
    const loss = lost();
    const broken = database.query.transaction().execute(async (transaction) => {
      await terminate(await backend(transaction));
      await loss;
      await transaction.selectFrom('facilitators').selectAll().execute();
    });

    await assert.rejects(broken);
    assert.equal(await database.ready(), true);
  });

  it('that is away makes the database not ready, until it is back', async () => {
    const server = await sharedPostgres();
    assert.equal(await database.ready(), true);

    await server.stop();
    try {
      assert.equal(await database.ready(), false);
      await assert.rejects(database.query.selectFrom('facilitators').selectAll().execute(), /ECONNREFUSED/);
    } finally {
      await server.start();
    }

    assert.equal(await database.ready(), true);
    assert.deepEqual(await database.query.selectFrom('facilitators').selectAll().execute(), []);
  });
});
