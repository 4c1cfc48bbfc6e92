import assert from 'node:assert/strict';

import { sql } from 'kysely';

import { beginning } from '../../src/app/ledger/chain.js';
import { pseudonymOf } from '../../src/app/pseudonym.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { MemberId } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPseudonym,
  aPublication,
  noon,
  openScience,
  outcomeOf,
  unique,
} from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { everyByte, everyRow } from './everything-kept.js';
import { aWholeProcess, anOutcomeAndAnswers } from './whole-process.js';

/** What a charter has no part in. */
const others = [
  ...['migrations', 'facilitators', 'places', 'tenants', 'wrong_guesses', 'downloads', 'installation_keys'],
  ...['invitations', 'conversations'],
];

/** How texts of `aWholeProcess` begin. */
const texts = [
  'We share',
  'Titles of',
  'Because of',
  'Sources of',
  'Who shares',
  'Theme of',
  'It says',
].concat(
  ...['Nobody shares', 'Evening of', 'Copy of', 'Planned', 'Corrected', 'Who pays for', 'Ana of', 'group of'],
);

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`A charter that is deleted, on ${databaseNames[dialect]}`, function () {
    this.timeout(60_000);
    const url = scratchDatabase(dialect);
    let database: Database;
    let stores: Stores;
    before(async () => {
      database = await openDatabase(url());
      stores = createStores(database);
    });
    after(() => database.close());
    const pseudonymKey = async (charter: CharterName) => (await stores.charters.pseudonymKey(charter)) ?? '';
    const remove = (charter: CharterName, at = noon(1_000)) => stores.charters.delete({ charter, at });

    it('leaves nothing but its name, the time and the last hash, in no table and in no byte', async () => {
      const word = 'quincetree';
      const empty = new Map([...(await everyRow(database))].map(([table, rows]) => [table, rows.length]));
      const { charter, drafts } = await aWholeProcess(stores, word);
      await anOutcomeAndAnswers(database, charter, drafts[0]!);
      if (dialect === 'postgres') await sql`analyze`.execute(database.query);
      const filled = await everyRow(database);
      for (const [table, rows] of filled)
        if (!others.includes(table) && table !== 'deleted_charters')
          assert.ok(rows.length > (empty.get(table) ?? 0), `nothing was in ${table}`);
      const said = [...texts.map((text) => `${text} ${word}`), await pseudonymKey(charter)];
      const bytesBefore = await everyByte(database, url());
      for (const secret of said) assert.ok(bytesBefore.includes(secret), secret);
      const head = await stores.process.head(charter);

      assert.equal(await remove(charter), true);

      const after = await everyRow(database);
      for (const [table, rows] of after)
        if (!others.includes(table) && table !== 'deleted_charters')
          assert.equal(rows.length, empty.get(table), `something is left in ${table}`);
      assert.deepEqual(await stores.charters.deleted(), [{ name: charter, at: noon(1_000), head }]);
      assert.deepEqual(
        after.get('deleted_charters')?.map(({ wiped }) => wiped),
        [1],
      );
      const bytes = await everyByte(database, url());
      for (const secret of said) assert.equal(bytes.includes(secret), false, secret);
    });

    it('leaves every other charter as it was', async () => {
      const kept = await aWholeProcess(stores, 'medlar');
      await stores.process.head(kept.charter);
      const rows = async () => {
        const all = [...(await everyRow(database))].filter(([table]) => table !== 'deleted_charters');
        return all.map(([table, each]) => [table, each.map((row) => JSON.stringify(row)).toSorted()]);
      };
      const before = await rows();
      const conversations = (table: unknown) => others.includes(String(table));
      const { charter } = await aWholeProcess(stores, 'sorbus');

      assert.equal(await remove(charter), true);

      const known = (all: Awaited<ReturnType<typeof rows>>) => all.filter(([table]) => !conversations(table));
      assert.deepEqual(known(await rows()), known(before));
    });

    it('is gone for whoever asks, rates, comments or consents', async () => {
      const draft = await anOpenDraft(stores);
      const { charter, id } = draft;
      const pseudonym = await pseudonymOf(stores, charter, unique('member') as MemberId);
      const rating = { draft: id, value: openScience, pseudonym, answer: 3, at: noon() } as const;
      await stores.ratings.record({ ...rating, press: unique('press') });

      assert.equal(await remove(charter), true);
      assert.equal(await remove(charter), false);

      assert.equal(await stores.charters.find(charter), undefined);
      assert.equal(await stores.charters.pseudonymKey(charter), undefined);
      assert.equal(await stores.drafts.find(id), undefined);
      assert.deepEqual(await stores.process.records(charter), []);
      assert.equal(await outcomeOf(stores.ratings.record({ ...rating, press: unique('press') })), 'not-open');
      const consent = {
        draft: id,
        pseudonym,
        answer: 'support',
        press: unique('press'),
        at: noon(),
      } as const;
      assert.equal(await stores.adoption.give(consent), 'not-open');
      const announcement = anAnnouncement(charter, { kind: 'sealed' });
      assert.equal(await stores.process.seal({ charter, announcement }), 'sealed-before');
    });

    it('makes room for a new one of the same name, with a key and a ledger of its own', async () => {
      const draft = await anOpenDraft(stores);
      const { charter } = draft;
      const member = unique('member') as MemberId;
      const before = await pseudonymOf(stores, charter, member);
      await remove(charter, noon(1_100));

      await stores.drafts.publish(aPublication(aDraft(charter, { publishedAt: noon(1_200) })));

      assert.notEqual(await pseudonymOf(stores, charter, member), before);
      const records = await stores.process.records(charter);
      assert.deepEqual(
        records.map(({ number, at }) => [number, at]),
        [[1, noon(1_200)]],
      );
      await remove(charter, noon(1_300));
      const deleted = (await stores.charters.deleted()).filter(({ name }) => name === charter);
      assert.deepEqual(
        deleted.map(({ at }) => at),
        [noon(1_100), noon(1_300)],
      );
      assert.ok(deleted.every(({ head }) => head !== beginning));
    });

    it('may be sealed before', async () => {
      const draft = await anOpenDraft(stores);
      const { charter } = draft;
      const rating = { draft: draft.id, value: openScience, pseudonym: aPseudonym(), answer: 3 } as const;
      await stores.ratings.record({ ...rating, press: unique('press'), at: noon() });
      await stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(10) });
      await stores.process.seal({ charter, announcement: anAnnouncement(charter, { kind: 'sealed' }) });

      assert.equal(await remove(charter), true);

      assert.equal(await stores.charters.find(charter), undefined);
      const answers = (await everyRow(database)).get('sealed_answers') ?? [];
      assert.equal(
        answers.some((row) => row['draft'] === draft.id),
        false,
      );
    });

    it('is deleted once, and whoever rates, comments or asks for a second one meanwhile does no harm', async () => {
      const draft = await anOpenDraft(stores);
      const { charter } = draft;
      const rate = () =>
        outcomeOf(
          stores.ratings.record({
            ...{ draft: draft.id, value: openScience, pseudonym: aPseudonym(), answer: 3 },
            ...{ press: unique('press'), at: noon() },
          }),
        );

      const [first, second] = await Promise.all([
        remove(charter),
        remove(charter),
        ...Array.from({ length: 10 }, rate),
      ]);

      assert.deepEqual([first, second].toSorted(), [false, true]);
      const ratings = (await everyRow(database)).get('ratings') ?? [];
      assert.equal(
        ratings.some((row) => row['draft'] === draft.id),
        false,
      );
    });
  });
}
