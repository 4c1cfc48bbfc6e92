import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { ClaimedDelivery } from '../../src/app/ports.js';
import type { PlaceId } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { noon, unique } from '../contract/made-up.js';
import { sending } from '../contract/sending.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { startProcesses } from './other-processes.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`several that send at once on ${databaseNames[dialect]}`, () => {
    const open: Database[] = [];
    after(() => Promise.all(open.map((database) => database.close())));
    const url = scratchDatabase(dialect);
    /** With PostgreSQL each has its own connections, as replicas have; a SQLite file has one program at a time. */
    let replicas: readonly Stores[] = [];
    before(async () => {
      const count = dialect === 'postgres' ? 4 : 1;
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
    const by = (index: number) => sending(() => replica(index));
    const { told, toldMore, changed, claim, begin, report } = by(0);

    it('hold every delivery once: several processes', async () => {
      const all = await told(100);

      const outcomes = (await startProcesses([url(), url(), url()], 'claim', all.tenant)) as readonly {
        claimed: string[];
      }[];

      const claimed = outcomes.flatMap((outcome) => outcome.claimed);
      const expected = all.places.map((place) => `${all.announcement.id} to ${place.id}`);
      assert.deepEqual(claimed.sort(), expected.sort());
    });

    it('never send two things to one place at a time', async () => {
      const all = await told(1);
      await toldMore(all);
      const place = all.places[0]?.id as PlaceId;
      let there = 0;
      let most = 0;
      let done = 0;
      const tries = async (index: number) => {
        while (done < 2) {
          const [delivery] = await by(index).claim(`worker-${String(index)}`, all);
          // A loop that waits for nothing but SQLite would let nobody else have a turn.
          await nextTurn();
          if (!delivery) continue;
          most = Math.max(most, (there += 1));
          await replica(index + 1)
            .turns.enter(place)
            .then((entered) => assert.equal(entered, false));
          there -= 1;
          await by(index).send(`worker-${String(index)}`, delivery);
          done += 1;
        }
      };

      await atOnce(8, tries);

      assert.deepEqual([most, done], [1, 2]);
    });

    it('let one in, of those who enter a place at once', async () => {
      const place = unique('place') as PlaceId;

      const entered = await atOnce(12, (index) => replica(index).turns.enter(place));

      assert.equal(entered.filter(Boolean).length, 1);
    });

    it('take turns that never overlap, and keep the limit together', async () => {
      const tenant = unique('tenant');
      const [apart, count] = [50, 3];
      const began = Date.now();

      // A wait was measured some time before it is told: the first turn begins at this time at the latest.
      const latest = await atOnce(40, async (index) => {
        const wait = await replica(index).turns.reserve({ tenant, count, apart });
        return Date.now() + 1 + wait;
      });

      for (const [before, at] of latest.sort((one, other) => one - other).entries())
        assert.ok(
          at >= began + before * count * apart,
          `the slice after ${String(before)} others is too early`,
        );
    });

    it('of a late settlement and a new claim one comes first, and the other is refused', async () => {
      for (let round = 0; round < 10; round += 1) {
        const all = await told(1);
        const [slow] = await claim('slow', all, { lease: 0.01 });
        await conversationIsFree(all.places[0]?.id as PlaceId);

        const [late, taken] = await Promise.all([
          by(1).settle('slow', slow, { kind: 'failed', reason: 'blocked' }, 30),
          by(2).claim('quick', all, { now: 30 }),
        ]);

        const { failed, sending: onTheirWay } = await report(all);
        assert.equal(taken.length, late ? 0 : 1);
        assert.deepEqual(
          { failed, onTheirWay },
          late ? { failed: { blocked: 1 }, onTheirWay: 0 } : { failed: {}, onTheirWay: 1 },
        );
      }
    });

    it('what is withdrawn meanwhile is begun or cancelled, never both', async () => {
      const all = await told(60);
      const claimed = await claim('worker-1', all, { limit: 40 });

      const [begun] = await Promise.all([
        Promise.all(claimed.map((delivery, index) => by(index).begin('worker-1', delivery))),
        replica(3).drafts.change({ draft: all.draft.id, from: 'open', to: 'withdrawn', at: noon(1) }),
      ]);

      const onTheirWay = begun.filter(Boolean).length;
      const standing = await report(all);
      assert.deepEqual([standing.sending, standing.cancelled], [onTheirWay, 60 - onTheirWay]);
    });

    it('no copy is forgotten that is settled while it gets out of date', async () => {
      const all = await told(60);
      const claimed = await claim('worker-1', all);
      await Promise.all(claimed.map((delivery) => begin('worker-1', delivery)));
      const arrived = { kind: 'done', revision: 0, message: 'm' } as const;

      await Promise.all([
        ...claimed.map((delivery, index) => by(index).settle('worker-1', delivery, arrived)),
        changed(all, 2),
      ]);

      const { sent, edits } = await report(all);
      assert.deepEqual({ sent, waiting: edits.waiting }, { sent: 60, waiting: 60 });
    });

    it('go on while everything is changed under their hands, and all of it ends well', async () => {
      const all = await told(80);
      const ended = new AbortController();
      const changes = (async () => {
        for (let round = 1; !ended.signal.aborted; round += 1) {
          await by(3).changed(all, round);
          await nextTurn();
        }
      })();

      await atOnce(3, (index) => sendEverything(index, all));
      ended.abort();
      await changes;

      const { sent, edits, ...rest } = await report(all);
      assert.deepEqual({ sent, rest: rest.sending + rest.waiting }, { sent: 80, rest: 0 });
      assert.equal(edits.waiting + edits.edited, edits.intended);
    });

    /** Until nothing waits to be sent any more; edits as they come. */
    async function sendEverything(index: number, all: Parameters<typeof report>[0] & { tenant: string }) {
      const worker = `worker-${String(index)}`;
      while ((await by(index).report(all)).sent < 80) {
        const claimed = await by(index).claim(worker, all, { now: 1000, limit: 10 });
        await Promise.all(claimed.map((delivery) => sendIt(index, worker, delivery)));
        await nextTurn();
      }
    }

    async function sendIt(index: number, worker: string, delivery: ClaimedDelivery): Promise<void> {
      assert.equal(await by(index).begin(worker, delivery, 1000), true);
      const outcome = { kind: 'done', revision: delivery.revision, message: 'm' } as const;
      assert.equal(await by(index).settle(worker, delivery, outcome, 1001), true);
    }

    async function conversationIsFree(place: PlaceId): Promise<void> {
      while (!(await replica().turns.enter(place)));
      await replica().turns.leave(place);
    }
  });
}
