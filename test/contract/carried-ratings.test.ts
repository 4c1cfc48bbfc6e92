import assert from 'node:assert/strict';

import { hashOf, beginning } from '../../src/app/ledger/chain.js';
import type { Publication } from '../../src/app/ports.js';
import type { DraftChanges, ValueChange } from '../../src/domain/change.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftContent, ValueId } from '../../src/domain/draft.js';
import type { Answer, Pseudonym } from '../../src/domain/rating.js';
import {
  aDraft,
  anOpenDraft,
  aPseudonym,
  aPublication,
  aSubscribedPlace,
  noon,
  openScience,
  outcomeOf,
  shareCredit,
  unique,
} from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { postTo } from './posted.js';

type Carried = NonNullable<Publication['carried']>;

onEveryStore('carried ratings', (stores) => {
  interface Given {
    readonly value?: ValueId;
    readonly press?: string;
  }
  const rate = (
    { id: draft }: DraftContent,
    pseudonym: Pseudonym,
    answer: Answer | null,
    { value = openScience, press = unique('press') }: Given = {},
  ) => outcomeOf(stores().ratings.record({ draft, value, pseudonym, answer, press, at: noon(5) }));
  const mine = async ({ id: draft }: DraftContent, pseudonym: Pseudonym) =>
    Object.fromEntries(await stores().ratings.mine({ draft, pseudonym }));
  const carriedTo = async ({ id: draft }: DraftContent, pseudonym: Pseudonym) =>
    Object.fromEntries(await stores().ratings.carried({ draft, pseudonym }));
  const before = async ({ id: draft }: DraftContent, pseudonym: Pseudonym) =>
    Object.fromEntries(await stores().ratings.before({ draft, pseudonym }));
  const dispute = ({ id: draft }: DraftContent, pseudonym = aPseudonym(), value = openScience) =>
    stores().ratings.dispute({ draft, value, pseudonym, at: noon(400) });

  /** The draft that follows, in which ratings of the value that is named keep. */
  const follow = async (
    { charter }: DraftContent,
    number: number,
    from: readonly DraftContent[],
    overrides: Partial<DraftContent> = {},
    value = openScience,
  ): Promise<DraftContent> => {
    const draft = aDraft(charter, { number, publishedAt: noon(number * 100), ...overrides });
    const carried: Carried = [{ value, from: from.map(({ id }) => id) }];
    assert.equal((await stores().drafts.publish(aPublication(draft, { carried }))).kind, 'published');
    return draft;
  };
  const spelled = (overrides: Partial<ValueChange> = {}): { changes: DraftChanges } =>
    changesOf([
      {
        value: openScience,
        kinds: ['text'],
        from: [openScience],
        size: 'spelling',
        themes: [],
        ...overrides,
      },
      { value: shareCredit, kinds: [], from: [shareCredit], themes: [] },
    ]);

  it('stand in the new draft as they were given, and say to which they were', async () => {
    const first = await anOpenDraft(stores());
    const [ana, bo] = [aPseudonym(), aPseudonym()];
    await rate(first, ana, 4);
    await rate(first, ana, 2, { value: shareCredit });
    await rate(first, bo, 'unclear');

    const second = await follow(first, 2, [first]);

    assert.deepEqual(await mine(second, ana), { [openScience]: 4 });
    assert.deepEqual(await carriedTo(second, ana), { [openScience]: 1 });
    assert.deepEqual(await mine(second, bo), { [openScience]: 'unclear' });
    assert.deepEqual(await mine(first, ana), { [openScience]: 4, [shareCredit]: 2 });
    assert.deepEqual(await carriedTo(first, ana), {});
  });

  it('of several drafts are the last answer, and name the draft in which it was given', async () => {
    const first = await anOpenDraft(stores());
    const [early, late] = [aPseudonym(), aPseudonym()];
    await rate(first, early, 1);
    await rate(first, late, 1);
    const second = await follow(first, 2, [first]);
    await rate(second, late, 5);

    const third = await follow(first, 3, [first, second]);

    assert.deepEqual(
      [await mine(third, early), await mine(third, late)],
      [{ [openScience]: 1 }, { [openScience]: 5 }],
    );
    assert.deepEqual(
      [await carriedTo(third, early), await carriedTo(third, late)],
      [{ [openScience]: 1 }, { [openScience]: 2 }],
    );
  });

  it('are none where the last answer was given to other words', async () => {
    const first = await anOpenDraft(stores());
    const [stayed, moved] = [aPseudonym(), aPseudonym()];
    for (const member of [stayed, moved]) await rate(first, member, 3);
    const second = await follow(first, 2, []);
    await rate(second, moved, 4);

    const third = await follow(first, 3, [first]);

    assert.deepEqual(await mine(third, stayed), { [openScience]: 3 });
    assert.deepEqual(await mine(third, moved), {});
  });

  it('are none where the last answer was withdrawn', async () => {
    const first = await anOpenDraft(stores());
    const member = aPseudonym();
    await rate(first, member, 3);
    const second = await follow(first, 2, [first]);
    await rate(second, member, null);

    const third = await follow(first, 3, [first, second]);

    assert.deepEqual([await mine(third, member), await before(third, member)], [{}, {}]);
  });

  it('come past a draft that was withdrawn', async () => {
    const first = await anOpenDraft(stores());
    const member = aPseudonym();
    await rate(first, member, 3);
    const second = await follow(first, 2, [first]);
    await rate(second, member, 5);
    await stores().drafts.change({ draft: second.id, from: 'open', to: 'withdrawn', at: noon(250) });

    const third = await follow(first, 3, [first]);

    assert.deepEqual(await mine(third, member), { [openScience]: 3 });
    assert.deepEqual(await before(third, member), { [openScience]: { answer: 3, number: 1 } });
  });

  it('are no others’, and of no other charter', async () => {
    const [first, elsewhere] = [await anOpenDraft(stores()), await anOpenDraft(stores())];
    const member = aPseudonym();
    await rate(elsewhere, member, 3);

    const second = await follow(first, 2, [first, elsewhere]);

    assert.deepEqual(await mine(second, member), {});
    assert.deepEqual((await stores().releases.gather(second.id)).tallies, []);
  });

  it('are given anew with the first press, also with the same answer, and may be withdrawn', async () => {
    const first = await anOpenDraft(stores());
    const [again, gone] = [aPseudonym(), aPseudonym()];
    for (const member of [again, gone]) await rate(first, member, 3, { press: 'the same' });
    const second = await follow(first, 2, [first]);

    assert.equal(await rate(second, again, 3, { press: 'the same' }), 'recorded');
    assert.equal(await rate(second, gone, null), 'recorded');

    assert.deepEqual([await mine(second, again), await carriedTo(second, again)], [{ [openScience]: 3 }, {}]);
    assert.deepEqual([await mine(second, gone), await carriedTo(second, gone)], [{}, {}]);
    assert.equal(await rate(second, again, 5, { press: 'the same' }), 'repeated');
  });

  it('are not copied where publishing is overtaken', async () => {
    const first = await anOpenDraft(stores());
    const member = aPseudonym();
    await rate(first, member, 3);
    const carried: Carried = [{ value: openScience, from: [first.id] }];

    const draft = aDraft(first.charter);
    const { kind } = await stores().drafts.publish(aPublication(draft, { carried }));

    assert.equal(kind, 'overtaken');
    assert.deepEqual(await mine(draft, member), {});
    assert.equal(await rate(first, member, 4), 'recorded');
  });

  it('leave what a member said of other words before to be read', async () => {
    const first = await anOpenDraft(stores());
    const member = aPseudonym();
    await rate(first, member, 3);
    await rate(first, member, 2, { value: shareCredit });
    const second = await follow(first, 2, [first]);
    await rate(second, member, 'no-opinion', { value: shareCredit });
    const third = await follow(first, 3, []);

    assert.deepEqual(await before(first, member), {});
    assert.deepEqual(await before(second, member), {
      [openScience]: { answer: 3, number: 1 },
      [shareCredit]: { answer: 2, number: 1 },
    });
    assert.deepEqual(await before(third, member), {
      [openScience]: { answer: 3, number: 1 },
      [shareCredit]: { answer: 'no-opinion', number: 2 },
    });
  });

  describe('over a change of spelling', () => {
    const spelledDraft = async (): Promise<{
      first: DraftContent;
      second: DraftContent;
      member: Pseudonym;
    }> => {
      const first = await anOpenDraft(stores());
      const member = aPseudonym();
      await rate(first, member, 3);
      await rate(first, member, 5, { value: shareCredit });
      const draft = { ...spelled(), number: 2, publishedAt: noon(200) };
      const second = aDraft(first.charter, draft);
      const carried = [openScience, shareCredit].map((value) => ({ value, from: [first.id] }));
      await stores().drafts.publish(aPublication(second, { carried }));
      return { first, second, member };
    };

    it('are ratings of other words once somebody says so: nobody keeps theirs, and all who gave them are asked', async () => {
      const { first, second, member } = await spelledDraft();
      const anew = aPseudonym();
      await rate(second, anew, 4);

      assert.equal(await dispute(second), 'disputed');

      assert.deepEqual(await mine(second, member), { [shareCredit]: 5 });
      assert.deepEqual(await before(second, member), {
        [openScience]: { answer: 3, number: 1 },
        [shareCredit]: { answer: 5, number: 1 },
      });
      assert.deepEqual(await mine(second, anew), { [openScience]: 4 }, 'it was given to these words');
      assert.deepEqual(await mine(first, member), { [openScience]: 3, [shareCredit]: 5 });
    });

    it('are disputed once, for everybody to read, and nobody is named', async () => {
      const { second } = await spelledDraft();
      const somebody = aPseudonym();

      assert.equal(await dispute(second, somebody), 'disputed');
      assert.equal(await dispute(second, somebody), 'disputed-before');
      assert.equal(await dispute(second), 'disputed-before');

      const records = await stores().process.records(second.charter);
      assert.deepEqual(records.at(-1)?.entry, { kind: 'spelling-disputed', number: 2, value: openScience });
      assert.equal(records.filter(({ entry }) => entry.kind === 'spelling-disputed').length, 1);
      assert.ok(!JSON.stringify(records).includes(somebody));
      const { changes } = spelled({ disputed: true });
      assert.deepEqual((await stores().drafts.find(second.id))?.changes, changes);
      assert.deepEqual((await stores().drafts.latest(second.charter))?.changes, changes);
    });

    it('are not carried on to the draft that follows once they were disputed', async () => {
      const { first, second, member } = await spelledDraft();
      await dispute(second);

      const third = await follow(first, 3, [second]);

      assert.deepEqual(await mine(third, member), {});
    });

    it('are disputed only where a change was declared as spelling, and while the draft is open', async () => {
      const { first, second, member } = await spelledDraft();

      assert.equal(await dispute(second, member, shareCredit), 'not-spelling');
      assert.equal(await dispute(second, member, 'nowhere' as ValueId), 'not-spelling');
      assert.equal(await dispute(first), 'not-open');
      await stores().drafts.change({ draft: second.id, from: 'open', to: 'closed', at: noon(300) });
      assert.equal(await dispute(second), 'not-open');

      assert.deepEqual(await mine(second, member), { [openScience]: 3, [shareCredit]: 5 });
    });

    it('change the copies that were posted when they are disputed', async () => {
      const tenant = unique('tenant');
      const place = await aSubscribedPlace(stores(), { address: { tenant } });
      const second = aDraft(unique('charter') as CharterName, spelled());
      const publication = aPublication(second);
      await stores().drafts.publish(publication);
      await postTo(stores(), { tenant, place, announcement: publication.announcement.id });

      await dispute(second);

      assert.deepEqual((await stores().announcements.report(publication.announcement.id)).edits.waiting, 1);
    });

    it('of several who dispute at once, one does', async () => {
      const { second, member } = await spelledDraft();

      const outcomes = await Promise.all([1, 2, 3].map(() => dispute(second)));

      assert.deepEqual(outcomes.sort(), ['disputed', 'disputed-before', 'disputed-before']);
      assert.deepEqual(await mine(second, member), { [shareCredit]: 5 });
    });
  });

  it('are told apart when a release is made: how many came from which draft', async () => {
    const first = await anOpenDraft(stores());
    const members = Array.from({ length: 3 }, aPseudonym);
    for (const member of members) await rate(first, member, 3);
    const second = await follow(first, 2, [first], spelled());
    await rate(second, members[0]!, 3);
    await rate(second, members[1]!, null);

    const { carried, tallies } = await stores().releases.gather(second.id);

    assert.deepEqual(carried, [{ value: openScience, from: `${first.id} ${openScience}`, count: 1 }]);
    assert.deepEqual(tallies, [{ value: openScience, answer: 3, count: 2 }]);
  });

  it('are no new answers where drafts are compared, and count for the draft before', async () => {
    const first = await anOpenDraft(stores());
    const who = {
      up: aPseudonym(),
      same: aPseudonym(),
      carried: aPseudonym(),
      newcomer: aPseudonym(),
      unclear: aPseudonym(),
      left: aPseudonym(),
      tookBack: aPseudonym(),
    };
    const { newcomer, ...earlier } = who;
    for (const member of Object.values(earlier)) await rate(first, member, 2);
    const second = await follow(first, 2, [first], spelled());
    assert.deepEqual((await stores().releases.gather(first.id)).paired, []);
    await rate(second, who.unclear, 'unclear');
    await rate(second, who.tookBack, null);
    const third = await follow(first, 3, [second], changesOf([], 2));
    await rate(third, who.left, null);
    await rate(third, who.up, 5);
    await rate(third, who.same, 2);
    await rate(third, newcomer, 1);
    await rate(third, who.tookBack, 4);
    await rate(third, who.unclear, 3);
    assert.deepEqual((await stores().releases.gather(third.id)).paired, [], 'not while it is open');

    await stores().drafts.change({ draft: third.id, from: 'open', to: 'closed', at: noon(900) });

    const { paired } = await stores().releases.gather(third.id);
    assert.deepEqual(
      new Map(paired.map(({ value, difference, count }) => [`${value} ${String(difference)}`, count])),
      new Map([
        [`${openScience} 3`, 1],
        [`${openScience} 0`, 1],
        [`${openScience} left`, 1],
        [`${openScience} new`, 2],
      ]),
    );
  });

  it('come with a draft that says what changed, and with a record of its words and terms', async () => {
    const first = await anOpenDraft(stores());
    const changes: DraftChanges = {
      base: 1,
      values: [
        {
          value: openScience,
          kinds: ['title', 'moved'],
          from: [openScience],
          size: 'clearer',
          why: 'So.',
          themes: [2, 3],
        },
        { value: shareCredit, kinds: ['merged'], from: [shareCredit, 'gone' as ValueId], themes: [] },
      ],
      removed: [{ value: 'gone' as ValueId, title: 'Be on time', size: 'meaning', themes: [1] }],
      considerations: { themes: [] },
      leadIn: { size: 'spelling', why: 'A comma.', themes: [] },
      unanswered: { themes: [4], comments: 7 },
    };
    const second = aDraft(first.charter, { number: 2, changes, publishedAt: noon(200) });
    const digests = { content: 'c'.repeat(64), terms: 't'.repeat(64) };

    await stores().drafts.publish(aPublication(second, { digests }));

    assert.deepEqual(await stores().drafts.content(second.id), second);
    const records = await stores().process.records(first.charter);
    assert.deepEqual(records.at(-1)?.entry, { kind: 'draft', number: 2, became: 'open', ...digests });
    let previous = beginning;
    for (const { hash, ...record } of records) {
      assert.equal(hash, hashOf(first.charter, record, previous));
      previous = hash;
    }
    assert.equal(await stores().process.head(first.charter), previous);
  });
});

function changesOf(values: readonly ValueChange[], base = 1): { changes: DraftChanges } {
  return { changes: { base, values, removed: [], unanswered: { themes: [], comments: 0 } } };
}
