import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';

import { sql } from 'kysely';

import type { ReportedPlaces } from '../../src/app/ports.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { aDraft, aPublication, noon } from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { everyByte, everyRow, type KeptRow } from './everything-kept.js';
import { aRatedCommunity, type RatedCommunity, type Rater } from './rated-community.js';

/** An attacker has all of this: every row in the order in which it lies, and every byte. */
for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`A full copy after sealing, on ${databaseNames[dialect]}`, function () {
    this.timeout(120_000);
    const url = scratchDatabase(dialect);
    let database: Database;
    let stores: Stores;
    before(async () => {
      database = await openDatabase(url());
      stores = createStores(database);
    });
    after(() => database.close());

    const sealed = async (size: number, seed: number): Promise<RatedCommunity> => {
      const community = await aRatedCommunity(stores, { size, seed });
      if (dialect === 'postgres') await sql`analyze`.execute(database.query);
      assert.equal(await community.seal(), 'sealed');
      return community;
    };

    it('holds neither the key nor a pseudonym nor a press, in no row and in no byte', async () => {
      const community = await aRatedCommunity(stores, { size: 24, seed: 1 });
      if (dialect === 'postgres') await sql`analyze`.execute(database.query);
      const before = await everyByte(database, url());
      const secrets = [
        community.key,
        ...community.raters.flatMap(tracesOf),
        ...pressesIn(await everyRow(database)),
      ];
      assert.ok(secrets.length > 24 * 8);
      assert.ok(
        [community.key, ...community.raters.map(({ pseudonym }) => pseudonym)].every((each) =>
          before.includes(each),
        ),
        'they are found where they are',
      );

      await community.seal();

      const after = await everyByte(database, url());
      const rows = JSON.stringify([...(await everyRow(database))]);
      for (const secret of secrets) {
        assert.equal(after.includes(secret), false, 'in a byte');
        assert.equal(rows.includes(secret), false, 'in a row');
      }
      assert.equal(await stores.charters.pseudonymKey(community.charter), undefined);
    });

    it('gives no pseudonym back with any secret that is left', async () => {
      const { raters } = await sealed(24, 2);
      await stores.keys('receipts');
      await stores.keys('links');

      const cells = cellsOf(await everyRow(database));
      const pseudonyms = new Set<string>(raters.map(({ pseudonym }) => pseudonym));

      for (const secret of cells)
        for (const { member } of raters.slice(0, 4))
          for (const made of hashesOf(member, secret)) {
            assert.equal(pseudonyms.has(made), false);
            assert.equal(
              made !== secret && cells.has(made),
              false,
              'something kept is made of a member’s id',
            );
          }
    });

    it('tells of every member the same, whatever they answered', async () => {
      const { raters, charter } = await sealed(24, 3);
      await erasedNothing(stores, charter);

      const tables = await everyRow(database);

      const profiles = raters.map((rater) => profileOf(tables, rater));
      assert.ok(profiles[0]!.includes('"places"'), 'they are still known');
      assert.equal(new Set(profiles).size, 1);
    });

    it('tells no time of an answer, and no day of a comment but that of the sealing', async () => {
      const { raters, charter } = await sealed(24, 4);

      const tables = await everyRow(database);

      const cells = cellsOf(tables);
      for (const { at } of raters) for (const time of at) assert.equal(cells.has(time), false);
      const own = (tables.get('comments') ?? []).filter((row) => row['charter'] === charter);
      assert.deepEqual(new Set(own.map(({ day }) => day)), new Set([noon(9 * 86_400).slice(0, 10)]));
      assert.deepEqual(Object.keys(tables.get('sealed_answers')?.[0] ?? {}).sort(), [
        ...['answer', 'draft', 'group_name', 'respondent', 'value'],
      ]);
    });

    it('keeps every answer and who gave several of them, and drops groups that are as good as a name', async () => {
      const { raters, draft } = await sealed(24, 5);

      const answers = answersIn(await everyRow(database), draft.id);

      const kept = [...answers.values()].map(({ given, group }) => `${given.join()} ${String(group)}`);
      const known = raters.map((rater) => {
        const given = rater.finished ? rater.answers : rater.answers.slice(0, 3);
        return `${given.join()} ${rater.group === 'the two' ? 'null' : rater.group}`;
      });
      const sizes = new Map(
        raters.map(({ group }) => [group, raters.filter((each) => each.group === group).length]),
      );
      assert.ok((sizes.get('the two') ?? 9) < 5);
      // The three of a small group would stand alone beside none, so the smaller of the others stands there with them.
      const smaller = (sizes.get('odd') ?? 0) < (sizes.get('even') ?? 0) ? 'odd' : 'even';
      assert.deepEqual(kept.sort(), known.map((each) => each.replace(` ${smaller}`, ' null')).sort());
    });

    it('lies in an order that has nothing to do with anybody', async () => {
      const rounds = 30;
      const size = 12;
      const found: Record<string, number[]> = {};
      const note = (what: string, by: number): void => void (found[what] ??= []).push(by);

      for (let seed = 10; seed < 10 + rounds; seed += 1) {
        const { raters, draft, charter, reminder } = await sealed(size, seed);
        const tables = await everyRow(database);
        const order = [...answersIn(tables, draft.id).entries()];
        const known = new Map(
          raters.map((rater, index) => [rater.answers.slice(0, 3).join(), { rater, index }]),
        );
        const owners = order.map(([, { given }]) => known.get(given.slice(0, 3).join())!);
        note('answers by first answer', correlation(owners.map(({ index }) => index)));
        note('answers by pseudonym', correlation(ranksOf(owners.map(({ rater }) => rater.pseudonym))));
        note('answers by member', correlation(ranksOf(owners.map(({ rater }) => rater.member))));
        const byId = order.toSorted(([one], [other]) => (one < other ? -1 : 1));
        const inIdOrder = byId.map(([, { given }]) => known.get(given.slice(0, 3).join())!.index);
        note('respondents by first answer', correlation(inIdOrder));

        const written = raters.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
        const lying = (tables.get('comments') ?? []).filter((row) => row['charter'] === charter);
        note('comments by time', correlation(lying.map(({ id }) => written.indexOf(id as never))));

        const chats = raters.toSorted((one, other) => (one.place < other.place ? -1 : 1));
        const rows = (tables.get('deliveries') ?? []).filter((row) => row['announcement'] === reminder);
        const skipped = rows.map(({ state }) => (state === 'skipped' ? 1 : 0));
        note(
          'reminders by chat',
          pearson(
            skipped,
            chats.map(({ finished }) => (finished ? 1 : 0)),
          ),
        );
      }

      for (const [what, all] of Object.entries(found)) {
        const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
        const deviations =
          Math.abs(mean) * Math.sqrt(all.length * ((what.startsWith('comments') ? size / 2 : size) - 1));
        assert.ok(deviations < 5, `${what}: ${mean.toFixed(2)}`);
      }
    });

    it('still says which change was disputed, and not by whom', async () => {
      const { draft } = await sealed(12, 8);

      const rows = (await everyRow(database)).get('spelling_disputes') ?? [];

      const own = rows.filter((row) => row['draft'] === draft.id);
      assert.deepEqual(own, [{ draft: draft.id, value: 'fourth', pseudonym: null }]);
    });

    it('keeps carried answers where they were carried to, and with them who gave them', async () => {
      const { draft, charter, raters, sealing } = await aRatedCommunity(stores, { size: 12, seed: 9 });
      const { values } = draft;
      const next = aDraft(charter, { number: 2, values, publishedAt: noon(8_000) });
      const carried = values.slice(0, 2).map(({ id: value }) => ({ value, from: [draft.id] }));
      await stores.drafts.publish(aPublication(next, { carried }));
      await stores.drafts.change({ draft: next.id, from: 'open', to: 'closed', at: noon(8_100) });

      assert.equal(await stores.process.seal({ charter, announcement: sealing }), 'sealed');

      const tables = await everyRow(database);
      const [first, second] = [answersIn(tables, draft.id), answersIn(tables, next.id)];
      assert.equal(second.size, raters.length);
      for (const [respondent, { given }] of second)
        assert.deepEqual(given, first.get(respondent)?.given.slice(0, 2));
    });

    it('counts the deliveries of a reminder as before', async () => {
      const community = await aRatedCommunity(stores, { size: 24, seed: 6 });
      const before = await stores.announcements.report(community.reminder);
      const places = await stores.announcements.places(community.reminder);

      await community.seal();

      const after = await stores.announcements.report(community.reminder);
      assert.deepEqual({ ...after, edits: before.edits }, before);
      assert.deepEqual([before.intended, before.sent, before.skipped], [24, 8, { 'not-needed': 16 }]);
      const listed = await stores.announcements.places(community.reminder);
      assert.deepEqual(listed.map(countOf), places.map(countOf));
    });

    it('leads to no chat any more once the time of identities is over', async () => {
      const { charter, raters } = await sealed(12, 7);
      const at = noon(60 * 86_400);

      await stores.process.eraseIdentities({ charter, at });
      await stores.process.eraseIdentities({ charter, at: noon(61 * 86_400) });

      const tables = await everyRow(database);
      const chats = new Set<unknown>(raters.map(({ place }) => place));
      assert.deepEqual(
        (tables.get('deliveries') ?? []).filter(({ place }) => chats.has(place)),
        [],
      );
      const records = await stores.process.records(charter);
      const { hash: _, ...last } = records.at(-1)!;
      assert.deepEqual(last, { number: records.length, at, entry: { kind: 'identities-erased' } });
      assert.equal(await stores.process.identitiesErasedAt(charter), at);
    });
  });
}

/** What only a member’s own answers could have left. */
function tracesOf({ pseudonym, press, at }: Rater): readonly string[] {
  const digests = [0, 1, 2].map((nth) =>
    createHash('sha256')
      .update(`${press}-${String(nth)}`)
      .digest('base64url')
      .slice(0, 22),
  );
  return [pseudonym, press, ...digests, ...at];
}

/** Digests of presses, beside answers, comments and consents. */
function pressesIn(tables: ReadonlyMap<string, readonly KeptRow[]>): readonly string[] {
  const rows = ['ratings', 'comments', 'consents'].flatMap((table) => tables.get(table) ?? []);
  return rows.flatMap(({ pressed }) => (typeof pressed === 'string' ? [pressed] : []));
}

function cellsOf(tables: ReadonlyMap<string, readonly KeptRow[]>): ReadonlySet<string> {
  const rows = [...tables.values()].flat();
  return new Set(rows.flatMap((row) => Object.values(row)).filter((cell) => typeof cell === 'string'));
}

function hashesOf(member: string, secret: string): readonly string[] {
  const keys = [Buffer.from(secret, 'hex'), Buffer.from(secret)];
  return keys.flatMap((key) => {
    const made = createHmac('sha256', key).update(member).digest();
    return [made.toString('base64url'), made.toString('hex'), made.toString('hex').slice(0, 32)];
  });
}

/** Whatever is kept with a member’s id or their chat’s beside it, without the ids themselves and what Teams gave the chat. */
function profileOf(tables: ReadonlyMap<string, readonly KeptRow[]>, { member, place }: Rater): string {
  const conversation = place.slice(place.indexOf('/') + 1);
  const own = [...tables].flatMap(([table, rows]) =>
    rows
      .map((row) => JSON.stringify(row))
      .filter((row) => [member, place, conversation].some((id) => row.includes(id)))
      .map(
        (row) =>
          `"${table}" ${[place, member, conversation].reduce((text, id) => text.replaceAll(id, '*'), row)}`,
      ),
  );
  return own.sort().join('\n');
}

async function erasedNothing({ process }: Stores, charter: string): Promise<void> {
  const kept = await process.identitiesKept();
  assert.ok(kept.some((each) => each.charter === charter));
}

/** By respondent, in the order in which the first row of each lies. */
function answersIn(
  tables: ReadonlyMap<string, readonly KeptRow[]>,
  draft: string,
): ReadonlyMap<string, { given: string[]; group: unknown }> {
  const answers = new Map<string, { given: string[]; group: unknown }>();
  const order = ['first', 'second', 'third', 'fourth'];
  for (const { respondent, draft: of, value, answer, group_name: group } of tables.get('sealed_answers') ??
    []) {
    if (of !== draft) continue;
    const entry = answers.get(String(respondent)) ?? { given: [], group };
    entry.given[order.indexOf(String(value))] = String(answer);
    answers.set(String(respondent), entry);
  }
  return answers;
}

function ranksOf(words: readonly string[]): readonly number[] {
  const sorted = words.toSorted();
  return words.map((word) => sorted.indexOf(word));
}

/** Of a sequence of ranks with the order in which it stands. */
function correlation(ranks: readonly number[]): number {
  return pearson(
    ranks,
    ranks.map((_, index) => index),
  );
}

function pearson(one: readonly number[], other: readonly number[]): number {
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const [first, second] = [mean(one), mean(other)];
  const spread = (all: readonly number[], middle: number) =>
    Math.sqrt(all.reduce((sum, x) => sum + (x - middle) ** 2, 0));
  const together = one.reduce((sum, each, index) => sum + (each - first) * ((other[index] ?? 0) - second), 0);
  return together / (spread(one, first) * spread(other, second));
}

function countOf({ scope, state, reason, count }: ReportedPlaces): readonly unknown[] {
  return [scope, state, reason, count];
}
