import assert from 'node:assert/strict';

import { createViewOf } from '../../../src/app/announcement-view.js';
import { aCommunity, garden, viewed, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { answer, asked, said, tell, themeOf } from './writing-themes.js';

describe('Answers', () => {
  let community: Community;
  let comment: Awaited<ReturnType<typeof said>>;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    await community.publish(aPost());
    comment = await said(community, 'bea', 'Say who gives it back.');
    await themeOf(community, 'Who gives it back', [comment.comment.id]);
  });
  afterEach(() => community.stop());

  const member = () => community.member('somebody-else');
  const read = async () =>
    viewed('theme', await community.askOne({ kind: 'theme', charter: garden, number: 1 }, member())).theme;
  const receipt = async () =>
    viewed('receipt', await community.askOne({ kind: 'receipt', code: comment.code }, member())).found?.theme;

  it('are read by nobody else before they are told', async () => {
    const kept = await answer(community, 1, 'It names the members now.');
    assert.equal(kept.just?.did, 'answered');
    assert.equal(kept.themes[0]?.answer?.reason, 'It names the members now.');

    assert.equal((await read()).answer, undefined);
    assert.equal((await receipt())?.answer, undefined);
    const [round] = viewed(
      'feedback',
      await community.askOne({ kind: 'feedback', charter: garden }, member()),
    ).rounds;
    assert.deepEqual(
      round?.themes.map(({ title, answer: told }) => [title, told]),
      [['Who gives it back', undefined]],
    );
  });

  it('are told after asking, with how many hear of it, and then stand on card and receipt', async () => {
    await community.subscribe(member());
    await answer(community, 1, 'It names the members now.', {
      followUp: { what: 'A sign', owner: 'The planting circle', due: '2027-03-01' },
    });
    const first = viewed(
      'ask-first',
      await community.askOne({ kind: 'tell-answers', charter: garden, confirmed: false }),
    );
    assert.equal(first.what, 'tell-answers');
    assert.deepEqual([first.themes.length, first.places, first.contributors], [1, 1, 0]);

    const told = await tell(community);

    assert.deepEqual(told.just, { did: 'told', themes: 1, intended: 1 });
    assert.equal((await read()).answer?.status, 'partly');
    assert.deepEqual((await receipt())?.answer?.followUp, {
      what: 'A sign',
      owner: 'The planting circle',
      due: '2027-03-01',
    });
    assert.equal((await tell(community)).just?.did, 'nothing-to-tell');
  });

  it('told once, read anew at once when they change, with the day of it', async () => {
    await answer(community, 1, 'It names the members now.');
    await tell(community);
    community.setClock('2026-10-22T09:59:00.000Z');

    const changed = await answer(community, 1, 'It names everybody now.', { status: 'done' });

    assert.equal(changed.just?.did, 'answered-anew');
    const { answer: now } = await read();
    assert.deepEqual([now?.status, now?.reason, now?.day], ['done', 'It names everybody now.', '2026-10-22']);
  });

  it('stand in the announcement as they read now', async () => {
    await community.subscribe(member());
    await answer(community, 1, 'It names the members now.');
    await tell(community);
    community.setClock('2026-10-22T09:59:00.000Z');
    await answer(community, 1, 'It names everybody now.');
    const latest = await community.ports.announcements.latest({ charter: garden, limit: 9 });
    const announcement = latest.find(({ kind }) => kind === 'answered');
    assert.equal(announcement?.kind, 'answered');

    const view = await createViewOf(community.ports)({ announcement, revision: 2 });

    assert.deepEqual(view.answered, [
      { number: 1, title: 'Who gives it back', status: 'partly', reason: 'It names everybody now.' },
    ]);
  });

  it('need a status and a reason; what was written comes back', async () => {
    const save = { kind: 'save-answer', charter: garden, number: 1 } as const;
    const problemOf = async (more: object) =>
      viewed('answer-form', await community.askOne({ ...save, ...more }));
    const whole = { status: 'no', reason: 'Because.' };

    const without = await problemOf({ reason: 'Because.' });
    assert.deepEqual([without.problem, without.reason], ['unanswered', 'Because.']);
    assert.equal((await problemOf({ status: 'no', reason: ' ' })).problem, 'no-reason');
    assert.equal((await problemOf({ status: 'no', reason: 'x'.repeat(2_001) })).problem, 'reason-too-long');
    const half = await problemOf({ ...whole, followUp: { what: 'A sign' } });
    assert.deepEqual([half.problem, half.followUp.what], ['follow-up-incomplete', 'A sign']);
    const due = { what: 'A sign', owner: 'The circle', due: '2026-02-30' };
    assert.equal((await problemOf({ ...whole, followUp: due })).problem, 'due-unreadable');
  });

  it('lead to the words that changed, from the theme and from the receipt', async () => {
    const { ports } = community;
    const source = aPost({
      values: ['Share the harvest {#share-the-harvest}', 'Leave the soil better', 'Keep the gate open'],
      front: 'changes:\n  - value: Leave the soil better\n    size: meaning\n    themes: [1]',
      reworded: new Map([['Leave the soil better', 'Each of us gives back more than we take.']]),
    });
    await community.publish(source);
    const latest = await ports.drafts.latest(garden);
    assert.equal(latest?.number, 2);

    const { changes } = await read();

    assert.deepEqual(
      changes.map(({ number, base, title, kinds }) => ({ number, base, title, kinds })),
      [{ number: 2, base: 1, title: 'Leave the soil better', kinds: ['text'] }],
    );
    assert.equal((await receipt())?.changes.length, 1);
  });

  it('that are missing when the next draft is published are told to everybody', async () => {
    await community.publish(aPost({ reworded: new Map([['Keep the gate open', 'Come in.']]) }));

    const view = viewed('feedback', await community.askOne({ kind: 'feedback', charter: garden }, member()));

    const before = view.rounds.find(({ draft }) => draft?.number === 1);
    assert.deepEqual(before?.unanswered, { number: 2, themes: [1], comments: 0 });
  });

  it('of a theme that is not there lead to what there is', async () => {
    const view = await community.askOne({ kind: 'theme', charter: garden, number: 9 }, member());
    assert.equal(viewed('feedback', view).just, 'no-such-theme');
    const themes = await asked(community, { kind: 'answer-theme', charter: garden, number: 9 });
    assert.equal(themes.just?.did, 'no-such-theme');
  });
});
