import assert from 'node:assert/strict';

import type { CommentSentView } from '../../../src/app/comments/views.js';
import { longestComment } from '../../../src/domain/comment.js';
import { aCommunity, viewed, whatOf, type Community } from '../community.js';
import { aPost } from '../posts.js';
import { sent } from './writing.js';

describe('A receipt', () => {
  let community: Community;
  let written: CommentSentView;
  beforeEach(async () => {
    community = await aCommunity({ now: '2026-10-20T09:59:00.000Z' });
    await community.publish(aPost());
    written = await sent(community, community.member('bea'));
  });
  afterEach(() => community.stop());

  /** Somebody whom nothing connects with the comment. */
  const other = () => community.member('somebody-else');
  const ask = async (code: string, speaker = other()) =>
    viewed('receipt', await community.askOne({ kind: 'receipt', code }, speaker));
  const appeal = async (text: string, speaker = other()) =>
    viewed('receipt', await community.askOne({ kind: 'appeal', code: written.code!, text }, speaker));
  const hide = () =>
    community.askOne({
      kind: 'moderate',
      comment: written.comment.id,
      decision: { kind: 'hide', reason: 'off-topic' },
    });

  it('tells whoever holds the code what became of the comment', async () => {
    const waiting = await ask(written.code!);
    assert.deepEqual(waiting.found?.comment, written.comment);
    assert.equal(waiting.code, written.code);

    await community.askOne({ kind: 'moderate', comment: written.comment.id, decision: { kind: 'publish' } });
    assert.equal(
      (await ask(written.code!.toLowerCase().replaceAll('-', ''))).found?.comment.state,
      'published',
    );

    await hide();
    const hidden = (await ask(written.code!)).found?.comment;
    assert.deepEqual([hidden?.state, hidden?.reason], ['hidden', 'off-topic']);
  });

  it('leads to the comment that speaks for one that was merged', async () => {
    const into = (await sent(community, community.member('cy'))).comment.id;

    await community.askOne({
      kind: 'moderate',
      comment: written.comment.id,
      decision: { kind: 'merge', into },
    });

    const { found } = await ask(written.code!);
    assert.deepEqual([found?.comment.state, found?.into?.id, found?.into?.people], ['merged', into, 2]);
  });

  it('is asked for with a form', async () => {
    assert.deepEqual(await community.askOne({ kind: 'receipt' }, other()), { kind: 'receipt' });
  });

  it('is not shown where others look on', async () => {
    const inGroup = community.member('bea', { scope: 'group', conversation: 'group-1' });
    const { code } = written;

    assert.equal(
      whatOf(await community.askOne({ kind: 'receipt', code: code! }, inGroup)),
      'receipt-in-public',
    );
    assert.equal(
      whatOf(await community.askOne({ kind: 'appeal', code: code! }, inGroup)),
      'receipt-in-public',
    );
  });

  it('is not guessed at more than ten times an hour; what cannot be a code, and what was right, do not count', async () => {
    for (let count = 0; count < 12; count += 1) {
      assert.equal((await ask('no code')).problem, 'unknown');
      assert.equal((await ask(written.code!)).problem, undefined);
    }
    for (let count = 0; count < 10; count += 1)
      assert.equal((await ask('0000-0000-0000')).problem, 'unknown');

    assert.equal((await ask('0000-0000-0000')).problem, 'too-many-guesses');
    assert.equal((await ask(written.code!)).problem, 'too-many-guesses');
    assert.equal((await appeal('Please.')).problem, 'too-many-guesses');
    assert.equal((await ask(written.code!, community.member('cy'))).problem, undefined);

    community.setClock('2026-10-20T11:00:00.000Z');
    assert.equal((await ask(written.code!)).problem, undefined);
  });

  it('lets its holder appeal once, while the comment is hidden', async () => {
    assert.equal((await appeal('Why?')).problem, 'appeal-not-possible');
    await hide();
    assert.equal((await appeal('  ')).problem, 'appeal-empty');
    const long = 'x'.repeat(longestComment + 1);
    const tooLong = await appeal(long);
    assert.deepEqual([tooLong.problem, tooLong.appealText], ['appeal-too-long', long]);

    const appealed = await appeal('It is about the soil.');
    assert.equal(appealed.just, 'appealed');
    assert.deepEqual(appealed.found?.comment.appeal, { text: 'It is about the soil.', state: 'waiting' });

    const again = await appeal('Again.');
    assert.deepEqual([again.problem, again.appealText], ['appeal-not-possible', 'Again.']);
  });

  it('keeps working after sealing', async () => {
    const about = { charter: written.comment.charter };
    await community.askOne({ kind: 'close', about, confirmed: true });
    await community.askOne({ kind: 'seal', ...about, confirmed: true });

    const { found } = await ask(written.code!);

    assert.deepEqual([found?.comment.id, found?.comment.people], [written.comment.id, 1]);
  });
});
