import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Comment, CommentId, Support } from '../../src/domain/comment.js';
import { bySupport, noSupport, toldNext, toldTogether } from '../../src/domain/support.js';

const agree = (count: number): Support => ({ ...noSupport, agree: count });

describe('What is told of votes', () => {
  it('is nothing before there are enough', () => {
    assert.deepEqual(toldNext({ told: noSupport, votes: agree(4), batch: 5 }), noSupport);
    assert.deepEqual(toldNext({ told: noSupport, votes: agree(5), batch: 5 }), agree(5));
    assert.deepEqual(toldNext({ told: noSupport, votes: agree(7), batch: 8 }), noSupport);
  });

  it('stays until as many are new or changed', () => {
    const told = agree(6);

    assert.deepEqual(toldNext({ told, votes: agree(10), batch: 5 }), told);
    assert.deepEqual(toldNext({ told, votes: { agree: 2, disagree: 4, pass: 0 }, batch: 5 }), told);
    const changed = { agree: 1, disagree: 5, pass: 0 };
    assert.deepEqual(toldNext({ told, votes: changed, batch: 5 }), changed);
  });

  it('goes back to nothing, and never to a few', () => {
    assert.deepEqual(toldNext({ told: agree(9), votes: agree(4), batch: 5 }), agree(9));
    assert.deepEqual(toldNext({ told: agree(9), votes: noSupport, batch: 5 }), noSupport);
  });

  it('of two that become one is what both told, which nobody can subtract anything from', () => {
    assert.deepEqual(toldTogether({ agree: 5, disagree: 1, pass: 0 }, agree(7)), {
      agree: 12,
      disagree: 1,
      pass: 0,
    });
  });

  it('never differs from the telling before by fewer than a batch, whatever members do', () => {
    const votes = fc.constantFrom('agree', 'disagree', 'pass', undefined);
    const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), votes), { maxLength: 120 });
    fc.assert(
      fc.property(events, (pressed) => {
        const cast = new Map<number, keyof Support>();
        let told = noSupport;
        let standingThen = new Map<number, keyof Support>();
        for (const [member, vote] of pressed) {
          if (vote === undefined) cast.delete(member);
          else cast.set(member, vote);
          const next = toldNext({ told, votes: countOf(cast), batch: 5 });
          if (next === told) continue;
          const moved = [...Array(12).keys()].filter((each) => cast.get(each) !== standingThen.get(each));
          assert.ok(moved.length >= 5, `${String(moved.length)} members moved it`);
          told = next;
          standingThen = new Map(cast);
        }
      }),
    );
  });
});

describe('The order of comments', () => {
  const comment = (id: string, support?: Support): Pick<Comment, 'id' | 'support'> => ({
    id: id as CommentId,
    ...(support === undefined ? {} : { support }),
  });
  const order = (...comments: readonly Pick<Comment, 'id' | 'support'>[]) =>
    bySupport(comments).map(({ id }) => id);

  it('is by the lower bound: many who mostly agree before few who all do', () => {
    const few = comment('few', agree(5));
    const many = comment('many', { agree: 44, disagree: 9, pass: 0 });

    assert.deepEqual(order(few, many), ['many', 'few']);
  });

  it('does not look at those who pass', () => {
    const one = comment('one', { agree: 6, disagree: 2, pass: 90 });
    const other = comment('other', { agree: 6, disagree: 3, pass: 0 });

    assert.deepEqual(order(other, one), ['one', 'other']);
  });

  it('is by id where nothing is told, or nobody agrees', () => {
    const against = comment('b', { agree: 0, disagree: 9, pass: 0 });

    assert.deepEqual(order(comment('c'), against, comment('a')), ['a', 'b', 'c']);
  });
});

function countOf(cast: ReadonlyMap<number, keyof Support>): Support {
  const count = (vote: keyof Support) => [...cast.values()].filter((each) => each === vote).length;
  return { agree: count('agree'), disagree: count('disagree'), pass: count('pass') };
}
