import assert from 'node:assert/strict';

import type { DraftChanges, ValueChange } from '../../src/domain/change.js';
import type { Value } from '../../src/domain/draft.js';
import { hasNews } from '../../src/domain/news.js';

describe('the news in a draft', () => {
  const gate = { id: 'gate', title: 'Keep the gate open', text: 'Come in.' } as Value;
  const cases: readonly (readonly [string, Partial<ValueChange>, boolean])[] = [
    ['none of a value that reads as before', {}, false],
    ['none of one in another place', { kinds: ['moved'] }, false],
    ['of one that is new', { kinds: ['added'], from: [] }, true],
    ['of another title', { kinds: ['title'] }, true],
    ['of words in another order, though they are clearer', { kinds: ['reordered'], size: 'clearer' }, true],
    ['none of what changed in spelling', { kinds: ['text'], size: 'spelling' }, false],
    [
      'of what changed by more than spelling, as somebody said',
      { kinds: ['text'], size: 'spelling', disputed: true },
      true,
    ],
    [
      'of one that was split, declared as spelling or not',
      { kinds: ['text', 'split'], size: 'spelling' },
      true,
    ],
    ['of what was split off', { kinds: ['split'], from: ['fence' as Value['id']] }, true],
    ['none of one into which another went that it names in the same words', { kinds: ['merged'] }, false],
  ];
  for (const [name, change, expected] of cases) {
    it(`is ${name}`, () => {
      const values = [{ value: gate.id, kinds: [], from: [gate.id], themes: [], ...change }];

      assert.equal(hasNews({ values: [gate], changes: changesOf(values) }, [gate]), expected);
    });
  }

  it('is of every value under another sentence before them, unless that changed in spelling', () => {
    const values = [{ value: gate.id, kinds: [], from: [gate.id], themes: [] }];
    const changed = (leadIn: NonNullable<DraftChanges['leadIn']>) => ({ ...changesOf(values), leadIn });

    assert.equal(hasNews({ values: [gate], changes: changed({ themes: [] }) }, [gate]), true);
    assert.equal(
      hasNews({ values: [gate], changes: changed({ size: 'spelling', themes: [] }) }, [gate]),
      false,
    );
  });

  it('is what reads otherwise, where nobody kept what changed', () => {
    assert.equal(hasNews({ values: [gate] }, [gate]), false);
    assert.equal(hasNews({ values: [{ ...gate, title: 'An open gate' }] }, [gate]), true);
    assert.equal(hasNews({ values: [gate] }, []), true);
  });
});

function changesOf(values: readonly ValueChange[]): DraftChanges {
  return { base: 1, values, removed: [], unanswered: { themes: [], comments: 0 } };
}
