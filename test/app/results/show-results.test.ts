import assert from 'node:assert/strict';

import { pseudonymOf } from '../../../src/app/pseudonym.js';
import { releaseInterim } from '../../../src/app/results/release-interim.js';
import type { ResultsView } from '../../../src/app/results/views.js';
import type { Draft } from '../../../src/domain/draft.js';
import type { MemberId } from '../../../src/domain/place.js';
import type { Answer } from '../../../src/domain/rating.js';
import { aCommunity, garden, said, viewed, type Community } from '../community.js';
import { aPost } from '../posts.js';

const about = { charter: garden };

describe('The results of a draft', () => {
  let community: Community;
  let draft: Draft;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T10:00Z' });
    draft = await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const answer = async (members: readonly string[], given: Answer, position = 1) => {
    for (const member of members) {
      const rating = { kind: 'rate', about, value: { by: 'position', position }, answer: given } as const;
      await community.ask(rating, community.member(member));
    }
  };
  const close = () => community.ask({ kind: 'close', about, confirmed: true });
  const results = async (number?: number): Promise<ResultsView> => {
    const intent = { kind: 'results', about, ...(number === undefined ? {} : { number }) } as const;
    return viewed('results', await community.askOne(intent, community.member('reader')));
  };
  const counts = ({ results: told }: ResultsView) =>
    told?.values.flatMap((value) => (value.kind === 'shown' ? [value.counts] : []));
  const showInterim = () =>
    community.ports.process.changeRules({ charter: garden, rules: { results: 'interim' }, at: '2026-10-20' });
  const release = () => releaseInterim(community.ports);

  it('are there for nobody while it is open, and lead to no page', async () => {
    await answer(crew(6), 4);

    const view = await results();

    assert.equal(view.results, undefined);
    assert.equal(view.address, undefined);
    assert.deepEqual([view.least, view.interim], [5, false]);
  });

  it('are the same for everybody from the closing on, however long nobody asked', async () => {
    await answer(crew(6), 4);
    await close();
    community.setClock('2026-11-20T10:00Z');

    const first = await results();
    community.setClock('2026-12-20T10:00Z');
    const later = await results();

    assert.deepEqual(counts(first), [{ 1: 0, 2: 0, 3: 0, 4: 6, 5: 0 }]);
    assert.equal(first.results?.at, '2026-11-20T10:00:00.000Z');
    assert.deepEqual(later, first);
    assert.equal(first.address, 'https://touchstone.example/charters/garden/drafts/1/results');
  });

  it('name every value, and say in which order the draft has them', async () => {
    await answer(crew(6), 4, 2);
    await close();

    const { results: told } = await results();

    assert.deepEqual(
      told?.order,
      draft.values.map(({ id }) => id),
    );
    assert.equal(told.values[0]?.value, draft.values[1]?.id);
    assert.equal(told.values.length, draft.values.length);
  });

  it('are those of the draft before while the newest is open, and lead on to it', async () => {
    await answer(crew(6), 4);
    await close();
    const second = await community.publish(aPost({ values: ['Share the harvest'] }));

    const before = await results();
    const own = await results(2);

    assert.deepEqual([before.subject.number, before.open?.draft], [1, second.id]);
    assert.deepEqual([own.subject.number, own.results, own.open], [2, undefined, undefined]);
  });

  it('of a draft that was withdrawn are shown to nobody', async () => {
    await answer(crew(6), 4);
    await community.ask({ kind: 'withdraw', about, confirmed: true });

    assert.equal((await results(1)).results, undefined);
  });

  it('of a number that no draft has are none', async () => {
    const view = await community.askOne({ kind: 'results', about, number: 7 });

    assert.deepEqual(said(view), { what: 'no-such-draft' });
  });

  it('of a sealed charter stay as they were told', async () => {
    await answer(crew(6), 4);
    await close();
    const before = await results();

    await community.ask({ kind: 'seal', charter: garden, confirmed: true });

    assert.deepEqual((await results()).results, before.results);
  });

  it('know no group that the charter does not ask for', async () => {
    for (const [index, member] of crew(12).entries()) {
      const pseudonym = await pseudonymOf(community.ports, garden, member as MemberId);
      const group = index % 2 === 0 ? 'lab' : 'office';
      await community.ports.participation.chooseGroup({ charter: garden, pseudonym, group });
    }
    await answer(crew(12), 4);
    await close();

    const [value] = (await results()).results?.values ?? [];

    assert.ok(value?.kind === 'shown' && value.groups === undefined);
  });

  describe('while the draft is open, where the charter chose that', () => {
    beforeEach(showInterim);

    it('appear when enough answered, and not with every answer', async () => {
      await answer(crew(4), 4);
      assert.equal(await release(), 0);
      assert.equal((await results()).results, undefined);

      await answer(crew(5), 4);
      assert.equal(await release(), 1);
      const told = await results();
      assert.deepEqual(counts(told), [{ 1: 0, 2: 0, 3: 0, 4: 5, 5: 0 }]);
      assert.equal(told.results?.interim, true);
      assert.deepEqual(told.results.participation.started, { kind: 'at-least', count: 5 });

      await answer(crew(9), 4);
      assert.equal(await release(), 0);
      assert.deepEqual(await results(), told);

      await answer(crew(10), 4);
      assert.equal(await release(), 1);
      assert.deepEqual(counts(await results()), [{ 1: 0, 2: 0, 3: 0, 4: 10, 5: 0 }]);
    });

    it('are not made by whoever reads them', async () => {
      await answer(crew(6), 4);

      assert.equal((await results()).results, undefined);
    });

    it('give way to those of the closing', async () => {
      await answer(crew(5), 4);
      await release();
      await answer(crew(10).slice(5), 2);
      await close();

      const told = await results();

      assert.equal(told.results?.interim, false);
      assert.deepEqual(counts(told), [{ 1: 0, 2: 5, 3: 0, 4: 5, 5: 0 }]);
      assert.equal(await release(), 0);
    });

    it('are hidden again when the draft is opened again, until enough is new', async () => {
      await answer(crew(5), 4);
      await close();
      await results();
      await community.ask({ kind: 'reopen', about, confirmed: true });
      await answer(['late'], 1);

      assert.equal(await release(), 0);
      assert.equal((await results()).results, undefined);
    });
  });

  it('appear only at the closing where the charter chose nothing else', async () => {
    await answer(crew(6), 4);

    assert.equal(await release(), 0);
    assert.deepEqual(await community.ports.releases.of(garden), []);
  });
});

function crew(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `member-${String(index)}`);
}
