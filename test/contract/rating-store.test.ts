import assert from 'node:assert/strict';

import type { DraftContent, DraftId, ValueId } from '../../src/domain/draft.js';
import { answers, type Answer, type Pseudonym } from '../../src/domain/rating.js';
import { anOpenDraft, aPseudonym, noon, openScience, shareCredit, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('ratings', (stores) => {
  interface Given {
    readonly draft: DraftContent;
    readonly pseudonym: Pseudonym;
    readonly answer: Answer | null;
    readonly press?: string;
    readonly value?: ValueId;
    readonly seconds?: number;
  }
  const rate = async ({
    draft,
    pseudonym,
    answer,
    value = openScience,
    press = unique('press'),
    seconds = 0,
  }: Given) =>
    (await stores().ratings.record({ draft: draft.id, value, pseudonym, answer, press, at: noon(seconds) }))
      .outcome;
  const mine = async (draft: DraftContent, pseudonym: Pseudonym) => [
    ...(await stores().ratings.mine({ draft: draft.id, pseudonym })),
  ];

  it('every answer comes back as it was given', async () => {
    const draft = await anOpenDraft(stores());
    for (const answer of answers) {
      const pseudonym = aPseudonym();

      assert.equal(await rate({ draft, pseudonym, answer }), 'recorded');

      assert.deepEqual(await mine(draft, pseudonym), [[openScience, answer]]);
    }
  });

  it('a second rating replaces the first, and stands for its own value only', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 2 });
    await rate({ draft, pseudonym, answer: 3, value: shareCredit });

    assert.equal(await rate({ draft, pseudonym, answer: 5 }), 'recorded');

    assert.deepEqual(
      new Map(await mine(draft, pseudonym)),
      new Map([
        [openScience, 5],
        [shareCredit, 3],
      ]),
    );
  });

  it('members and drafts are kept apart', async () => {
    const [draft, other] = [await anOpenDraft(stores()), await anOpenDraft(stores())];
    const pseudonym = aPseudonym();

    await rate({ draft, pseudonym, answer: 4 });

    assert.deepEqual(await mine(draft, aPseudonym()), []);
    assert.deepEqual(await mine(other, pseudonym), []);
  });

  it('a withdrawn answer counts nowhere, and may be given again', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 4 });

    assert.equal(await rate({ draft, pseudonym, answer: null }), 'recorded');
    assert.deepEqual(await mine(draft, pseudonym), []);
    assert.deepEqual((await stores().releases.gather(draft.id)).tallies, []);

    assert.equal(await rate({ draft, pseudonym, answer: 1 }), 'recorded');
    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 1]]);
  });

  it('a press that stands is known again, however late', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 4, press: 'same' });

    assert.equal(await rate({ draft, pseudonym, answer: 4, press: 'same', seconds: 1 }), 'repeated');
    assert.equal(await rate({ draft, pseudonym, answer: 2, press: 'same', seconds: 86_400 }), 'repeated');

    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 4]]);
  });

  it('a press that was replaced is known again for two minutes', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 1, press: 'first' });
    await rate({ draft, pseudonym, answer: 2, press: 'second', seconds: 10 });
    await rate({ draft, pseudonym, answer: 3, press: 'third', seconds: 20 });

    for (const press of ['first', 'second', 'third']) {
      assert.equal(await rate({ draft, pseudonym, answer: 5, press, seconds: 140 }), 'repeated');
    }

    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 3]]);
  });

  it('after two minutes a press that was replaced is a new one', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 1, press: 'first' });
    await rate({ draft, pseudonym, answer: 2, press: 'second', seconds: 10 });

    assert.equal(await rate({ draft, pseudonym, answer: 5, press: 'first', seconds: 131 }), 'recorded');

    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 5]]);
    assert.equal(await rate({ draft, pseudonym, answer: 2, press: 'second', seconds: 132 }), 'repeated');
  });

  it('a redelivered withdrawal is known again as well', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 4 });
    await rate({ draft, pseudonym, answer: null, press: 'withdraw', seconds: 1 });
    await rate({ draft, pseudonym, answer: 5, seconds: 2 });

    assert.equal(await rate({ draft, pseudonym, answer: null, press: 'withdraw', seconds: 3 }), 'repeated');

    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 5]]);
  });

  it('one press may answer for several members and several values', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 4, press: 'shared' });

    assert.equal(
      await rate({ draft, pseudonym, answer: 4, press: 'shared', value: shareCredit }),
      'recorded',
    );
    assert.equal(await rate({ draft, pseudonym: aPseudonym(), answer: 4, press: 'shared' }), 'recorded');
  });

  it('any text may be a press', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    for (const press of ['', "'; drop table ratings; --", 'ä\u0000\n%_', 'x'.repeat(10_000)]) {
      assert.equal(await rate({ draft, pseudonym, answer: 3, press }), 'recorded');
      assert.equal(await rate({ draft, pseudonym, answer: 3, press }), 'repeated');
    }
  });

  it('a draft that is not open takes no answers and keeps those it has', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();
    await rate({ draft, pseudonym, answer: 4, press: 'before' });
    await stores().drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(60) });

    assert.equal(await rate({ draft, pseudonym, answer: 1 }), 'not-open');
    assert.equal(await rate({ draft, pseudonym, answer: null }), 'not-open');
    assert.equal(await rate({ draft, pseudonym: aPseudonym(), answer: 1 }), 'not-open');

    assert.deepEqual(await mine(draft, pseudonym), [[openScience, 4]]);
  });

  it('there is no answer to a value that is not in the draft, nor to a draft that is not there', async () => {
    const draft = await anOpenDraft(stores());
    const pseudonym = aPseudonym();

    assert.equal(await rate({ draft, pseudonym, answer: 4, value: 'elsewhere' as ValueId }), 'not-open');
    assert.equal(
      await rate({ draft: { ...draft, id: 'nowhere' as DraftId }, pseudonym, answer: 4 }),
      'not-open',
    );
  });

  it('the tally counts each standing answer once', async () => {
    const draft = await anOpenDraft(stores());
    const given: readonly (Answer | null)[] = [4, 4, 5, 'unclear', 'no-opinion', null, 4];
    for (const answer of given) await rate({ draft, pseudonym: aPseudonym(), answer });
    await rate({ draft, pseudonym: aPseudonym(), answer: 1, value: shareCredit });

    const tally = (await stores().releases.gather(draft.id)).tallies;

    const counts = new Map(tally.map(({ value, answer, count }) => [`${value} ${String(answer)}`, count]));
    assert.deepEqual(
      counts,
      new Map([
        ['open-science 4', 3],
        ['open-science 5', 1],
        ['open-science unclear', 1],
        ['open-science no-opinion', 1],
        ['share-credit 1', 1],
      ]),
    );
  });
});
