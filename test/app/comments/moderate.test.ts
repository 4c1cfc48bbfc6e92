import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import type { ModerationDecision } from '../../../src/app/comments/intents.js';
import type { Comment, CommentId } from '../../../src/domain/comment.js';
import { aPseudonym } from '../../contract/made-up.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { sent } from './writing.js';

describe('Reviewing comments', () => {
  let community: Community;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    await community.publish(aPost());
  });
  afterEach(() => community.stop());

  const write = async (name: string, text: string, position = 2): Promise<Comment> =>
    (await sent(community, community.member(name), { text, value: { by: 'position', position } })).comment;
  const queue = async (speaker = community.ada) =>
    viewed('moderation', await community.askOne({ kind: 'moderation' }, speaker));
  const decide = async (comment: CommentId, decision: ModerationDecision, speaker = community.ada) =>
    viewed('moderation', await community.askOne({ kind: 'moderate', comment, decision }, speaker));
  const stateOf = async ({ id }: Comment) => (await community.ports.comments.find(id))?.state;

  it('shows what waits, on which value, and not who wrote it', async () => {
    const comment = await write('bea-who-wrote-it', 'Say who gives it back.');

    const view = await queue();

    assert.deepEqual(
      view.waiting.map(({ comment: each, value }) => [each.id, value?.title]),
      [[comment.id, 'Leave the soil better']],
    );
    assert.ok(!JSON.stringify(view).includes('bea-who-wrote-it'));
  });

  it('is for facilitators and moderators, in their personal chat', async () => {
    const { id } = await write('bea', 'Say who gives it back.');
    const mo = community.member('mo');
    const intent = { kind: 'moderate', comment: id, decision: { kind: 'publish' } } as const;

    assert.equal(whatOf(await community.askOne({ kind: 'moderation' }, mo)), 'for-moderators');
    assert.equal(whatOf(await community.askOne(intent, mo)), 'for-moderators');
    await community.ports.facilitators.addModerator({ member: mo.member, at: '2026-10-20T09:59:00.000Z' });
    assert.equal((await queue(mo)).waiting.length, 1);
    const inGroup = community.member('mo', { scope: 'group', conversation: 'group-1' });
    assert.equal(whatOf(await community.askOne({ kind: 'moderation' }, inGroup)), 'in-personal-chat');
  });

  it('publishes, and asks for a reason before it hides', async () => {
    const [one, other] = [
      await write('bea', 'Say who gives it back.'),
      await write('cy', 'The tool shed leaks.'),
    ];

    assert.equal((await decide(one.id, { kind: 'publish' })).just, 'published');
    const asking = await decide(other.id, { kind: 'hide' });
    assert.deepEqual([asking.hiding, asking.just, await stateOf(other)], [other.id, undefined, 'waiting']);
    const hidden = await decide(other.id, { kind: 'hide', reason: 'off-topic' });

    assert.deepEqual([hidden.just, hidden.waiting], ['hidden', []]);
    const policy = viewed('policy', await community.askOne({ kind: 'policy' }, community.member('bea')));
    assert.deepEqual(policy.hidden, [{ charter: garden, counts: new Map([['off-topic', 1]]) }]);
  });

  it('takes the beginning of an id, as it is typed', async () => {
    const comment = await write('bea', 'Say who gives it back.');

    const { just } = await decide(comment.id.slice(0, 6) as CommentId, { kind: 'publish' });

    assert.equal(just, 'published');
    const unknown = { kind: 'moderate', comment: '%' as CommentId, decision: { kind: 'publish' } } as const;
    assert.equal(whatOf(await community.askOne(unknown)), 'no-such-comment');
  });

  it('tells the second of two moderators that somebody was quicker', async () => {
    const comment = await write('bea', 'Say who gives it back.');
    await decide(comment.id, { kind: 'hide', reason: 'attack' });

    assert.equal((await decide(comment.id, { kind: 'publish' })).just, 'overtaken');
    assert.equal((await decide(comment.id, { kind: 'hide', reason: 'illegal' })).just, 'overtaken');
    assert.equal((await decide(comment.id, { kind: 'grant-appeal' })).just, 'overtaken');
    assert.equal(await stateOf(comment), 'hidden');
  });

  it('suggests what is nearly the same on the same value, to be merged', async () => {
    const published = await write('bea', 'Please say who gives what back to the soil.');
    await decide(published.id, { kind: 'publish' });
    const same = await write('cy', 'Say who gives back to the soil, please!');
    await write('dan', 'Say who gives back to the soil, please!', 1);
    await write('eve', 'The gate squeaks.');

    const near = new Map(
      (await queue()).waiting.map((each) => [each.comment.id, each.near.map(({ id }) => id)]),
    );
    assert.deepEqual(near.get(same.id), [published.id]);
    assert.deepEqual([...near.values()].filter((ids) => ids.length > 0).length, 1);

    assert.equal((await decide(same.id, { kind: 'merge', into: published.id })).just, 'merged');
    assert.equal((await community.ports.comments.find(published.id))?.people, 2);
    assert.equal((await decide(same.id, { kind: 'merge', into: published.id })).just, 'overtaken');
  });

  it('suggests nothing that is signed beside what is not', async () => {
    const written = await write('bea', 'Say who gives back to the soil.');
    const { id: _, ...rest } = written;
    const signed = {
      ...rest,
      id: randomUUID() as CommentId,
      signedBy: 'Bea Blom',
      state: 'waiting',
    } as const;
    const who = { author: aPseudonym(), receipt: randomUUID(), press: randomUUID() };
    await community.ports.comments.write({ comment: signed, ...who });

    const view = await queue();

    assert.deepEqual(
      view.waiting.map(({ near }) => near),
      [[], []],
    );
  });

  it('does not suggest again what was found to differ', async () => {
    const one = await write('bea', 'Say who gives back to the soil.');
    const other = await write('cy', 'Say who gives back to the soil!');

    const view = await decide(one.id, { kind: 'keep-apart', from: other.id });

    assert.equal(view.just, 'kept-apart');
    assert.deepEqual(
      view.waiting.map(({ near }) => near),
      [[], []],
    );
  });

  for (const { decision, just, state } of [
    { decision: 'grant-appeal', just: 'appeal-granted', state: 'published' },
    { decision: 'decline-appeal', just: 'appeal-declined', state: 'hidden' },
  ] as const)
    it(`looks again at what was appealed: ${just}`, async () => {
      const { comment, code } = await sent(community, community.member('bea'));
      await decide(comment.id, { kind: 'hide', reason: 'attack' });
      assert.deepEqual((await queue()).waiting, []);
      await community.askOne(
        { kind: 'appeal', code: code!, text: 'It attacks nobody.' },
        community.member('bea'),
      );
      assert.equal((await queue()).waiting[0]?.comment.appeal?.text, 'It attacks nobody.');

      const view = await decide(comment.id, { kind: decision });

      assert.deepEqual([view.just, view.waiting], [just, []]);
      assert.equal(await stateOf(comment), state);
    });
});
