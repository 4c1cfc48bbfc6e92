import assert from 'node:assert/strict';

import type { Comment } from '../../src/domain/comment.js';
import { aCharterInProgress, aComment, aKeptComment, later } from './comments-made-up.js';
import { aPseudonym, openScience, shareCredit, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';
import { onTwoPrograms } from './two-programs.js';

onEveryStore('comments', (stores) => {
  const stateOf = async ({ id }: Comment) => (await stores().comments.find(id))?.state;

  it('come back as they were written, whatever they leave out', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const { value: _value, ...plain } = aComment(charter, { state: 'waiting' });
    const full = aComment(charter, { signedBy: 'Ana', namesPerson: true, text: 'ñ 🌱\n“two”\tlines' });

    for (const comment of [plain, full]) {
      const receipt = unique('receipt');
      assert.equal(await comments.write({ comment, author: aPseudonym(), receipt, press: 'press' }), true);

      assert.deepEqual(await comments.find(comment.id), comment);
      assert.deepEqual(await comments.byReceipt(receipt), comment);
    }
    assert.equal(await comments.byReceipt('another'), undefined);
  });

  it('leave the store without their author, their press and their receipt', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const author = aPseudonym();
    const receipt = unique('receipt');
    const comment = aComment(charter, { state: 'waiting' });
    await comments.write({ comment, author, receipt, press: 'press' });

    const told = JSON.stringify([
      await comments.find(comment.id),
      await comments.byReceipt(receipt),
      await comments.byPress({ author, press: 'press' }),
      await comments.all(charter),
      await comments.queue(charter),
    ]);

    assert.ok(told.includes(comment.id));
    for (const secret of [author, receipt, 'press']) assert.ok(!told.includes(secret), secret);
  });

  it('are found by the beginning of their ids, where only one begins so', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const start = comment.id.slice(0, 8);

    assert.deepEqual(await comments.beginning(start), comment);
    assert.equal(await comments.beginning(`${start}x`), undefined);

    const twin = `${start}${comment.id.slice(8, -1)}${comment.id.endsWith('0') ? '1' : '0'}` as Comment['id'];
    await aKeptComment(stores(), charter, { id: twin });
    assert.equal(await comments.beginning(start), undefined);
  });

  it('are kept once for each press of a member, and for each member that presses', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const [author, other] = [aPseudonym(), aPseudonym()];
    const press = unique('press');
    const write = (by: typeof author, comment = aComment(charter)) =>
      comments.write({ comment, author: by, receipt: unique('receipt'), press });
    const first = aComment(charter);

    assert.equal(await write(author, first), true);
    assert.equal(await write(author), false);
    assert.equal(await write(other), true);

    assert.equal((await comments.all(charter)).length, 2);
    assert.deepEqual(await comments.byPress({ author, press }), first);
  });

  it('are published on one value or on the whole of one draft or process', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const draft = unique('draft') as NonNullable<Comment['draft']>;
    const { value: _value, ...onWhole } = aComment(charter);
    const whole = { ...onWhole, id: aComment(charter).id, draft };
    const value = aComment(charter, { draft });
    const other = aComment(charter, { draft, value: shareCredit });
    for (const comment of [onWhole, whole, value, other, aComment(charter, { draft, state: 'waiting' })])
      await comments.write({ comment, author: aPseudonym(), receipt: unique('r'), press: 'press' });

    assert.deepEqual(await comments.published({ charter }), [onWhole]);
    assert.deepEqual(await comments.published({ charter, draft }), [whole]);
    assert.deepEqual(await comments.published({ charter, draft, value: openScience }), [value]);
    assert.deepEqual(await comments.published({ charter, draft, value: shareCredit }), [other]);
    assert.equal((await comments.all(charter)).length, 5);
  });

  it('wait in the order of their days and then of their ids, which say nothing of time', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const today = [];
    for (let count = 0; count < 6; count += 1)
      today.push((await aKeptComment(stores(), charter, { state: 'waiting' })).id);
    const before = await aKeptComment(stores(), charter, { state: 'waiting', day: '2026-03-01' });
    await aKeptComment(stores(), charter);

    const waiting = (await comments.queue(charter)).map(({ id }) => id);

    assert.deepEqual(waiting, [before.id, ...today.toSorted()]);
  });

  it('are moved on by whoever finds them as they were, and only hidden for a reason', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const { id } = await aKeptComment(stores(), charter, { state: 'waiting' });
    const at = later;

    assert.equal(await comments.moderate({ comment: id, from: 'waiting', to: 'published', at }), true);
    assert.equal(await comments.moderate({ comment: id, from: 'waiting', to: 'published', at }), false);
    const hide = { comment: id, from: 'published', to: 'hidden', at } as const;
    await assert.rejects(comments.moderate(hide));
    assert.equal(await comments.moderate({ ...hide, reason: 'attack' }), true);
    assert.deepEqual(await comments.hidden(charter), new Map([['attack', 1]]));
    assert.equal((await comments.find(id))?.reason, 'attack');

    assert.equal(await comments.moderate({ comment: id, from: 'hidden', to: 'published', at }), true);
    assert.equal((await comments.find(id))?.reason, undefined);
    assert.deepEqual(await comments.hidden(charter), new Map());
  });

  it('leave a record for everybody when they are hidden and shown again, without words or people', async () => {
    const { comments, process } = stores();
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter, { state: 'waiting' });
    const other = await aKeptComment(stores(), charter, { state: 'waiting' });
    const known = (await process.records(charter)).length;
    const at = later;

    await comments.moderate({ comment: comment.id, from: 'waiting', to: 'hidden', reason: 'off-topic', at });
    await comments.moderate({ comment: other.id, from: 'waiting', to: 'published', at });
    await comments.moderate({ comment: comment.id, from: 'hidden', to: 'published', at });

    const entries = (await process.records(charter)).toSorted((a, b) => a.number - b.number).slice(known);
    assert.deepEqual(
      entries.map(({ entry }) => entry),
      [
        { kind: 'comment-hidden', reason: 'off-topic' },
        { kind: 'comment-approved' },
        { kind: 'comment-shown-again' },
      ],
    );
  });

  it('are appealed once, while they are hidden', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const appeal = { comment: comment.id, text: 'It is no attack.', at: later };

    assert.equal(await comments.appeal(appeal), false);
    await comments.moderate({
      comment: comment.id,
      from: 'published',
      to: 'hidden',
      reason: 'attack',
      at: later,
    });
    assert.equal(await comments.appeal(appeal), true);
    assert.equal(await comments.appeal({ ...appeal, text: 'Again.' }), false);

    const [waiting] = await comments.queue(charter);
    assert.deepEqual(waiting?.appeal, { text: 'It is no attack.', state: 'waiting' });
  });

  for (const { granted, state, appeal } of [
    { granted: true, state: 'published', appeal: 'granted' },
    { granted: false, state: 'hidden', appeal: 'declined' },
  ] as const)
    it(`an appeal that is ${appeal} leaves a comment ${state}, and is decided once`, async () => {
      const { comments } = stores();
      const charter = await aCharterInProgress(stores());
      const comment = await aKeptComment(stores(), charter);
      const { id } = comment;
      await comments.moderate({ comment: id, from: 'published', to: 'hidden', reason: 'attack', at: later });
      await comments.appeal({ comment: id, text: 'Why?', at: later });

      assert.equal(await comments.decideAppeal({ comment: id, granted, at: later }), true);
      assert.equal(await comments.decideAppeal({ comment: id, granted: !granted, at: later }), false);

      assert.equal(await stateOf(comment), state);
      assert.equal((await comments.find(id))?.appeal?.state, appeal);
      assert.deepEqual(await comments.queue(charter), []);
    });

  it('pairs that are not the same stay apart, whichever is named first', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const [one, other] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];

    await comments.keepApart({ comment: one.id, other: other.id });
    await comments.keepApart({ comment: other.id, other: one.id });

    assert.deepEqual(await comments.keptApart(charter), [[one.id, other.id].toSorted()]);
    assert.deepEqual(await comments.keptApart(await aCharterInProgress(stores())), []);
  });
});

onTwoPrograms('comments', (programs) => {
  it('a press that arrives twice at once is kept once', async () => {
    const [one, other] = programs();
    const charter = await aCharterInProgress(one);
    const author = aPseudonym();
    const presses = Array.from({ length: 8 }, (_, index) =>
      (index % 2 === 0 ? one : other).comments.write({
        comment: aComment(charter),
        author,
        receipt: unique('receipt'),
        press: 'the same',
      }),
    );

    const kept = (await Promise.all(presses)).filter(Boolean);

    assert.equal(kept.length, 1);
    assert.equal((await one.comments.all(charter)).length, 1);
  });

  it('of two moderators who decide at once, one does', async () => {
    const [one, other] = programs();
    const charter = await aCharterInProgress(one);
    for (let round = 0; round < 5; round += 1) {
      const { id: comment } = await aKeptComment(one, charter, { state: 'waiting' });
      const change = { comment, from: 'waiting', at: later } as const;

      const done = await Promise.all([
        one.comments.moderate({ ...change, to: 'published' }),
        other.comments.moderate({ ...change, to: 'hidden', reason: 'attack' }),
      ]);

      assert.equal(done.filter(Boolean).length, 1);
      const state = (await one.comments.find(comment))?.state;
      assert.equal(state, done[0] ? 'published' : 'hidden');
    }
  });

  it('two that are merged into each other at once leave one that speaks', async () => {
    const [one, other] = programs();
    const charter = await aCharterInProgress(one);
    for (let round = 0; round < 5; round += 1) {
      const [first, second] = [await aKeptComment(one, charter), await aKeptComment(one, charter)];

      const done = await Promise.all([
        one.comments.merge({ comment: first.id, into: second.id, at: later }),
        other.comments.merge({ comment: second.id, into: first.id, at: later }),
      ]);

      assert.equal(done.filter(Boolean).length, 1);
      const states = [
        (await one.comments.find(first.id))?.state,
        (await one.comments.find(second.id))?.state,
      ];
      assert.deepEqual(states.toSorted(), ['merged', 'published']);
    }
  });
});
