import assert from 'node:assert/strict';

import { Kysely, sql } from 'kysely';

import type { AnnouncementId } from '../../src/domain/announcement.js';
import { openDatabase } from '../../src/storage/database.js';
import { migrate, migrations } from '../../src/storage/migrate.js';
import { postgresDialect } from '../../src/storage/postgres.js';
import type { Tables } from '../../src/storage/schema.js';
import { openSqlite } from '../../src/storage/sqlite.js';
import { createStores } from '../../src/storage/stores.js';
import { anOpenDraft, noon } from '../contract/made-up.js';
import { databaseNames, makeScratch, scratchDatabase } from '../support/database.js';
import { startProcesses } from './other-processes.js';

/** A charter that announced its process to three places, and was stopped in the middle of it. */
const firstRelease = [
  `insert into charters values ('coop', '{"title":"Coop","authors":[],"labels":{"categories":[],"tags":[]},"considerations":[],"background":[]}')`,
  ...['1', '2', '3'].map(
    (id) =>
      `insert into places (id, tenant, conversation, scope, service_url, locale, noted_at)
        values ('t/${id}', 't', '${id}', 'group', 'https://smba.example/', 'en', '2026-03-01T12:00:00.000Z')`,
  ),
  `insert into announcements (id, charter, kind, at) values ('a', 'coop', 'announced', '2026-03-01T12:00:00.000Z')`,
  `insert into deliveries (announcement, place, tenant, state, attempts, due, worker, lease_until, message, settled_at)
    values ('a', 't/1', 't', 'sent', 0, '2026-03-01T12:00:00.000Z', null, null, 'm', '2026-03-01T12:00:01.000Z'),
      ('a', 't/2', 't', 'waiting', 0, '2026-03-01T12:00:00.000Z', null, null, null, null),
      ('a', 't/3', 't', 'sending', 2, '2026-03-01T12:00:00.000Z', 'old', '2026-03-01T12:01:00.000Z', null, null)`,
];

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

    it('bring along what waits, what is on its way and what was sent', async () => {
      const other = await makeScratch(dialect);
      const connected =
        dialect === 'sqlite'
          ? (await openSqlite(other.url.slice(7))).dialect
          : postgresDialect(other.url, () => undefined);
      const before = new Kysely<Tables>({ dialect: connected });
      await migrate(before, dialect, migrations.slice(0, 1));
      for (const statement of firstRelease) await sql.raw(statement).execute(before);
      await before.destroy();

      const database = await openDatabase(other.url);
      const { announcements, charters, deliveries } = createStores(database);

      const announcement = 'a' as AnnouncementId;
      const { sent, waiting, sending } = await announcements.report(announcement);
      assert.deepEqual({ sent, waiting, sending }, { sent: 1, waiting: 1, sending: 1 });
      assert.equal((await announcements.find(announcement))?.framing?.title, 'Coop');
      assert.equal((await charters.all())[0]?.timeZone, 'UTC');
      assert.deepEqual(await deliveries.tenants(), ['t']);
      const claim = { tenant: 't', worker: 'w', now: noon(), leaseUntil: noon(20), limit: 10 };
      const claimed = await deliveries.claim(claim);
      assert.deepEqual(claimed.map(({ place, misses, doubtful }) => [place.id, misses, doubtful]).sort(), [
        ['t/2', 0, false],
        ['t/3', 3, true],
      ]);
      await database.close();
      await other.remove();
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
