import assert from 'node:assert/strict';

import { gapsIn } from '../../src/domain/adoption-rule.js';
import { consentFigures } from '../../src/domain/consent-figures.js';
import { dissentIn } from '../../src/domain/dissent.js';
import type { Comment, Support } from '../../src/domain/comment.js';

const rule = { quorum: 10, mostObjecting: 20, consentDays: 7 };
const counts = (support: number, liveWith: number, object: number) => ({
  support,
  'live-with': liveWith,
  object,
});

describe('Figures of a consent round', () => {
  it('are told from the threshold on, and below it not even how many answered', () => {
    assert.deepEqual(consentFigures(counts(3, 1, 1), 5), { kind: 'shown', counts: counts(3, 1, 1) });
    const hidden = { kind: 'hidden', people: { kind: 'fewer-than', count: 5 } };
    for (const few of [counts(0, 0, 0), counts(4, 0, 0), counts(0, 0, 4)])
      assert.deepEqual(consentFigures(few, 5), hidden);
  });
});

describe('The rule of adoption', () => {
  const gaps = (support: number, liveWith: number, object: number, least = 5) =>
    gapsIn(rule, consentFigures(counts(support, liveWith, object), least)).map(({ kind }) => kind);

  it('asks for a quorum, and for few who object', () => {
    assert.deepEqual(gaps(8, 0, 2), []);
    assert.deepEqual(gaps(0, 10, 0), []);
    assert.deepEqual(gaps(9, 0, 0), ['too-few']);
    assert.deepEqual(gaps(8, 1, 3), ['too-many-object']);
    assert.deepEqual(gaps(4, 0, 2), ['too-few', 'too-many-object']);
  });

  it('gives nothing away of fewer than the threshold, whatever the quorum is', () => {
    const silent = [{ kind: 'too-few', needed: 15 }];
    for (const few of [counts(14, 0, 0), counts(0, 0, 14), counts(0, 0, 0)])
      assert.deepEqual(gapsIn(rule, consentFigures(few, 15)), silent);
  });
});

describe('Dissent', () => {
  const objection = (id: string, support?: Support, state: Comment['state'] = 'published'): Comment =>
    ({ id, state, ...(support === undefined ? {} : { support }) }) as Comment;

  it('comes in the order of how surely it is supported, then of ids, and only what all can read', () => {
    const all = [
      objection('c'),
      objection('b'),
      objection('few-all', { agree: 5, disagree: 0, pass: 0 }),
      objection('many-most', { agree: 40, disagree: 5, pass: 9 }),
      objection('hidden', { agree: 90, disagree: 0, pass: 0 }, 'hidden'),
      objection('waiting', undefined, 'waiting'),
    ];

    const order = dissentIn(all).map(({ id }) => id as string);

    assert.deepEqual(order, ['many-most', 'few-all', 'b', 'c']);
    assert.deepEqual(
      dissentIn(all.toReversed()).map(({ id }) => id as string),
      order,
    );
  });
});
