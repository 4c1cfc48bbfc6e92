import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { Value, ValueId } from '../../src/domain/draft.js';
import type { ImportedValue } from '../../src/domain/imported-post.js';
import { identify } from '../../src/domain/value-identity.js';

const before: readonly Value[] = [
  { id: 'share' as ValueId, title: 'Share', text: 'What we have.' },
  { id: 'learn' as ValueId, title: 'Learn', text: 'By doing.' },
  { id: 'rest' as ValueId, title: 'Rest', text: '' },
];

describe('the identity of a value', () => {
  const cases: readonly (readonly [
    name: string,
    values: readonly (readonly [title: string, text: string, explicitId?: string])[],
    expected: readonly string[],
  ])[] = [
    ['stays when nothing changed', [['Share', 'What we have.']], ['share unchanged']],
    ['stays when the text changed', [['Share', 'All of it.']], ['share text']],
    ['stays when the title changed', [['Give', 'What we have.']], ['share title']],
    [
      'stays when it moved',
      [
        ['Learn', 'By doing.'],
        ['Share', 'What we have.'],
      ],
      ['learn unchanged', 'share unchanged'],
    ],
    [
      'stays when it moved and others were renamed or came',
      [
        ['New', 'First.'],
        ['Teach', 'By doing.'],
        ['Share', 'More.'],
      ],
      ['new added', 'learn title', 'share text'],
    ],
    ['is seen through capitals and blanks of a title', [['  SHARE ', 'What we have.']], ['share title']],
    ['is new when both are', [['Give', 'All of it.']], ['give added']],
    [
      'is the one that is written, with everything changed',
      [['Give', 'All of it.', 'share']],
      ['share title-and-text'],
    ],
    [
      'is the one that is written, though nobody had it before',
      [['Share', 'What we have.', 'mine']],
      ['mine added'],
    ],
    [
      'is not taken by a title when another value is written to have it',
      [
        ['Share', 'What we have.'],
        ['Give', 'All of it.', 'share'],
      ],
      ['share-2 added', 'share title-and-text'],
    ],
    ['is not found by a text that is empty', [['Sleep', '']], ['sleep added']],
    ['is free of accents and signs', [['¡Cuídate, Ñandú!', 'x']], ['cuidate-nandu added']],
    [
      'has a word where the title has no letters',
      [
        ['2024', 'x'],
        ['共同', 'y'],
      ],
      ['value added', 'value-2 added'],
    ],
    ['is short', [['a'.repeat(80), 'x']], [`${'a'.repeat(40)} added`]],
  ];
  for (const [name, values, expected] of cases) {
    it(name, () => {
      const identified = identify(values.map(imported), before);
      assert.deepEqual(
        identified.map(({ id, change }) => `${id} ${change}`),
        expected,
      );
    });
  }

  const words = fc.constantFrom('Share', 'share', ' Share', 'Learn', 'Rest', '2', '', 'Give');
  const posts = fc.array(fc.tuple(words, words), { maxLength: 8 });

  it('is one for each value, whatever a post says', () => {
    fc.assert(
      fc.property(posts, posts, (first, second) => {
        const ids = identify(second.map(imported), identify(first.map(imported), before)).map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }),
    );
  });

  it('stays for every value when the same post comes again', () => {
    fc.assert(
      fc.property(posts, (post) => {
        const first = identify(post.map(imported), before);
        const again = identify(post.map(imported), first);
        assert.deepEqual(
          again.map(({ id, change }) => `${id} ${change}`),
          first.map(({ id }) => `${id} unchanged`),
        );
      }),
    );
  });
});

function imported([title, text, explicitId]: readonly [string, string, string?]): ImportedValue {
  return { title, text, line: 1, ...(explicitId === undefined ? {} : { explicitId }) };
}
