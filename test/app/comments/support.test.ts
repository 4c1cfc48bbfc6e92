import assert from 'node:assert/strict';

import type { Comment, CommentId, Vote } from '../../../src/domain/comment.js';
import type { Draft } from '../../../src/domain/draft.js';
import { aCommunity, garden, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { sent, setRules } from './writing.js';

describe('Published comments', () => {
  let community: Community;
  let draft: Draft;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    draft = await community.publish(aPost());
    await setRules(community, { review: 'after' });
  });
  afterEach(() => community.stop());

  const onSecond = { by: 'position', position: 2 } as const;
  const write = async (name: string, text: string): Promise<Comment> =>
    (await sent(community, community.member(name), { text })).comment;
  const list = async (name = 'zed') => {
    const intent = { kind: 'comments', about: { charter: garden }, value: onSecond } as const;
    return viewed('comments', await community.askOne(intent, community.member(name)));
  };
  const vote = async (name: string, comment: CommentId, cast: Vote | null) =>
    viewed(
      'comments',
      await community.askOne({ kind: 'support', comment, vote: cast }, community.member(name)),
    );

  it('are listed on their value, and nothing else of them is told', async () => {
    const comment = await write('bea-who-wrote-it', 'Say who gives it back.');
    await sent(community, community.member('cy'), {
      text: 'Another value.',
      value: { by: 'position', position: 1 },
    });
    await sent(community, community.member('dan'), { text: 'Ask @mariela.' }, { forReview: true });

    const view = await list();

    assert.deepEqual(
      [view.comments, view.value?.title, view.open],
      [[comment], 'Leave the soil better', true],
    );
    assert.ok(!JSON.stringify(view).includes('bea-who-wrote-it'));
  });

  it('are voted on in place, and only whoever voted sees how', async () => {
    const { id } = await write('bea', 'Say who gives it back.');

    const own = await vote('cy', id, 'disagree');

    assert.deepEqual([own.value?.title, own.votes], ['Leave the soil better', new Map([[id, 'disagree']])]);
    assert.deepEqual((await list('bea')).votes, new Map());
    assert.deepEqual((await vote('cy', id, null)).votes, new Map());
    const nothingChosen = { kind: 'support', comment: id } as const;
    assert.equal((await community.askOne(nothingChosen, community.member('cy'))).kind, 'comments');
  });

  it('show nothing of votes where others look on', async () => {
    const { id } = await write('bea', 'Say who gives it back.');
    await vote('cy', id, 'agree');
    const inChannel = community.member('cy', { scope: 'channel', conversation: 'channel-1' });

    const intent = { kind: 'comments', about: { charter: garden }, value: onSecond } as const;
    assert.deepEqual(viewed('comments', await community.askOne(intent, inChannel)).votes, new Map());
    const voting = { kind: 'support', comment: id, vote: 'disagree' } as const;
    assert.equal(whatOf(await community.askOne(voting, inChannel)), 'comment-in-public');
    assert.deepEqual((await list('cy')).votes, new Map([[id, 'agree']]));
  });

  it('stand in the order of what is told, which follows in steps of the charter’s threshold', async () => {
    await setRules(community, { least: 6 });
    const [one, other] = [
      await write('bea', 'Say who gives it back.'),
      await write('cy', 'The gate squeaks.'),
    ];
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    for (const name of ['a', 'b', 'c', 'd', 'e']) await vote(name, second.id, 'agree');

    const before = (await list()).comments;
    await vote('f', second.id, 'agree');
    const after = (await list()).comments;

    assert.deepEqual(
      before.map(({ id, support }) => [id, support]),
      [
        [first.id, undefined],
        [second.id, undefined],
      ],
    );
    assert.deepEqual(
      after.map(({ id, support }) => [id, support?.agree]),
      [
        [second.id, 6],
        [first.id, undefined],
      ],
    );
  });

  it('pass a vote on to the one that speaks for them by now', async () => {
    const [one, other] = [
      await write('bea', 'Say who gives it back.'),
      await write('cy', 'Say who gives back.'),
    ];
    const decision = { kind: 'merge', into: other.id } as const;
    await community.askOne({ kind: 'moderate', comment: one.id, decision });

    const { votes, comments } = await vote('dan', one.id, 'agree');

    assert.deepEqual(votes, new Map([[other.id, 'agree']]));
    assert.deepEqual(
      comments.map(({ id, people }) => [id, people]),
      [[other.id, 2]],
    );
  });

  it('cannot be voted on when they are hidden, unknown or not yet reviewed', async () => {
    const hidden = await write('bea', 'Say who gives it back.');
    const decision = { kind: 'hide', reason: 'attack' } as const;
    await community.askOne({ kind: 'moderate', comment: hidden.id, decision });
    const waiting = await sent(
      community,
      community.member('dan'),
      { text: 'Ask @mariela.' },
      { forReview: true },
    );

    for (const comment of [hidden.id, waiting.comment.id, 'nothing' as CommentId]) {
      const view = await community.askOne(
        { kind: 'support', comment, vote: 'agree' },
        community.member('cy'),
      );
      assert.equal(whatOf(view), 'no-such-comment');
    }
    assert.deepEqual((await list()).hidden, new Map([['attack', 1]]));
  });

  it('stay to be read after sealing, with what was told', async () => {
    const { id } = await write('bea', 'Say who gives it back.');
    for (const name of ['a', 'b', 'c', 'd', 'e']) await vote(name, id, 'agree');
    await community.askOne({ kind: 'close', about: { draft: draft.id }, confirmed: true });
    await community.askOne({ kind: 'seal', charter: garden, confirmed: true });

    const view = await list('a');

    assert.deepEqual([view.open, view.votes, view.comments[0]?.support?.agree], [false, new Map(), 5]);
    const voting = { kind: 'support', comment: id, vote: null } as const;
    assert.equal(whatOf(await community.askOne(voting, community.member('a'))), 'charter-sealed');
    assert.equal((await list()).comments[0]?.support?.agree, 5);
  });
});
