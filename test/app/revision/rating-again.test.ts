import assert from 'node:assert/strict';

import { existsSync, readFileSync } from 'node:fs';
import type { Intent } from '../../../src/app/intent.js';
import type { Speaker } from '../../../src/app/speaker.js';
import type { AnswersView, BallotView, View } from '../../../src/app/views.js';
import type { ValueId } from '../../../src/domain/draft.js';
import type { Answer } from '../../../src/domain/rating.js';
import { aCommunity, garden, said, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';

const [harvest, soil, gate] = ['Share the harvest', 'Leave the soil better', 'Keep the gate open'] as const;
const reworded = new Map([[`${soil} {#leave-the-soil-better}`, 'We give back all that we take.']]);
const second = (front = ''): string =>
  aPost({ front, values: [harvest, `${soil} {#leave-the-soil-better}`, gate], reworded });
const spelling =
  'changes:\n  - value: leave-the-soil-better\n    size: spelling\n    why: A word was missing.';

describe('After a revision', () => {
  let community: Community;
  let bento: Speaker;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
    bento = community.member('bento');
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const ask = (intent: Intent, speaker: Speaker = bento): Promise<View> => community.askOne(intent, speaker);
  const rate = (position: number, answer: Answer | null, speaker?: Speaker): Promise<View> =>
    ask({ kind: 'rate', about: { charter: garden }, value: { by: 'position', position }, answer }, speaker);
  const rateAll = async (speaker?: Speaker): Promise<void> => {
    for (const [index, answer] of ([5, 2, 4] as const).entries()) await rate(index + 1, answer, speaker);
  };
  const next = (): Promise<View> => ask({ kind: 'ballot', about: { charter: garden } });
  const ballot = async (position?: number): Promise<BallotView> => {
    const value = position === undefined ? {} : { value: { by: 'position', position } as const };
    return viewed('ballot', await ask({ kind: 'ballot', about: { charter: garden }, ...value }));
  };
  const answers = async (): Promise<AnswersView> =>
    viewed('answers', await ask({ kind: 'answers', about: { charter: garden } }));

  it('a member who rated everything is asked one question instead of three, with the words and their answer of before', async () => {
    await rateAll();
    await community.publish(second());

    const asked = await ballot();

    assert.equal(asked.value.title, soil);
    assert.equal(asked.answered, 2);
    assert.equal(asked.answer, undefined);
    assert.equal(asked.change?.since, 1);
    assert.deepEqual(asked.change.kinds, ['text']);
    assert.deepEqual(asked.change.before, [{ title: soil, text: 'We give back more than we take.' }]);
    assert.deepEqual(asked.change.former, [{ answer: 2, number: 1 }]);
    const done = viewed('answers', await rate(2, 3));
    assert.deepEqual([...(done.carried ?? [])].toSorted(), [
      ['keep-the-gate-open', 1],
      ['share-the-harvest', 1],
    ]);
  });

  it('an answer that was carried is marked, and can be changed and withdrawn', async () => {
    await rateAll();
    await community.publish(second());
    assert.equal((await ballot(1)).carried, 1);
    assert.equal((await ballot(1)).change, undefined);

    await rate(1, 1);
    await rate(3, null);

    assert.equal((await ballot(1)).carried, undefined);
    assert.deepEqual([...(await answers()).answers], [['share-the-harvest', 1]]);
    assert.equal((await answers()).carried, undefined);
  });

  it('a member who answered nothing is asked about everything, and sees no answers of before', async () => {
    await community.publish(second());

    assert.equal((await ballot()).value.title, harvest);
    assert.deepEqual((await ballot(2)).change?.former, []);
  });

  it('nothing is asked where spelling alone changed', async () => {
    await rateAll();
    await community.publish(second(spelling));

    const view = viewed('answers', await next());

    assert.equal(view.answers.size, 3);
    assert.equal(view.carried?.size, 3);
    const { change, carried } = await ballot(2);
    assert.equal(carried, 1);
    assert.equal(change?.disputable, true);
    assert.equal(change.why, 'A word was missing.');
  });

  it('whoever disagrees that it is spelling says so, and all are asked again', async () => {
    const chiara = community.member('chiara');
    await rateAll();
    await rateAll(chiara);
    await community.publish(second(spelling));
    const about = { charter: garden };
    const value = { by: 'id', id: 'leave-the-soil-better' as ValueId } as const;

    const question = viewed(
      'dispute',
      await ask({ kind: 'dispute', about, value, confirmed: false }, chiara),
    );
    assert.equal(question.state, 'asking');
    assert.equal((await next()).kind, 'answers');
    const done = viewed('dispute', await ask({ kind: 'dispute', about, value, confirmed: true }, chiara));

    assert.equal(done.state, 'disputed');
    const asked = await ballot();
    assert.equal(asked.value.title, soil);
    assert.equal(asked.change?.disputed, true);
    assert.equal(asked.change.disputable, false);
    assert.deepEqual(asked.change.former, [{ answer: 2, number: 1 }]);
    const again = await ask({ kind: 'dispute', about, value, confirmed: true });
    assert.equal(viewed('dispute', again).state, 'disputed-before');
  });

  it('nobody says in a channel that a change is more than spelling', async () => {
    await community.publish(second(spelling));
    const channel = community.member('chiara', { scope: 'channel', conversation: 'general' });
    const value = { by: 'position', position: 2 } as const;

    const view = await ask({ kind: 'dispute', about: { charter: garden }, value, confirmed: true }, channel);

    assert.equal(view.kind, 'charter');
    assert.equal((await ballot(2)).change?.disputed, undefined);
  });

  it('whoever left a draft out sees what changed since the one that they rated', async () => {
    await rateAll();
    await community.publish(second());
    const third = new Map([[`${soil} {#leave-the-soil-better}`, 'We give back twice what we take.']]);
    await community.publish(
      aPost({ values: [harvest, `${soil} {#leave-the-soil-better}`, gate], reworded: third }),
    );

    const { change, value } = await ballot();

    assert.equal(value.title, soil);
    assert.equal(change?.since, 1);
    assert.deepEqual(change.before, [{ title: soil, text: 'We give back more than we take.' }]);
  });

  it('earlier drafts stay as they were rated', async () => {
    await rateAll();
    await community.publish(second());

    const first = viewed('charter', await ask({ kind: 'values', about: { charter: garden }, number: 1 }));

    assert.equal(first.subject.number, 1);
    assert.equal(first.values[1]?.text, 'We give back more than we take.');
    assert.equal(first.answers?.get('leave-the-soil-better' as ValueId), 2);
    const missing = await ask({ kind: 'values', about: { charter: garden }, number: 9 });
    assert.equal(whatOf(missing), 'no-such-draft');
  });

  it('everybody can read what differs between any two drafts, in either order', async () => {
    await community.publish(second());
    await community.publish(
      aPost({ values: [gate, `${soil} {#leave-the-soil-better}`, 'Rest in winter'], reworded }),
    );
    const changes = async (from?: number, to?: number) =>
      viewed(
        'changes',
        await ask({ kind: 'changes', about: { charter: garden }, ...{ from, to } } as Intent),
      );
    const told = async (from?: number, to?: number) =>
      (await changes(from, to)).entries.map(({ of, title, kinds }) => [of, title, ...kinds]);

    assert.deepEqual(await told(1, 2), [['value', soil, 'text']]);
    assert.deepEqual(await told(2, 1), [['value', soil, 'text']]);
    assert.deepEqual(await told(1, 3), [
      ['value', soil, 'text', 'moved'],
      ['value', 'Rest in winter', 'added'],
      ['removed', harvest],
    ]);
    assert.deepEqual((await told(3, 1)).at(-1), ['removed', 'Rest in winter']);
    assert.deepEqual([(await changes()).from, (await changes()).to], [2, 3]);
    assert.equal((await changes(2, 1)).entries[0]?.after?.text, 'We give back more than we take.');
  });

  it('says so where there is nothing to compare', async () => {
    const about = { charter: garden };

    const first = viewed('revision-notice', await ask({ kind: 'changes', about }));
    const same = viewed('revision-notice', await ask({ kind: 'changes', about, from: 1, to: 1 }));

    assert.equal(first.what, 'first-draft');
    assert.equal(same.what, 'same-draft');
    assert.deepEqual(said(await ask({ kind: 'changes', about, from: 1, to: 7 })), { what: 'no-such-draft' });
  });
});

const coop = new URL('../../../../../../shared/data/coop/', import.meta.url);
const published = new URL('2020-08-25-coop-values.published.md', coop);
const adopted = new URL('2020-10-05-coop-values.adopted.md', coop);

if (existsSync(published))
  describe('From the published text of a real community to the adopted one', () => {
    it('is one question instead of five', async () => {
      const community = await aCommunity({ now: '2026-11-24T09:00:00.000Z' });
      try {
        const bento = community.member('bento');
        await community.publish(readFileSync(published, 'utf8'));
        for (const position of [1, 2, 3, 4, 5])
          await community.askOne(
            { kind: 'rate', about: {}, value: { by: 'position', position }, answer: 4 },
            bento,
          );

        await community.publish(readFileSync(adopted, 'utf8'));

        const asked = viewed('ballot', await community.askOne({ kind: 'ballot', about: {} }, bento));
        assert.equal(asked.answered, 4);
        assert.deepEqual(asked.change?.kinds, ['title']);
      } finally {
        await community.stop();
      }
    });
  });
