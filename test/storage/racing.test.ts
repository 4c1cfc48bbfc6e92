import assert from 'node:assert/strict';

import { sql } from 'kysely';

import { beginning, hashOf } from '../../src/app/ledger/chain.js';
import type { DraftChanges } from '../../src/domain/change.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId } from '../../src/domain/draft.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import {
  aDraft,
  anOpenDraft,
  aPseudonym,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  shareCredit,
  unique,
  outcomeOf,
} from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startProcesses } from './other-processes.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`several at once on ${databaseNames[dialect]}`, () => {
    const open: Database[] = [];
    after(() => Promise.all(open.map((database) => database.close())));
    const url = scratchDatabase(dialect);
    /** With PostgreSQL each has its own connections, as replicas have; a SQLite file has one program at a time. */
    let replicas: readonly Stores[] = [];
    before(async () => {
      const count = dialect === 'postgres' ? 3 : 1;
      while (open.length < count) open.push(await openDatabase(url()));
      replicas = open.map(createStores);
    });
    const replica = (index = 0): Stores => {
      const stores = replicas[index % replicas.length];
      if (!stores) throw new Error('The replicas are there from the first hook on.');
      return stores;
    };
    const atOnce = <T>(count: number, work: (index: number) => Promise<T>) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(index)));

    it('200 presses of 40 members leave 40 answers for each value, the last press of each', async () => {
      const draft = await anOpenDraft(replica());
      const pseudonyms = Array.from({ length: 40 }, aPseudonym);
      const press = (index: number) => {
        const pseudonym = pseudonyms[index % 40] ?? aPseudonym();
        const value = index % 2 === 0 ? openScience : shareCredit;
        const step = { draft: draft.id, pseudonym, answer: 3, at: noon(index) } as const;
        return outcomeOf(replica(index).ratings.record({ ...step, value, press: unique('press') }));
      };

      const outcomes = await atOnce(200, press);

      assert.deepEqual(new Set(outcomes), new Set(['recorded']));
      assert.deepEqual((await replica().releases.gather(draft.id)).tallies, [
        { value: openScience, answer: 3, count: 20 },
        { value: shareCredit, answer: 3, count: 20 },
      ]);
    });

    it('one press delivered four times at once counts once', async () => {
      const draft = await anOpenDraft(replica());
      const press = {
        draft: draft.id,
        value: openScience,
        pseudonym: aPseudonym(),
        press: 'same',
        at: noon(),
      };

      const outcomes = await atOnce(4, (index) =>
        outcomeOf(replica(index).ratings.record({ ...press, answer: 5 })),
      );

      assert.deepEqual(outcomes.sort(), ['recorded', 'repeated', 'repeated', 'repeated']);
      const tally = (await replica().releases.gather(draft.id)).tallies;
      assert.deepEqual(tally, [{ value: openScience, answer: 5, count: 1 }]);
    });

    it('what a closed draft counts is what was recorded, however the presses and the closing met', async () => {
      const draft = await anOpenDraft(replica());
      const rate = (index: number) =>
        outcomeOf(
          replica(index).ratings.record({
            draft: draft.id,
            value: openScience,
            pseudonym: aPseudonym(),
            answer: 4,
            press: 'press',
            at: noon(),
          }),
        );
      const presses = atOnce(60, rate);

      const closed = await replica(1).drafts.change({
        draft: draft.id,
        from: 'open',
        to: 'closed',
        at: noon(1),
      });
      const atClosing = (await replica().releases.gather(draft.id)).tallies;
      const outcomes = await presses;

      assert.equal(closed, true);
      assert.deepEqual((await replica().releases.gather(draft.id)).tallies, atClosing);
      const recorded = outcomes.filter((outcome) => outcome === 'recorded').length;
      assert.equal(atClosing[0]?.count ?? 0, recorded);
    });

    it('of several who close a draft one has closed it', async () => {
      const draft = await anOpenDraft(replica());

      const outcomes = await atOnce(4, (index) =>
        replica(index).drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(1) }),
      );

      assert.deepEqual(outcomes.filter(Boolean).length, 1);
    });

    it('of several drafts under one number one is published', async () => {
      const charter = unique('charter') as CharterName;
      const drafts = Array.from({ length: 6 }, () => aDraft(charter));

      const outcomes = await Promise.all(
        drafts.map((draft, index) => replica(index).drafts.publish(aPublication(draft))),
      );

      const kinds = outcomes.map(({ kind }) => kind).sort();
      assert.deepEqual(kinds, ['overtaken', 'overtaken', 'overtaken', 'overtaken', 'overtaken', 'published']);
      const stored = await Promise.all(drafts.map(({ id }) => replica().drafts.find(id)));
      assert.deepEqual(
        stored.flatMap((draft) => draft?.state ?? []),
        ['open'],
      );
    });

    it('a request sent several times at once publishes once, and all are told the same announcement', async () => {
      const charter = unique('charter') as CharterName;
      const request = { key: unique('key'), fingerprint: 'one' };
      const publications = [1, 2, 3, 4].map((number) =>
        aPublication(aDraft(charter, { number }), { request }),
      );

      const outcomes = await Promise.all(
        publications.map((publication, index) => replica(index).drafts.publish(publication)),
      );

      const published = outcomes.findIndex(({ kind }) => kind === 'published');
      const repeated = outcomes.filter((_, index) => index !== published);
      const announcement = publications[published]?.announcement.id;
      assert.deepEqual(
        repeated,
        Array.from({ length: 3 }, () => ({ kind: 'repeated', announcement })),
      );
    });

    it('a working copy is published once', async () => {
      const charter = unique('charter') as CharterName;
      const copy = { charter, editor: 'ana', source: '# Text', revision: 'r1', savedAt: noon() };
      await replica().workingCopies.save(copy, 'any');
      const publications = [1, 2, 3, 4].map((number) =>
        aPublication(aDraft(charter, { number }), { workingCopy: copy }),
      );

      const outcomes = await Promise.all(
        publications.map((publication, index) => replica(index).drafts.publish(publication)),
      );

      assert.equal(outcomes.filter(({ kind }) => kind === 'published').length, 1);
      assert.equal(outcomes.filter(({ kind }) => kind === 'overtaken').length, 3);
    });

    it('of several who save over the same text one does, and what the others wrote is kept', async () => {
      const charter = unique('charter') as CharterName;
      const seen = { charter, editor: 'facilitators', source: '# Seen', revision: 'r', savedAt: noon() };
      await replica().workingCopies.save(seen, undefined);
      const texts = [1, 2, 3, 4].map((nth) => ({
        ...seen,
        source: `# Text ${String(nth)}`,
        revision: `r${String(nth)}`,
      }));

      const outcomes = await Promise.all(
        texts.map((text, index) => replica(index).workingCopies.save(text, seen.revision)),
      );

      assert.deepEqual(outcomes.toSorted(), ['overtaken', 'overtaken', 'overtaken', 'saved']);
      assert.deepEqual(await replica().workingCopies.find(seen), texts[outcomes.indexOf('saved')]);
      for (const text of [seen, ...texts])
        assert.deepEqual(await replica(1).workingCopies.version(text), text);
    });

    it('of several who begin a text one does', async () => {
      const charter = unique('charter') as CharterName;
      const texts = [1, 2, 3, 4].map((nth) => ({
        ...{ charter, editor: 'facilitators', savedAt: noon() },
        ...{ source: `# Text ${String(nth)}`, revision: `r${String(nth)}` },
      }));

      const outcomes = await Promise.all(
        texts.map((text, index) => replica(index).workingCopies.save(text, undefined)),
      );

      assert.deepEqual(outcomes.toSorted(), ['overtaken', 'overtaken', 'overtaken', 'saved']);
    });

    it('what several record at once is one chain', async () => {
      const { charter } = await anOpenDraft(replica());

      await atOnce(24, (index) =>
        replica(index).process.record({ charter, entry: { kind: 'comment-shown-again' }, at: noon(index) }),
      );

      const records = await replica().process.records(charter);
      assert.equal(records.length, 25);
      let previous = beginning;
      for (const [index, { hash, ...record }] of records.entries()) {
        assert.equal(record.number, index + 1);
        assert.equal(hash, hashOf(charter, record, previous));
        previous = hash;
      }
    });

    it('each answer that meets the next draft is carried to it, or was refused', async () => {
      const draft = await anOpenDraft(replica());
      const pseudonyms = Array.from({ length: 60 }, aPseudonym);
      const press = { draft: draft.id, value: openScience, press: 'p', at: noon() };
      const presses = atOnce(60, (index) =>
        outcomeOf(replica(index).ratings.record({ ...press, pseudonym: pseudonyms[index]!, answer: 4 })),
      );
      const next = aDraft(draft.charter, { number: 2, publishedAt: noon(10) });
      const carried = [{ value: openScience, from: [draft.id] }];

      const published = await replica(1).drafts.publish(aPublication(next, { carried }));
      const outcomes = await presses;

      assert.equal(published.kind, 'published');
      for (const [index, pseudonym] of pseudonyms.entries()) {
        const { size } = await replica().ratings.mine({ draft: next.id, pseudonym });
        assert.equal(size, outcomes[index] === 'recorded' ? 1 : 0);
      }
    });

    it('no carried rating is left when a dispute and presses meet, and no new one is lost', async () => {
      const draft = await anOpenDraft(replica());
      const pseudonyms = Array.from({ length: 40 }, aPseudonym);
      const rate = (to: string, pseudonym: Pseudonym) =>
        outcomeOf(
          replica(pseudonyms.indexOf(pseudonym)).ratings.record({
            ...{ draft: to as DraftId, value: openScience, pseudonym, answer: 5 },
            ...{ press: unique('press'), at: noon() },
          }),
        );
      for (const pseudonym of pseudonyms) await rate(draft.id, pseudonym);
      const changes: DraftChanges = {
        base: 1,
        values: [{ value: openScience, kinds: ['title'], from: [openScience], size: 'spelling', themes: [] }],
        removed: [],
        unanswered: { themes: [], comments: 0 },
      };
      const next = aDraft(draft.charter, { number: 2, changes, publishedAt: noon(10) });
      const carried = [{ value: openScience, from: [draft.id] }];
      await replica().drafts.publish(aPublication(next, { carried }));
      const again = pseudonyms.slice(0, 20);

      const presses = Promise.all(again.map((pseudonym) => rate(next.id, pseudonym)));
      const dispute = { draft: next.id, value: openScience, pseudonym: aPseudonym(), at: noon(20) };
      assert.equal(await replica(1).ratings.dispute(dispute), 'disputed');
      assert.deepEqual(new Set(await presses), new Set(['recorded']));

      const { carried: left, tallies } = await replica().releases.gather(next.id);
      assert.deepEqual([left, tallies], [[], [{ value: openScience, answer: 5, count: 20 }]]);
    });

    it('one of several gets to say welcome', async () => {
      const place = await aSubscribedPlace(replica());

      const outcomes = await atOnce(4, (index) => replica(index).places.welcome({ place, at: noon() }));

      assert.equal(outcomes.filter(Boolean).length, 1);
    });

    it('several processes rate the same values for the same members, and every answer counts once', async () => {
      const draft = await anOpenDraft(replica());

      const outcomes = await startProcesses([url(), url()], 'rate', draft.id);

      assert.deepEqual(outcomes, [{ recorded: 100 }, { recorded: 100 }]);
      const tally = (await replica().releases.gather(draft.id)).tallies;
      assert.deepEqual(tally, [{ value: openScience, answer: 4, count: 100 }]);
    });

    it('an answer that was confirmed outlives its process', async () => {
      const draft = await anOpenDraft(replica());

      await assert.rejects(startProcesses([url()], 'rateAndDie', draft.id), /SIGKILL/);

      const pseudonym = 'last-words' as Pseudonym;
      assert.deepEqual(
        [...(await replica().ratings.mine({ draft: draft.id, pseudonym }))],
        [[openScience, 5]],
      );
    });
  });
}

describe('a rating that meets a closing on PostgreSQL', () => {
  const url = scratchDatabase('postgres');

  it('waits for its end and is refused then', async () => {
    const database = await openDatabase(url());
    const { drafts, ratings, releases } = createStores(database);
    const draft = await anOpenDraft({ ...createStores(database), drafts });
    const rating = { draft: draft.id, value: openScience, pseudonym: aPseudonym(), press: 'p', at: noon() };

    const late = await database.query.transaction().execute(async (closing) => {
      await closing.updateTable('drafts').set({ state: 'closed' }).where('id', '=', draft.id).execute();
      const outcome = outcomeOf(ratings.record({ ...rating, answer: 4 }));
      await somebodyWaits(database);
      return { outcome };
    });

    assert.equal(await late.outcome, 'not-open');
    assert.deepEqual((await releases.gather(draft.id)).tallies, []);
    await database.close();
  });

  it('makes the closing wait, and counts', async () => {
    const database = await openDatabase(url());
    const { drafts, releases } = createStores(database);
    const draft = await anOpenDraft(createStores(database));
    const rating = { draft: draft.id, value: openScience, pseudonym: aPseudonym(), press: 'p', at: noon() };

    const late = await database.query.transaction().execute(async (rater) => {
      const stores = createStores({ ...database, query: rater });
      assert.equal(await outcomeOf(stores.ratings.record({ ...rating, answer: 4 })), 'recorded');
      const closed = drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(1) });
      await somebodyWaits(database);
      return { closed };
    });

    assert.equal(await late.closed, true);
    assert.deepEqual((await releases.gather(draft.id)).tallies, [
      { value: openScience, answer: 4, count: 1 },
    ]);
    await database.close();
  });

  /** Asks the server until it knows of somebody who waits for a lock. */
  async function somebodyWaits({ query }: Database): Promise<void> {
    for (;;) {
      const { rows } = await sql`select 1 from pg_locks where not granted`.execute(query);
      if (rows.length > 0) return;
    }
  }
});
