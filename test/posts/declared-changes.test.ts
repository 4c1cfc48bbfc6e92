import assert from 'node:assert/strict';
import { post, refusals, reported } from './reading.js';

const value = '\n## Our values\n\n### Calm\n\nNo hurry.\n';
const withChanges = (changes: string) => `---\ntitle: Values\nchanges:\n${changes}\n---${value}`;

describe('what the front matter says of changes', () => {
  it('names a value, where it comes from, how far it goes, why, and the themes behind it', () => {
    const found = post(
      withChanges(
        '  - value: Calm\n    from: [quiet, Be still]\n    size: meaning\n    why: |\n      It was *never*\n      about noise.\n    themes: [1, 12]\n  - of: considerations\n    size: Spelling\n  - value: lead-in\n    theme: 3\n  - value: Joy\n    from: []',
      ),
    );

    assert.deepEqual(found.changes, [
      {
        of: 'Calm',
        from: ['quiet', 'Be still'],
        size: 'meaning',
        why: 'It was *never*\nabout noise.',
        themes: [1, 12],
      },
      { of: 'considerations', size: 'spelling', themes: [] },
      { of: 'lead-in', themes: [3] },
      { of: 'Joy', from: [], themes: [] },
    ]);
    assert.deepEqual(reported(found, 'change'), ['4 Calm', '11 considerations', '13 lead-in', '15 Joy']);
  });

  it('is nothing where it is not said, and an empty list where that is said', () => {
    assert.equal(post(`---\ntitle: Values\n---${value}`).changes, undefined);
    assert.deepEqual(post(`---\ntitle: Values\nchanges: []\n---${value}`).changes, []);
  });

  it('loses HTML and links that lead nowhere', () => {
    const found = post(withChanges('  - value: Calm\n    why: <b>Because</b> [x](javascript:alert(1))'));

    assert.equal(found.changes?.[0]?.why, 'Because x');
  });

  it('reports what it does not know', () => {
    const found = post(withChanges('  - value: Calm\n    colour: red'));

    assert.deepEqual(reported(found, 'unknown-key'), ['5 colour']);
  });

  const wrong: readonly [string, string, string][] = [
    ['a size that is none', '  - value: Calm\n    size: speling', '5 speling'],
    ['a theme that is no number', '  - value: Calm\n    themes: [1, paths]', '5 paths'],
    ['a theme that no theme can have', '  - value: Calm\n    themes: 0', '5 0'],
    ['no value', '  - size: spelling', '4 size'],
    ['words alone', '  - Calm', '4 Calm'],
    ['no list', '  value: Calm', '4 '],
    ['an origin without a name', '  - value: Calm\n    from: [""]', '5 from'],
  ];
  for (const [name, changes, expected] of wrong) {
    it(`is refused for ${name}, with its line`, () => {
      const found = refusals(withChanges(changes));

      assert.deepEqual(
        found.map(({ kind, line, about }) => `${kind} ${line} ${about}`),
        [`invalid-change ${expected}`],
      );
    });
  }
});
