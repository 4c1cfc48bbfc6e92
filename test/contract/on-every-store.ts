import { openDatabase, type Database } from '../../src/storage/database.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { databaseNames, scratchDatabase } from '../support/database.js';

/** The same tests on SQLite and on PostgreSQL. Each test makes rows of its own. */
export function onEveryStore(what: string, tests: (stores: () => Stores) => void): void {
  describe(`${what}, on ${databaseNames.sqlite}`, () => tests(storesOn('sqlite')));
  describe(`${what}, on ${databaseNames.postgres}`, () => tests(storesOn('postgres')));
}

function storesOn(dialect: Dialect): () => Stores {
  let open: { database: Database; stores: Stores } | undefined;
  after(() => open?.database.close());
  const url = scratchDatabase(dialect);
  before(async () => {
    const database = await openDatabase(url());
    open = { database, stores: createStores(database) };
  });
  return () => {
    if (!open) throw new Error('The stores are there from the first hook on.');
    return open.stores;
  };
}
