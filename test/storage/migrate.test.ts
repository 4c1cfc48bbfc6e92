import assert from 'node:assert/strict';

import { Kysely, sql } from 'kysely';

import { beginning, hashOf } from '../../src/app/ledger/chain.js';
import { releaseFor } from '../../src/app/results/release-for.js';
import { wordingOf } from '../../src/app/results/wording.js';
import type { AnnouncementId } from '../../src/domain/announcement.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { ReleasedValue } from '../../src/domain/release.js';
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

/** A draft that was told of twice, opened again, and answered once more. */
const openedAgain = [
  `insert into charters (name, framing, time_zone) values ('coop',
    '{"title":"Coop","authors":[],"labels":{"categories":[],"tags":[]},"considerations":[],"background":[]}', 'UTC')`,
  `insert into charter_keys values ('coop', '00')`,
  `insert into drafts (id, charter, number, state, state_at, framing, source, published_at) values ('d', 'coop', 1, 'open',
    '2026-03-01T12:00:00.000Z', '{"title":"Coop","authors":[],"labels":{"categories":[],"tags":[]},"considerations":[],"background":[]}',
    '# Coop', '2026-03-01T12:00:00.000Z')`,
  `insert into draft_values (draft, value, position, title, text) values ('d', 'v', 0, 'Share', 'We share.')`,
  `insert into tallies_before (draft, value, tally, at) values ('d', 'v',
    '[[{"value":"v","answer":4,"count":5}],[{"value":"v","answer":4,"count":10}]]', '2026-03-01T12:00:00.000Z')`,
  ...Array.from(
    { length: 11 },
    (_, index) =>
      `insert into ratings (draft, value, pseudonym, answer, pressed, pressed_before, rated_at)
        values ('d', 'v', 'p${String(index)}', '4', 'x', '', '2026-03-01T12:00:00.000Z')`,
  ),
];

/** Three texts for one charter and one for another, what was planned with one, and what had happened to a process. */
const preparedApart = [
  `insert into charters (name, framing, time_zone) values ('coop', '{}', 'UTC'), ('pond', '{}', 'UTC')`,
  ...(
    [
      ['coop', 'ana', 'ra', '# Of Ana', '10'],
      ['coop', 'bo', 'rb', '# Of Bo', '11'],
      ['coop', 'api:robot', 'rc', '# Of the robot', '12'],
      ['pond', 'ana', 'rd', '# Of the pond', '09'],
    ] as const
  ).map(
    ([charter, editor, revision, source, hour]) =>
      `insert into working_copies (charter, editor, source, revision, saved_at)
        values ('${charter}', '${editor}', '${source}', '${revision}', '2026-03-01T${hour}:00:00.000Z')`,
  ),
  ...(
    [
      ['publish', 'bo', `'# Of Bo'`],
      ['remind', 'api:robot', 'null'],
    ] as const
  ).map(
    ([kind, editor, source]) =>
      `insert into appointments (id, kind, charter, draft, at, time_zone, editor, source, audience)
        values ('${kind}', '${kind}', 'coop', null, '2026-04-01T12:00:00.000Z', 'UTC', '${editor}', ${source}, 'all')`,
  ),
  ...(
    [
      ['coop', 1, '{"kind":"draft","number":1,"became":"open"}'],
      ['pond', 1, '{"kind":"confidentiality-kept"}'],
      ['coop', 2, '{"kind":"rules-changed","changes":[{"to":["a","é"],"rule":"groups","from":[]}]}'],
    ] as const
  ).map(
    ([charter, number, entry]) =>
      `insert into process_records (charter, number, at, entry)
        values ('${charter}', ${String(number)}, '2026-03-01T12:0${String(number)}:00.000Z', '${entry}')`,
  ),
];

function onStep4(values: readonly ReleasedValue[]): number | undefined {
  return values[0]?.figures?.all[4];
}

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`migrations on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    const addsTable = {
      name: '9001-adds-a-table',
      up: (db: Kysely<unknown>) => db.schema.createTable('newer').addColumn('id', 'text').execute(),
    };

    /** A database after so many migrations, and what a program of that time left in it. */
    const migrateFrom = async (at: string, steps: number, left: readonly string[]): Promise<void> => {
      const connected =
        dialect === 'sqlite' ? (await openSqlite(at.slice(7))).dialect : postgresDialect(at, () => undefined);
      const before = new Kysely<Tables>({ dialect: connected });
      await migrate(before, dialect, migrations.slice(0, steps));
      for (const statement of left) await sql.raw(statement).execute(before);
      await before.destroy();
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
      await migrateFrom(other.url, 1, firstRelease);

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

    it('make releases of what was told before a draft was opened again, and go on from there', async () => {
      const other = await makeScratch(dialect);
      await migrateFrom(other.url, 2, openedAgain);

      const database = await openDatabase(other.url);
      const stores = createStores(database);
      const draft = (await stores.drafts.find('d' as DraftId))!;
      const told = await stores.releases.of(draft.charter);
      await stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon() });
      const closed = { ...draft, state: 'closed' } as const;
      const ports = { ...stores, clock: { now: () => new Date(noon()) } };
      const release = await releaseFor(ports, closed);

      assert.deepEqual(
        told.map(({ at, values }) => [at, values[0]?.wording, onStep4(values)]),
        [5, 10].map((count) => ['2026-03-01T12:00:00.000Z', wordingOf(draft.values[0]!), count]),
      );
      assert.equal(onStep4(release!.values), 10, 'one more answer than was told is not told apart');
      assert.equal(release!.values[0]?.figures?.earlier, true);
      await database.close();
      await other.remove();
    });

    it('put texts that were prepared apart together: the last one stands, and no other is lost', async () => {
      const other = await makeScratch(dialect);
      await migrateFrom(other.url, 3, preparedApart);

      const database = await openDatabase(other.url);
      const { workingCopies, appointments } = createStores(database);
      const coop = 'coop' as CharterName;
      const ours = { charter: coop, editor: 'facilitators' };
      const [standing, versions] = [
        await workingCopies.of('facilitators'),
        await Promise.all(['ra', 'rb', 'rc'].map((revision) => workingCopies.version({ ...ours, revision }))),
      ];

      assert.deepEqual(
        standing.map(({ charter, source, savedBy }) => [charter, source, savedBy]),
        [
          ['coop', '# Of Bo', 'bo'],
          ['pond', '# Of the pond', 'ana'],
        ],
      );
      assert.deepEqual(
        versions.map((version) => [version?.source, version?.savedBy, version?.savedAt]),
        [
          ['# Of Ana', 'ana', '2026-03-01T10:00:00.000Z'],
          ['# Of Bo', 'bo', '2026-03-01T11:00:00.000Z'],
          [undefined, undefined, undefined],
        ],
      );
      const robots = await workingCopies.find({ charter: coop, editor: 'api:robot' });
      assert.deepEqual([robots?.source, robots?.savedBy], ['# Of the robot', undefined]);
      assert.equal(await workingCopies.save({ ...standing[0]!, revision: 're' }, 'rb'), 'saved');
      const planned = (await appointments.of(coop)).map(({ kind, editor }) => `${kind} ${editor}`);
      assert.deepEqual(planned.sort(), ['publish facilitators', 'remind api:robot']);
      await database.close();
      await other.remove();
    });

    it('make a chain of what was recorded, which goes on', async () => {
      const other = await makeScratch(dialect);
      await migrateFrom(other.url, 3, preparedApart);

      const database = await openDatabase(other.url);
      const { process } = createStores(database);
      const coop = 'coop' as CharterName;
      await process.record({ charter: coop, entry: { kind: 'confidentiality-kept' }, at: noon() });

      for (const [charter, count] of [
        [coop, 3],
        ['pond' as CharterName, 1],
      ] as const) {
        let previous = beginning;
        const records = await process.records(charter);
        assert.equal(records.length, count);
        for (const { hash, ...record } of records) {
          assert.equal(hash, hashOf(charter, record, previous));
          previous = hash;
        }
      }
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
