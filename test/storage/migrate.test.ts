import assert from 'node:assert/strict';

import type { Kysely } from 'kysely';

import { openDatabase } from '../../src/storage/database.js';
import { migrate, migrations } from '../../src/storage/migrate.js';
import { createStores } from '../../src/storage/stores.js';
import { anOpenDraft } from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startProcesses } from './other-processes.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`migrations on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    const addsTable = {
      name: '9001-adds-a-table',
      up: (db: Kysely<unknown>) => db.schema.createTable('newer').addColumn('id', 'text').execute(),
    };

    it('run once when several programs start at the same time', async () => {
      const outcomes = await startProcesses([url(), url(), url()], 'open');

      assert.deepEqual(outcomes, [{ ready: true }, { ready: true }, { ready: true }]);
    });

    it('change nothing when there is nothing to do', async () => {
      const first = await openDatabase(url());
      const draft = await anOpenDraft(createStores(first));
      await first.close();

      const second = await openDatabase(url());
      await migrate(second.query, dialect);

      assert.equal(await second.ready(), true);
      assert.deepEqual(await createStores(second).drafts.find(draft.id), { ...draft, state: 'open' });
      await second.close();
    });

    it('leave nothing behind when one of them fails', async () => {
      const database = await openDatabase(url());
      const fails = { name: '9002-fails', up: () => Promise.reject(new Error('No such luck.')) };

      await assert.rejects(
        migrate(database.query, dialect, [...migrations, addsTable, fails]),
        /No such luck/,
      );

      assert.equal(await database.ready(), true);
      const tables = await database.query.introspection.getTables();
      assert.equal(
        tables.some(({ name }) => name === 'newer'),
        false,
      );
      await database.close();
    });

    it('of a newer program are not touched: the older one does not start, and is not ready', async () => {
      const older = await openDatabase(url());
      await migrate(older.query, dialect, [...migrations, addsTable]);

      await assert.rejects(openDatabase(url()), /made by a newer Touchstone \(it has 9001-adds-a-table\)/);

      assert.equal(await older.ready(), false);
      await older.close();
    });
  });
}
