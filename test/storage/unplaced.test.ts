import assert from 'node:assert/strict';

import { sql } from 'kysely';

import type { DraftChanges } from '../../src/domain/change.js';
import type { DraftContent } from '../../src/domain/draft.js';
import type { PlaceId } from '../../src/domain/place.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { aDraft, aPlace, anAnnouncement, noon, openScience } from '../contract/made-up.js';
import { sending, type Told } from '../contract/sending.js';
import { databaseNames, scratchDatabase } from '../support/database.js';

const spelling: DraftChanges = {
  base: 3,
  values: [{ value: openScience, kinds: ['title'], from: [openScience], size: 'spelling', themes: [] }],
  removed: [],
  unanswered: { themes: [], comments: 0 },
};

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`Deliveries of a sealed charter, on ${databaseNames[dialect]}`, () => {
    const url = scratchDatabase(dialect);
    let database: Database;
    let stores: Stores;
    before(async () => {
      database = await openDatabase(url());
      stores = createStores(database);
    });
    after(() => database.close());
    const { told, published, subscribed, claim, send, settle, reminded } = sending(() => stores);

    const inPerson = { address: { scope: 'personal' } } as const;
    const sealed = async ({ charter, id: draft }: DraftContent): Promise<void> => {
      await stores.drafts.change({ draft, from: 'open', to: 'closed', at: noon(8_000) });
      const announcement = anAnnouncement(charter, { kind: 'sealed', at: noon(9_000) });
      assert.equal(await stores.process.seal({ charter, announcement }), 'sealed');
    };
    const placesOf = async (announcement: string): Promise<readonly PlaceId[]> => {
      const { rows } = await sql<{ place: PlaceId }>`select place from deliveries
        where announcement = ${announcement} order by place`.execute(database.query);
      return rows.map(({ place }) => place);
    };
    const known = (ids: readonly PlaceId[], { places }: Pick<Told, 'places'>): number =>
      ids.filter((id) => places.some((place) => place.id === id)).length;
    const sendAll = async (which: Told, seconds: number): Promise<void> => {
      for (const delivery of await claim('worker', which, { now: seconds }))
        await send('worker', delivery, seconds + 1);
    };

    it('keep the places to which a draft with news went at once, for whoever edits the copies', async () => {
      const first = await told(3, 0, inPerson);
      await sendAll(first, 1);

      await sealed(first.draft);

      assert.equal(known(await placesOf(first.announcement.id), first), 3);
    });

    it('lose those of a draft without news, which only went to whoever had not finished', async () => {
      const first = await told(3, 0, inPerson);
      await sendAll(first, 1);
      const { charter, values } = first.draft;
      const again = await published(aDraft(charter, { number: 2, values, publishedAt: noon(100) }));
      const which = { ...first, ...again };
      await sendAll(which, 101);

      await sealed(again.draft);

      assert.equal(known(await placesOf(first.announcement.id), first), 3);
      assert.equal(known(await placesOf(again.announcement.id), first), 0);
      assert.equal((await stores.announcements.report(again.announcement.id)).sent, 3);
    });

    it('lose those that were put off until a reminder could take their place', async () => {
      const which = await told(3, 0, inPerson);
      const [atOnce, late, over] = await claim('worker', which, { now: 1 });
      await send('worker', atOnce, 2);
      for (const delivery of [late, over])
        await settle('worker', delivery, { kind: 'held', due: noon(500) }, 2);
      await reminded(which, 400);
      for (const reminder of await claim('worker', which, { now: 450 }))
        await settle('worker', reminder, { kind: 'skipped', reason: 'not-needed' }, 451);
      const [one, other] = await claim('worker', which, { now: 600 });
      await send('worker', one, 601);
      await settle('worker', other, { kind: 'skipped', reason: 'superseded' }, 601);

      await sealed(which.draft);

      const left = await placesOf(which.announcement.id);
      assert.equal(left.length, 3);
      assert.deepEqual(
        left.filter((id) => which.places.some((place) => place.id === id)),
        [atOnce?.place.id],
      );
    });

    it('lose those of a draft that whoever had rated the words before needed no news of', async () => {
      const first = await told(3, 0, inPerson);
      const { charter, values } = first.draft;
      const [one, other] = [{ ...values[0]!, text: 'In other words.' }, values[1]!];
      const changed = aDraft(charter, { number: 2, values: [one, other], publishedAt: noon(100) });
      const back = aDraft(charter, { number: 3, values, publishedAt: noon(200) });
      const spelled = aDraft(charter, {
        ...{ number: 4, values: [{ ...values[0]!, title: 'Promote  open-science' }, other] },
        ...{ publishedAt: noon(300), changes: spelling },
      });
      const announced = [];
      for (const draft of [changed, back, spelled]) {
        const { announcement } = await published(draft);
        await sendAll(first, 400 + draft.number);
        announced.push(announcement.id);
      }

      await sealed(spelled);

      const kept = [];
      for (const id of announced) kept.push(known(await placesOf(id), first));
      assert.deepEqual(kept, [3, 0, 0], 'other words, those of before, and the same ones spelled otherwise');
    });

    for (const [what, outcome, left] of [
      ['keep those of a proposal that all were told of', undefined, 3],
      [
        'lose those of a proposal of which somebody was not told, who had heard enough',
        { kind: 'skipped', reason: 'heard-enough' },
        0,
      ],
    ] as const) {
      it(what, async () => {
        const which = await told(3, 0, inPerson);
        await sendAll(which, 1);
        const { id: draft, charter } = which.draft;
        await stores.drafts.change({ draft, from: 'open', to: 'closed', at: noon(10) });
        await sendAll(which, 50);
        const announcement = anAnnouncement(charter, { kind: 'consent', draft, at: noon(100) });
        const round = { draft, openedAt: noon(100), closesAt: noon(8_000) };
        await stores.adoption.open({ round, charter, terms: '', announcement });
        const [first, ...others] = await claim('worker', which, { now: 100 });
        if (outcome === undefined) await send('worker', first, 101);
        else await settle('worker', first, outcome, 101);
        for (const delivery of others) await send('worker', delivery, 101);
        await stores.adoption.close({ draft, at: noon(200) });

        const sealing = anAnnouncement(charter, { kind: 'sealed', at: noon(9_000) });
        assert.equal(await stores.process.seal({ charter, announcement: sealing }), 'sealed');

        assert.equal(known(await placesOf(announcement.id), which), left);
      });
    }

    it('lose those of answers, which also went to whoever signed a comment', async () => {
      const which = await told(3, 0, inPerson);
      await sendAll(which, 1);
      const { charter } = which.draft;
      const announcement = anAnnouncement(charter, { kind: 'answered', at: noon(100) });
      await stores.announcements.announce(announcement);
      await sendAll(which, 101);

      await sealed(which.draft);

      assert.equal(known(await placesOf(announcement.id), which), 0);
      assert.equal((await stores.announcements.report(announcement.id)).sent, 3);
    });

    it('keep the channels, and what was posted there', async () => {
      const which = await told(2, 0, { address: { scope: 'channel' } });
      await sendAll(which, 1);
      const reminder = anAnnouncement(which.draft.charter, {
        ...{ kind: 'reopened', draft: which.draft.id, at: noon(300) },
      });
      await stores.announcements.announce(reminder);

      await sealed(which.draft);

      assert.equal(known(await placesOf(reminder.id), which), 2);
      assert.equal((await stores.announcements.report(reminder.id)).cancelled, 2, 'and nothing waits');
    });

    it('tell the sealing itself to everybody who hears the charter', async () => {
      const which = await told(2, 0, inPerson);
      await sendAll(which, 1);
      await subscribed(aPlace({ address: { tenant: which.tenant } }), which.draft.charter);

      await sealed(which.draft);

      const [newest] = await stores.announcements.latest({ charter: which.draft.charter, limit: 1 });
      assert.equal((await stores.announcements.report(newest!.id)).waiting, 3);
    });
  });
}
