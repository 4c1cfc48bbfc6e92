import assert from 'node:assert/strict';

import fc from 'fast-check';

import { contextOf, diffOf, type DiffPart } from '../../src/domain/diff.js';
import { tokensOf } from '../../src/domain/word-changes.js';

describe('the difference between two texts', () => {
  const cases: readonly (readonly [
    name: string,
    before: string,
    after: string,
    expected: readonly string[],
  ])[] = [
    [
      'has exactly the words that came',
      'Share tools',
      'Share seeds and tools',
      ['Share', '+seeds and', 'tools'],
    ],
    ['has what went before what came', 'Mend tools', 'Lend tools', ['-Mend', '+Lend', 'tools']],
    ['is nothing but words that stay', 'Lend tools', 'Lend tools', ['Lend tools']],
    ['does not mind where lines end', 'Lend\ntools', 'Lend  tools', ['Lend tools']],
    ['is empty for two empty texts', '', ' \n', []],
    ['has a whole text that came', '', 'Lend tools', ['+Lend tools']],
    ['shows a new paragraph', 'Lend. Mend.', 'Lend.\n\nMend.', ['Lend.', '+¶', 'Mend.']],
    [
      'shows a link as its words and its address',
      'Read [the rules](https://a.example) first',
      'Read [the rules](https://b.example) first',
      ['Read the rules', '-(https://a.example)', '+(https://b.example)', 'first'],
    ],
    [
      'leaves no single words standing in what was written anew',
      'The quick brown fox jumps over the lazy dog at night',
      'A slow green fox crawls under the busy cat at night',
      [
        '-The quick brown fox jumps over the lazy dog',
        '+A slow green fox crawls under the busy cat',
        'at night',
      ],
    ],
    [
      'keeps what was only added apart',
      'we dig and we rest',
      'we always dig well and we rest',
      ['we', '+always', 'dig', '+well', 'and we rest'],
    ],
  ];
  for (const [name, before, after, expected] of cases) {
    it(name, () => {
      assert.deepEqual(diffOf(before, after).map(told), expected);
    });
  }

  it('holds every word of both texts, in their order', () => {
    const text = fc
      .array(fc.constantFrom('we', 'share', 'tools', 'and', 'time', '\n\n', '\n- '), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffOf(before, after);
        assert.deepEqual(wordsIn(parts, 'added'), tokensOf(before));
        assert.deepEqual(wordsIn(parts, 'removed'), tokensOf(after));
      }),
    );
  });

  it('can be told with the words next to a change alone', () => {
    const long = 'one two three four five six';
    const parts = diffOf(`${long} old ${long} ${long} worn ${long}`, `${long} new ${long} ${long} worn`);

    assert.deepEqual(contextOf(parts, 2).map(told), [
      '… five six',
      '-old',
      '+new',
      'one two … six worn',
      `-${long}`,
    ]);
  });

  it('is told in full where nothing changed', () => {
    const text = 'one two three four five six seven eight nine ten eleven twelve';

    assert.deepEqual(contextOf(diffOf(text, text), 2).map(told), [text]);
  });
});

function told({ kind, text }: DiffPart): string {
  return kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}${text}`;
}

function wordsIn(parts: readonly DiffPart[], without: DiffPart['kind']): readonly string[] {
  return parts.filter(({ kind }) => kind !== without).flatMap(({ text }) => text.split(' '));
}
