import assert from 'node:assert/strict';

import fc from 'fast-check';

import { resultsFor } from '../../src/app/show-results.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { answers, type Answer, type Pseudonym } from '../../src/domain/rating.js';
import { fewestAnswers, type ValueResult } from '../../src/domain/results.js';
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
    await close(stores(), draft);
    const before = await read(stores(), draft);

    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5, two: 5, three: null, seven: 1 });
    await close(stores(), draft);

    assert.deepEqual(await read(stores(), draft), { ...before, earlier: true });
  });

  it('shows new figures as soon as five answers changed, also when not all of them did at one time', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await close(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5, two: 5, three: 5, four: 5 });
    await close(stores(), draft);
    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });

    await reopen(stores(), draft);
    await rate(stores(), draft, { five: 5 });
    await close(stores(), draft);

    const result = await read(stores(), draft);
    assert.deepEqual(countsIn(result), { 5: 5 });
    assert.ok(result && !('earlier' in result));
  });

  it('does not count answers that were given again as they were', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await close(stores(), draft);

    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 3, two: 3, three: 3, four: 3, five: 4 });
    await close(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('compares with all that was ever shown, not only with what was shown last', async () => {
    const draft = await anOpenDraft(stores());
    const ten = { ...five(3), six: 3, seven: 3, eight: 3, nine: 3, ten: 3 } as const;
    await rate(stores(), draft, ten);
    await close(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, five(4));
    await close(stores(), draft);
    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5, 4: 5 });

    await reopen(stores(), draft);
    await rate(stores(), draft, { ...five(3), six: 1 });
    await close(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5, 4: 5 });
  });

  it('shows what could not be shown before as soon as there is enough of it', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, { one: 3, two: 3, three: 3, four: 3 });
    await close(stores(), draft);
    assert.equal((await read(stores(), draft))?.kind, 'hidden');

    await reopen(stores(), draft);
    await rate(stores(), draft, { five: 3 });
    await close(stores(), draft);

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('holds for a draft that is replaced while it is open again, too', async () => {
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await close(stores(), draft);
    await reopen(stores(), draft);
    await rate(stores(), draft, { one: 5 });

    await stores().drafts.publish(aPublication(aDraft(draft.charter, { number: 2 })));

    assert.deepEqual(countsIn(await read(stores(), draft)), { 3: 5 });
  });

  it('keeps what was to be read in whatever way it is opened', async () => {
    const { drafts } = stores();
    const draft = await anOpenDraft(stores());
    await rate(stores(), draft, five(3));
    await close(stores(), draft);

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

  it('keeps the tallies of the closing, however presses come in meanwhile', async () => {
    const [one, other] = programs();
    for (let round = 0; round < 5; round += 1) {
      const draft = await anOpenDraft(one);
      await rate(one, draft, five(3));
      await close(one, draft);
      const pressing = Array.from({ length: 10 }, (_, index) => rate(other, draft, { [`late-${index}`]: 5 }));

      const reopening = reopen(one, draft);
      const outcomes = (await Promise.all(pressing)).flat();
      await reopening;

      const [kept] = [...(await other.drafts.talliesBefore(draft.id)).values()];
      assert.deepEqual(kept?.tally, [{ value: openScience, answer: 3, count: 5 }]);
      assert.equal(kept.changed, outcomes.filter((outcome) => outcome === 'recorded').length);
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

/** What everybody can read of the one value that is rated here. */
async function read(stores: Stores, { id }: DraftContent): Promise<ValueResult | undefined> {
  const draft = await stores.drafts.find(id);
  return (await resultsFor(stores, draft!))?.[0];
}

function countsIn(result: ValueResult | undefined): Readonly<Record<string, number>> | undefined {
  if (result?.kind !== 'shown') return undefined;
  return Object.fromEntries(Object.entries(result.counts).filter(([, count]) => count > 0));
}
