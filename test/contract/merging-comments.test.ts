import assert from 'node:assert/strict';

import type { Comment } from '../../src/domain/comment.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import { aCharterInProgress, aKeptComment, castVotes, later } from './comments-made-up.js';
import { aPseudonym, shareCredit } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('merged comments', (stores) => {
  const merge = ({ id: comment }: Comment, { id: into }: Comment) =>
    stores().comments.merge({ comment, into, at: later });
  const now = async ({ id }: Comment): Promise<Comment> => (await stores().comments.find(id))!;

  it('one speaks for the other, and for whom that one spoke', async () => {
    const charter = await aCharterInProgress(stores());
    const [one, two, three] = [
      await aKeptComment(stores(), charter, { state: 'waiting' }),
      await aKeptComment(stores(), charter, { state: 'waiting' }),
      await aKeptComment(stores(), charter),
    ];

    assert.equal(await merge(one, two), true);
    assert.equal(await merge(two, three), true);

    for (const merged of [one, two]) {
      const { state, mergedInto } = await now(merged);
      assert.deepEqual({ state, mergedInto }, { state: 'merged', mergedInto: three.id });
    }
    assert.equal((await now(three)).people, 3);
    assert.deepEqual(await stores().comments.queue(charter), []);
  });

  it('nothing is merged with itself, with what is gone, hidden or on something else, or into what was not reviewed', async () => {
    const charter = await aCharterInProgress(stores());
    const published = await aKeptComment(stores(), charter);
    const waiting = await aKeptComment(stores(), charter, { state: 'waiting' });
    const hidden = await aKeptComment(stores(), charter, { state: 'hidden', reason: 'attack' });
    const elsewhere = await aKeptComment(stores(), charter, { value: shareCredit });
    const foreign = await aKeptComment(stores(), await aCharterInProgress(stores()));
    const merged = await aKeptComment(stores(), charter);
    await merge(merged, published);

    for (const [comment, into] of [
      [published, published],
      [published, waiting],
      [published, hidden],
      [hidden, published],
      [published, elsewhere],
      [published, foreign],
      [published, merged],
      [merged, published],
    ] as const)
      assert.equal(await merge(comment, into), false);
    assert.equal((await now(published)).state, 'published');
  });

  it('what is signed is not merged with what is not, so that no number of people tells whose the other is', async () => {
    const charter = await aCharterInProgress(stores());
    const author = aPseudonym();
    for (const state of ['waiting', 'published'] as const) {
      const signed = await aKeptComment(stores(), charter, { state, author, signedBy: 'Bo' });
      const unsigned = await aKeptComment(stores(), charter, { state, author });

      assert.equal(await merge(unsigned, signed), false);
      assert.equal(await merge(signed, unsigned), false);

      assert.deepEqual([await now(signed), await now(unsigned)], [signed, unsigned]);
    }
    const two = [
      await aKeptComment(stores(), charter, { signedBy: 'Bo' }),
      await aKeptComment(stores(), charter, { signedBy: 'Cy' }),
    ] as const;
    assert.equal(await merge(...two), true);
  });

  it('the people who said it are each counted once, and never fewer than before, in any order of merges', async () => {
    const charter = await aCharterInProgress(stores());
    const people = Array.from({ length: 4 }, aPseudonym);
    const random = sequence(7);
    for (let round = 0; round < 6; round += 1) {
      const authors = Array.from({ length: 6 }, () => people[random(people.length)]!);
      const kept: Comment[] = [];
      for (const author of authors) kept.push(await aKeptComment(stores(), charter, { author }));
      let standing = kept;
      while (standing.length > 1) {
        const comment = standing[random(standing.length)]!;
        const others = standing.filter((each) => each !== comment);
        const into = others[random(others.length)]!;
        const before = Math.max((await now(comment)).people, (await now(into)).people);

        assert.equal(await merge(comment, into), true);

        assert.ok((await now(into)).people >= before);
        standing = others;
      }

      assert.equal((await now(standing[0]!)).people, new Set(authors).size);
    }
  });

  it('who voted on both counts once, as they did on the one that speaks', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const [one, other] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    const both = await castVotes(stores(), other, 6);
    for (const pseudonym of both)
      await comments.vote({ comment: one.id, pseudonym, vote: 'disagree', batch: 5 });
    await castVotes(stores(), one, 1);

    await merge(one, other);

    assert.deepEqual((await now(other)).support, { agree: 7, disagree: 0, pass: 0 });
    assert.deepEqual(
      await comments.votesOf({ charter, pseudonym: both[0]! }),
      new Map([[other.id, 'agree']]),
    );
  });

  it('figures told of both become one that nobody can subtract a few votes from', async () => {
    const charter = await aCharterInProgress(stores());
    const [one, other] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    await castVotes(stores(), one, 6);
    await castVotes(stores(), other, 7);
    assert.deepEqual((await now(one)).support, { agree: 5, disagree: 0, pass: 0 });
    assert.deepEqual((await now(other)).support, { agree: 5, disagree: 0, pass: 0 });

    await merge(one, other);
    assert.deepEqual((await now(other)).support, { agree: 10, disagree: 0, pass: 0 });

    await castVotes(stores(), other, 2);
    assert.deepEqual((await now(other)).support, { agree: 15, disagree: 0, pass: 0 });
    assert.equal((await now(one)).support, undefined);
  });

  /** The same numbers each time, below `most`. */
  function sequence(seed: number): (most: number) => number {
    let state = seed;
    return (most) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % most;
    };
  }
});

onEveryStore('votes on comments', (stores) => {
  const supportOf = async ({ id }: Comment) => (await stores().comments.find(id))?.support;
  const vote = ({ id: comment }: Comment, pseudonym: Pseudonym, cast: 'agree' | 'disagree' | null) =>
    stores().comments.vote({ comment, pseudonym, vote: cast, batch: 5 });

  it('are told five at a time, so that none can be seen', async () => {
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const told = [];
    for (let count = 1; count <= 11; count += 1) {
      await castVotes(stores(), comment, 1);
      told.push((await supportOf(comment))?.agree ?? 0);
    }

    assert.deepEqual(told, [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]);
  });

  it('are one for each member, the last one, until it is taken back', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);
    const pseudonym = aPseudonym();

    await vote(comment, pseudonym, 'agree');
    await vote(comment, pseudonym, 'disagree');
    assert.deepEqual(await comments.votesOf({ charter, pseudonym }), new Map([[comment.id, 'disagree']]));

    await vote(comment, pseudonym, null);
    assert.deepEqual(await comments.votesOf({ charter, pseudonym }), new Map());
    for (let again = 0; again < 9; again += 1) await vote(comment, pseudonym, 'agree');
    assert.equal(await supportOf(comment), undefined);
  });

  it('count on what is published only', async () => {
    const { comments } = stores();
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter, { state: 'waiting' });

    const [pseudonym] = await castVotes(stores(), comment, 6);

    assert.equal(await supportOf(comment), undefined);
    assert.deepEqual(await comments.votesOf({ charter, pseudonym: pseudonym! }), new Map());
  });

  it('of many at once are all counted', async () => {
    const charter = await aCharterInProgress(stores());
    const comment = await aKeptComment(stores(), charter);

    await Promise.all(Array.from({ length: 25 }, () => vote(comment, aPseudonym(), 'agree')));

    assert.deepEqual(await supportOf(comment), { agree: 25, disagree: 0, pass: 0 });
  });

  it('order what is published, as far as they are told', async () => {
    const charter = await aCharterInProgress(stores());
    const [one, two] = [await aKeptComment(stores(), charter), await aKeptComment(stores(), charter)];
    const [first, second] = one.id < two.id ? [one, two] : [two, one];
    const order = async () =>
      (await stores().comments.published({ charter, value: one.value! })).map(({ id }) => id);

    await castVotes(stores(), second, 4);
    assert.deepEqual(await order(), [first.id, second.id]);

    await castVotes(stores(), second, 1);
    assert.deepEqual(await order(), [second.id, first.id]);
  });
});
