import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';

import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';

import type { MemberId } from '../../src/domain/place.js';
import { openDatabase } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import {
  anOpenDraft,
  aPseudonym,
  aSubscribedPlace,
  noon,
  openScience,
  outcomeOf,
} from '../contract/made-up.js';
import { scratchDatabase } from '../support/database.js';

describe('opening a database', () => {
  it('a wrong URL is refused with what belongs there, and without its password', async () => {
    const wrong = [
      '',
      'sqlite:',
      'data/touchstone.db',
      'mysql://ana:s3cret@db/x',
      'postgres://ana:s3/cret@db:x/y',
    ];
    for (const url of wrong) {
      await assert.rejects(openDatabase(url), ({ message }: Error) => {
        assert.match(message, /^DATABASE_URL must be sqlite:PATH or postgres:/);
        assert.doesNotMatch(message, /s3/);
        return true;
      });
    }
  });

  it('a server that does not answer is named as the reason, without the password', async () => {
    const url = 'postgres://ana:s3cret@127.0.0.1:1/touchstone';

    await assert.rejects(openDatabase(url), ({ message }: Error) => {
      assert.match(
        message,
        /^DATABASE_URL: postgres:\/\/127\.0\.0\.1:1\/touchstone cannot be used: .*ECONNREFUSED/,
      );
      assert.doesNotMatch(message, /s3cret/);
      return true;
    });
  });

  it('a file that cannot be made is named', async () => {
    await assert.rejects(
      openDatabase('sqlite:/dev/null/touchstone.db'),
      /^Error: DATABASE_URL: sqlite:\/dev\/null\/touchstone\.db cannot be used/,
    );
  });

  it('a database in memory needs no file', async () => {
    const database = await openDatabase('sqlite::memory:');

    assert.equal(await database.ready(), true);

    await database.close();
    assert.equal(await database.ready(), false);
  });
});

describe('a SQLite file', () => {
  const url = scratchDatabase('sqlite');

  it('is made with its folder, and keeps everything when it is opened again', async () => {
    const first = await openDatabase(url());
    const stores = createStores(first);
    const draft = await anOpenDraft(stores);
    const pseudonym = aPseudonym();
    const answer = {
      draft: draft.id,
      value: openScience,
      pseudonym,
      answer: 4,
      press: 'press',
      at: noon(),
    } as const;
    await outcomeOf(stores.ratings.record(answer));
    const place = await aSubscribedPlace(stores);
    const key = await stores.charters.pseudonymKey(draft.charter);
    await first.close();
    assert.ok((await stat(url().slice('sqlite:'.length))).size > 0);

    const second = await openDatabase(url());
    const again = createStores(second);

    assert.deepEqual(await again.drafts.find(draft.id), { ...draft, state: 'open' });
    assert.deepEqual([...(await again.ratings.mine({ draft: draft.id, pseudonym }))], [[openScience, 4]]);
    assert.equal(await outcomeOf(again.ratings.record(answer)), 'repeated');
    assert.equal(await again.places.subscribed({ place, charter: draft.charter }), true);
    assert.equal(await again.charters.pseudonymKey(draft.charter), key);
    await second.close();
  });

  it('is written through to the disk with each answer, and guards its references', async () => {
    const database = await openDatabase(url());
    const setting = async (name: string) => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(database.query);
      return Object.values(rows[0] ?? {})[0];
    };

    const settings = [
      await setting('journal_mode'),
      await setting('synchronous'),
      await setting('foreign_keys'),
    ];

    const full = 2;
    assert.deepEqual(settings, ['wal', full, 1]);
    await database.close();
  });

  it('belongs to a transaction from its beginning, so that it can write after it has read', async () => {
    const database = await openDatabase(url());
    const stranger = new BetterSqlite(url().slice('sqlite:'.length), { timeout: 0 });
    const write = () => stranger.exec("insert into facilitators (member, added_at) values ('bo', 'now')");

    await database.query.transaction().execute(async (transaction) => {
      await transaction.selectFrom('facilitators').selectAll().execute();
      assert.throws(write, { code: 'SQLITE_BUSY' });
      await transaction
        .insertInto('facilitators')
        .values({ member: 'ana' as MemberId, added_at: noon() })
        .execute();
    });

    write();
    assert.equal(await createStores(database).facilitators.has('ana' as MemberId), true);
    stranger.close();
    await database.close();
  });
});
