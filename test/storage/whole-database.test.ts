import assert from 'node:assert/strict';

import type { DraftChanges } from '../../src/domain/change.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { MemberId } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { backUp, restore, RestoreError } from '../../src/storage/whole-database.js';
import {
  aDraft,
  anAnnouncement,
  aPseudonym,
  aPublication,
  noon,
  openScience,
  shareCredit,
} from '../contract/made-up.js';
import { apiEnvironment, createApiClient } from '../http/api-client.js';
import { gardenPost } from '../http/garden-post.js';
import { ada, bento, crowd, type CastMember } from '../support/cast.js';
import { makeScratch, scratchDatabase } from '../support/database.js';
import { groupChat, personalChat } from '../support/places.js';
import { startStage, textOf, type Stage } from '../support/touchstone.js';

const words = 'I would rather say “divided by whoever is hungry tonight”.';

async function linesOf(database: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  await backUp(database, (line) => Promise.resolve(void lines.push(line)));
  return lines;
}

async function linesIn(url: string): Promise<readonly string[]> {
  const database = await openDatabase(url);
  return linesOf(database).finally(() => database.close());
}

async function restoreInto(url: string, lines: readonly string[]): Promise<number> {
  const database = await openDatabase(url);
  return restore(database, eachOf(lines)).finally(() => database.close());
}

async function* eachOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of await Promise.resolve(lines)) yield line;
}

/** A draft with carried ratings and a disputed change, a text that is prepared, and a proposal that was answered. */
async function revise(url: string): Promise<void> {
  const database = await openDatabase(url);
  const { drafts, ratings, workingCopies, adoption } = createStores(database);
  const first = aDraft('garden-two' as CharterName);
  const { charter } = first;
  const [one, two] = [aPseudonym(), aPseudonym()];
  await drafts.publish(aPublication(first));
  for (const pseudonym of [one, two])
    for (const value of [openScience, shareCredit])
      await ratings.record({ draft: first.id, value, pseudonym, answer: 4, press: value, at: noon(1) });
  const changes: DraftChanges = {
    base: 1,
    values: [{ value: openScience, kinds: ['title'], from: [openScience], size: 'spelling', themes: [] }],
    removed: [],
    unanswered: { themes: [], comments: 0 },
  };
  const draft = aDraft(charter, { number: 2, changes, publishedAt: noon(2) });
  const carried = [openScience, shareCredit].map((value) => ({ value, from: [first.id] }));
  await drafts.publish(aPublication(draft, { carried }));
  await ratings.dispute({ draft: draft.id, value: openScience, pseudonym: one, at: noon(3) });
  const copy = { charter, editor: 'facilitators', source: '# Next', revision: 'r', savedAt: noon(4) };
  await workingCopies.save({ ...copy, savedBy: 'ana' as MemberId, savedByName: 'Ana' }, undefined);
  await workingCopies.save({ ...copy, revision: 'r2' }, 'r');
  await drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(5) });
  const round = { draft: draft.id, openedAt: noon(6), closesAt: noon(600) };
  const announcement = anAnnouncement(charter, { kind: 'consent', draft: draft.id, at: noon(6) });
  await adoption.open({ round, charter, terms: '', announcement });
  await adoption.give({ draft: draft.id, pseudonym: two, answer: 'support', press: 'p', at: noon(7) });
  await database.close();
}

/** An empty database for one test, and what it leaves behind. */
async function withScratch(
  dialect: 'sqlite' | 'postgres',
  work: (url: string) => Promise<void>,
): Promise<void> {
  const scratch = await makeScratch(dialect);
  await work(scratch.url);
  await scratch.remove();
}

describe('a backup of the whole database', function () {
  this.timeout(60_000);
  const url = scratchDatabase('sqlite');
  const members = crowd(6);
  let lines: readonly string[];
  let code: string;

  const say = async (stage: Stage, member: CastMember, text: string): Promise<string> =>
    textOf((await stage.say(member, personalChat(member), text)).at(-1) ?? {});

  before(async () => {
    const stage = await startStage({ databaseUrl: url(), environment: apiEnvironment });
    const api = createApiClient(() => stage.origin);
    await stage.teams.deliver(stage.activities.installation(ada, groupChat('Circle'), 'add'));
    await api.publish('garden', gardenPost());
    for (const member of members) await say(stage, member, 'rate garden 1 4');
    code =
      /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(
        await say(stage, bento, `comment garden 1 wording: ${words}`),
      )?.[0] ?? '';
    await api.post('/api/charters/garden/drafts/1/close');
    await api.get('/api/charters/garden/drafts/1/results');
    await api.publish('garden', gardenPost({ title: 'Values of the garden, again' }));
    await say(stage, members[0]!, 'rate garden 1 5');
    await stage.stop();
    await revise(url());
    lines = await linesIn(url());
  });

  it('gives the same bytes after it went through PostgreSQL and back', async () => {
    await withScratch('postgres', async (postgres) => {
      await restoreInto(postgres, lines);
      const there = await linesIn(postgres);
      assert.deepEqual(there, lines);

      await withScratch('sqlite', async (sqlite) => {
        await restoreInto(sqlite, there);

        assert.deepEqual(await linesIn(sqlite), lines);
      });
    });
  });

  it('holds every table, and says loudly what it is', () => {
    assert.match(lines[0] ?? '', /"touchstone":"backup".*keys and the identities of everybody/);
    for (const table of [
      'charters',
      'charter_keys',
      'ratings',
      'releases',
      'comments',
      'places',
      'deliveries',
      'spelling_disputes',
      'working_copies',
      'working_copy_versions',
      'consent_rounds',
      'consents',
    ])
      assert.ok(
        lines.some((line) => line.startsWith(`{"table":"${table}"`)),
        table,
      );
    assert.equal(lines.at(-1), JSON.stringify({ end: true, rows: lines.length - 2 }));
  });

  it('is the same for many rows as for few: each row once, in the order of its key', async () => {
    await withScratch('sqlite', async (many) => {
      const database = await openDatabase(many);
      const rows = Array.from({ length: 1_203 }, (_, index) => ({
        comment: `c${String(index % 7)}`,
        other: `o${String(index)}`,
      }));
      for (const row of rows)
        await database.query
          .insertInto('comments_apart')
          .values(row as never)
          .execute();
      const read = await linesOf(database);
      await database.close();

      const found = read
        .slice(1, -1)
        .map((line) => (JSON.parse(line) as { row: { comment: string; other: string } }).row);
      const key = ({ comment, other }: { comment: string; other: string }) => `${comment} ${other}`;
      assert.deepEqual(found.map(key), rows.map(key).toSorted());
    });
  });

  it('tells one moment, whoever writes meanwhile', async () => {
    await withScratch('postgres', async (busy) => {
      await restoreInto(busy, lines);
      const [reading, writing] = [await openDatabase(busy), await openDatabase(busy)];
      const read: string[] = [];
      await backUp(reading, async (line) => {
        if (read.push(line) === 2) await writing.query.deleteFrom('ratings').execute();
      });
      await Promise.all([reading.close(), writing.close()]);

      assert.deepEqual(read, lines);
    });
  });

  for (const dialect of ['sqlite', 'postgres'] as const) {
    it(`lets a bot go on with it on ${dialect}: answers, results and receipts`, async () => {
      await withScratch(dialect, async (restored) => {
        await restoreInto(restored, lines);
        const stage = await startStage({ databaseUrl: restored, environment: apiEnvironment });
        const api = createApiClient(() => stage.origin);

        const answers = await say(stage, members[0]!, 'answers garden');
        const rated = await say(stage, members[1]!, 'rate garden 2 3');
        const { json } = await api.get('/api/charters/garden/drafts/1/results');
        const receipt = await say(stage, bento, `receipt ${code}`);
        await stage.stop();

        assert.match(answers, /1\. Share the harvest: \*Resonates very strongly\*/);
        assert.match(rated, /Saved\. Value 2/);
        assert.deepEqual(json.values?.find(({ title }) => title === 'Share the harvest')?.['n'], 6);
        assert.ok(receipt.includes('divided by whoever is hungry'), receipt);
        await assertRevised(restored);
      });
    });
  }

  async function assertRevised(restored: string): Promise<void> {
    const database = await openDatabase(restored);
    const { drafts, releases, workingCopies } = createStores(database);
    const draft = await drafts.latest('garden-two' as CharterName);
    assert.equal(draft?.changes?.values[0]?.disputed, true);
    const { carried } = await releases.gather(draft.id);
    assert.deepEqual(
      carried.map(({ value, count }) => [value, count]),
      [[shareCredit, 2]],
    );
    const [copy] = await workingCopies.of('facilitators');
    assert.equal(copy?.revision, 'r2');
    await database.close();
  }

  it('is restored into an empty database only', async () => {
    await withScratch('sqlite', async (full) => {
      await restoreInto(full, lines);

      await assert.rejects(restoreInto(full, lines), /not empty \(there is something in charters\)/);
      assert.deepEqual(await linesIn(full), lines);
    });
  });

  for (const [what, broken, why] of [
    ['cut off', (all: readonly string[]) => all.slice(0, -3), /has no end/],
    ['with a row less', (all: readonly string[]) => all.toSpliced(-2, 1), /rows were written/],
    ['of something else', () => ['{"hello":1}'], /no backup of Touchstone/],
    ['that is no text of ours', () => ['PK\u0003\u0004'], /not JSON/],
    [
      'with a table that is not known',
      (all: readonly string[]) => all.toSpliced(1, 0, '{"table":"migrations","row":{}}'),
      /no row of a table/,
    ],
    [
      'with a column that is not known',
      (all: readonly string[]) => all.toSpliced(1, 0, '{"table":"charters","row":{"nome":"a"}}'),
      /cannot be written/,
    ],
    [
      'of another schema',
      (all: readonly string[]) => [(all[0] ?? '').replace('0003', '0999'), ...all.slice(1)],
      /another schema/,
    ],
  ] as const) {
    it(`${what} is refused, and nothing of it stays`, async () => {
      await withScratch('sqlite', async (empty) => {
        const before = await linesIn(empty);

        await assert.rejects(restoreInto(empty, broken(lines)), (error: Error) => {
          assert.ok(error instanceof RestoreError);
          assert.match(error.message, why);
          return true;
        });

        assert.deepEqual(await linesIn(empty), before);
      });
    });
  }
});
