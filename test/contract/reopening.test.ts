import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';

import { releaseFor } from '../../src/app/results/release-for.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { answers, type Answer, type Pseudonym } from '../../src/domain/rating.js';
import type { Release } from '../../src/domain/release.js';
import { fewestAnswers, resultsOf, type ValueResult } from '../../src/domain/results.js';
import type { Stores } from '../../src/storage/stores.js';
import {
  aDraft,
  anAnnouncement,
  anOpenDraft,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';
import { onTwoPrograms } from './two-programs.js';

onEveryStore('opening a draft again', (stores) => {
  it('lets it be rated again, and tells it to the places that are to hear it', async () => {
    const { announcements, drafts } = stores();
    const tenant = unique('tenant');
    const draft = aDraft(unique('charter') as CharterName);
    const publication = aPublication(draft);
    const place = await aSubscribedPlace(stores(), { address: { tenant } });
    await drafts.publish(publication);
    await postTo(stores(), { tenant, place, announcement: publication.announcement.id });
    await close(stores(), draft);
    const announcement = reopening(draft);

    const done = await drafts.reopen({ draft: draft.id, announcement });

    assert.equal(done, true);
    assert.deepEqual(await drafts.find(draft.id), { ...draft, state: 'open' });
    assert.deepEqual(await announcements.find(announcement.id), announcement);
    assert.ok((await announcements.report(announcement.id)).waiting > 0);
    assert.equal((await announcements.report(publication.announcement.id)).edits.waiting, 1);
    assert.deepEqual(await rate(stores(), draft, { ana: 4 }), ['recorded']);
  });

  it('does nothing when it is not closed', async () => {
    const { announcements, drafts } = stores();
    const draft = await anOpenDraft(stores());
    const announcement = reopening(draft);

    assert.equal(await drafts.reopen({ draft: draft.id, announcement }), false);
    assert.equal(await announcements.find(announcement.id), undefined);
    await drafts.change({ draft: draft.id, from: 'open', to: 'withdrawn', at: noon(60) });
    assert.equal(await drafts.reopen({ draft: draft.id, announcement }), false);
  });

  it('does nothing once its charter is sealed', async () => {
    const { announcements, drafts, process } = stores();
    const draft = await anOpenDraft(stores());
    await close(stores(), draft);
    await process.seal({
      charter: draft.charter,
      announcement: anAnnouncement(draft.charter, { kind: 'sealed' }),
    });
    const announcement = reopening(draft);

    assert.equal(await drafts.reopen({ draft: draft.id, announcement }), false);

    assert.equal((await drafts.find(draft.id))?.state, 'closed');
    assert.equal(await announcements.find(announcement.id), undefined);
  });

  it('is there for everybody to read in the records of the process', async () => {
    const draft = await anOpenDraft(stores());
    await close(stores(), draft);
    await reopen(stores(), draft);

    const records = await stores().process.records(draft.charter);

    const ofDraft = records.flatMap(({ entry }) => (entry.kind === 'draft' ? [entry.became] : []));
    assert.deepEqual(ofDraft.slice(-2), ['closed', 'reopened']);
  });

  it('records that the date it had is gone', async () => {
    const [dated, undated] = [await anOpenDraft(stores()), await anOpenDraft(stores())];
    await stores().drafts.setClosing({ draft: dated.id, closesAt: noon(3600), at: noon(10) });
    for (const draft of [dated, undated]) {
      await close(stores(), draft);
      await reopen(stores(), draft);
    }

    const dates = async ({ charter }: DraftContent) =>
      (await stores().process.records(charter)).flatMap(({ entry }) =>
        entry.kind === 'date' ? [entry.closes] : [],
      );
    assert.deepEqual(await dates(dated), [noon(3600), null]);
    assert.deepEqual(await dates(undated), []);
  });

  it('takes the results away from everybody until it is closed again', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(4));
    await close(stores(), draft);
    assert.equal((await read(stores(), draft))?.kind, 'shown');

    await reopen(stores(), draft);

    assert.equal(await read(stores(), draft), undefined);
  });

  it('shows what was to be read before for as long as fewer than five answers changed', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, { ...five(3), six: 5 });
    await closeAndRead(stores(), draft);
    const before = await read(stores(), draft);

    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5, two: 5, three: null, seven: 1 });
    await closeAndRead(stores(), draft);

    assert.deepEqual(await read(stores(), draft), { ...before, earlier: true });
  });

  it('shows new figures as soon as five answers changed, also when not all of them did at one time', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await closeAndRead(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5, two: 5, three: 5, four: 5 });
    await closeAndRead(stores(), draft);
    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });

    await reopen(stores(), draft);
    await rate(stores(), draft, { five: 5 });
    await closeAndRead(stores(), draft);

    const result = await read(stores(), draft);
    assert.deepEqual(countsIn(result), { 5: 5 });
    assert.ok(result && !('earlier' in result));
  });

  it('does not count answers that were given again as they were', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await closeAndRead(stores(), draft);

    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 3, two: 3, three: 3, four: 3, five: 4 });
    await closeAndRead(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('compares with all that was ever shown, not only with what was shown last', async () => {
    const draft = await anOpenDraft(stores());
    const ten = { ...five(3), six: 3, seven: 3, eight: 3, nine: 3, ten: 3 } as const;
    await rate(stores(), draft, ten);
    await closeAndRead(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, five(4));
    await closeAndRead(stores(), draft);
    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5, 4: 5 });

    await reopen(stores(), draft);
    await rate(stores(), draft, { ...five(3), six: 1 });
    await closeAndRead(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5, 4: 5 });
  });

  it('shows what could not be shown before as soon as there is enough of it', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, { one: 3, two: 3, three: 3, four: 3 });
    await closeAndRead(stores(), draft);
    assert.equal((await read(stores(), draft))?.kind, 'hidden');

    await reopen(stores(), draft);
    await rate(stores(), draft, { five: 3 });
    await closeAndRead(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('holds for a draft that is replaced while it is open again, too', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await closeAndRead(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5 });

    await stores().drafts.publish(aPublication(aDraft(draft.charter, { number: 2 })));

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('keeps what was to be read in whatever way it is opened', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await closeAndRead(stores(), draft);

    await drafts.change({ draft: draft.id, from: 'closed', to: 'open', at: noon(60) });
    await rate(stores(), draft, { one: 5 });
    await close(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('never lets anybody tell fewer than five members apart by subtracting what was published', async () => {
    const members = Array.from({ length: 12 }, (_, index) => `m${index}`);
    const round = fc.dictionary(fc.constantFrom(...members), fc.constantFrom(...answers, null), {
      maxKeys: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
        const draft = await anOpenDraft(stores());
        const standing = new Map<string, Answer>();
        const published: { result: ValueResult; standing: ReadonlyMap<string, Answer> }[] = [];
        for (const [index, presses] of rounds.entries()) {
          if (index > 0) await reopen(stores(), draft);
          await rate(stores(), draft, presses);
          for (const [member, answer] of Object.entries(presses)) {
            if (answer === null) standing.delete(member);
            else standing.set(member, answer);
          }
          await close(stores(), draft);
          const result = await read(stores(), draft);
          if (result?.kind === 'shown' && result.earlier !== true)
            published.push({ result, standing: new Map(standing) });
        }

        for (const [index, one] of published.entries()) {
          for (const other of published.slice(index + 1)) {
            if (isDeepStrictEqual(one.result, other.result)) continue;
            const changed = members.filter((each) => one.standing.get(each) !== other.standing.get(each));
            assert.ok(changed.length >= fewestAnswers, `${String(changed.length)} can be told apart`);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

onTwoPrograms('opening a draft again', (programs) => {
  it('of two who close it, and of two who open it again, one does, and it is told once', async () => {
    const [one] = programs();
    const draft = await anOpenDraft(one);
    await aSubscribedPlace(one);
    for (let round = 0; round < 10; round += 1) {
      const closed = await Promise.all(programs().map((each) => close(each, draft)));
      assert.deepEqual(closed.sort(), [false, true]);

      const announcements = [reopening(draft), reopening(draft)];
      const opened = await Promise.all(
        programs().map((each, index) =>
          each.drafts.reopen({ draft: draft.id, announcement: announcements[index]! }),
        ),
      );

      assert.deepEqual(opened.toSorted(), [false, true]);
      const told = await Promise.all(announcements.map(({ id }) => one.announcements.find(id)));
      assert.deepEqual(
        told.map((each) => each !== undefined),
        opened,
      );
    }
  });

  it('reads one closing or the other in either program, and never answers that came in between', async () => {
    const [one, other] = programs();
    for (let round = 0; round < 5; round += 1) {
      const draft = await anOpenDraft(one);
      await rate(one, draft, five(3));
      await close(one, draft);
      const closed = (await one.drafts.find(draft.id))!;

      const reading = Promise.all(programs().map((each) => releaseFor(portsOf(each), closed)));
      await reopen(one, draft);
      await rate(other, draft, { late: 5, later: 5 });
      const read = await reading;

      for (const release of read)
        assert.ok(release === undefined || countsIn(resultIn(release))?.[5] === undefined);
      await close(other, draft);
      const [first, second] = await Promise.all(
        programs().map(async (each) => releaseFor(portsOf(each), (await each.drafts.find(draft.id))!)),
      );
      assert.deepEqual(first, second);
      const wasTold = read.some((release) => release !== undefined);
      assert.deepEqual(countsIn(resultIn(first)), wasTold ? { 3: 5 } : { 3: 5, 5: 2 });
    }
  });
});

type Presses = Readonly<Record<string, Answer | null>>;

function five(answer: Answer): Presses {
  return { one: answer, two: answer, three: answer, four: answer, five: answer };
}

function rate({ ratings }: Stores, draft: DraftContent, presses: Presses): Promise<string[]> {
  return Promise.all(
    Object.entries(presses).map(async ([member, answer]) => {
      const press = { value: openScience, answer, press: unique('press'), at: noon() };
      const pseudonym = `${draft.id} ${member}` as Pseudonym;
      return (await ratings.record({ draft: draft.id, pseudonym, ...press })).outcome;
    }),
  );
}

function close({ drafts }: Stores, { id }: DraftContent): Promise<boolean> {
  return drafts.change({ draft: id, from: 'open', to: 'closed', at: noon(60) });
}

function reopening({ charter, id }: DraftContent) {
  return anAnnouncement(charter, { kind: 'reopened', draft: id, at: noon(90) });
}

async function reopen({ drafts }: Stores, draft: DraftContent): Promise<void> {
  const done = await drafts.reopen({ draft: draft.id, announcement: reopening(draft) });
  if (!done) throw new Error('The draft is not closed.');
}

/** As it happens: somebody looks at the results while they are there. */
async function closeAndRead(stores: Stores, draft: DraftContent): Promise<void> {
  await close(stores, draft);
  await read(stores, draft);
}

/** What everybody can read of the one value that is rated here. */
async function read(stores: Stores, { id }: DraftContent): Promise<ValueResult | undefined> {
  const draft = await stores.drafts.find(id);
  const release = await releaseFor(portsOf(stores), draft!);
  return release && resultIn(release);
}

function portsOf(stores: Stores) {
  return { ...stores, clock: { now: () => new Date(noon(100)) } };
}

function resultIn(release: Release | undefined): ValueResult | undefined {
  return release && resultsOf(release).find(({ value }) => value === openScience);
}

function countsIn(result: ValueResult | undefined): Readonly<Record<string, number>> | undefined {
  if (result?.kind !== 'shown') return undefined;
  return Object.fromEntries(Object.entries(result.counts).filter(([, count]) => count > 0));
}
