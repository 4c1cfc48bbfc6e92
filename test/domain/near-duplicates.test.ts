import assert from 'node:assert/strict';

import fc from 'fast-check';

import { nearDuplicates, type Stemmed } from '../../src/domain/near-duplicates.js';

/** `a b c` is a text of three stems. */
function texts(...lines: readonly string[]): readonly Stemmed<string>[] {
  return lines.map((line) => ({ id: line, stems: line.split(' ').filter((stem) => stem !== '') }));
}

describe('Near duplicates', () => {
  it('share at least half of all the stems that either has', () => {
    assert.deepEqual(nearDuplicates(texts('a b c', 'a b d')), [['a b c', 'a b d']]);
    assert.deepEqual(nearDuplicates(texts('a b c', 'a d e')), []);
    assert.deepEqual(nearDuplicates(texts('a b c e', 'a b d f')), []);
  });

  it('or share the words that are rare among all', () => {
    const [one, other] = ['k k k b c d e', 'k k k f g h i'];
    const rest = ['b c l m', 'd e n o', 'f g p q', 'h i r s', 'b f t u', 'c g v w', 'd h x y', 'e i z j'];

    assert.deepEqual(nearDuplicates(texts(one, other, ...rest)), [[one, other]]);
    assert.deepEqual(nearDuplicates(texts('k b c d e', 'k f g h i', ...rest)), []);
  });

  it('weigh words as tf·ln(N/df), and are near from a cosine of 0.6 on', () => {
    // Of four texts, a word in two of them weighs ln 2 each time, and one in a single text ln 4, which is twice as much.
    const threeAndTwo = texts('r r r a', 'r r r b', 'x y', 'z w');
    const twoAndTwo = texts('r r a', 'r r b', 'x y', 'z w');

    // 9 of 9 + 4, and 4 of 4 + 4.
    assert.deepEqual(nearDuplicates(threeAndTwo), [['r r r a', 'r r r b']]);
    assert.deepEqual(nearDuplicates(twoAndTwo), []);
  });

  it('are not found where there is nothing to compare', () => {
    assert.deepEqual(nearDuplicates([]), []);
    assert.deepEqual(nearDuplicates(texts('a b')), []);
    assert.deepEqual(
      nearDuplicates([
        { id: 'one', stems: [] },
        { id: 'other', stems: [] },
      ]),
      [],
    );
  });

  it('are the same pairs in whichever order the texts come', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const all = lines.map((stems, index) => ({ id: String(index), stems }));
        const pairs = (found: readonly (readonly [string, string])[]) =>
          found.map((pair) => pair.toSorted().join(' ')).toSorted();

        assert.deepEqual(pairs(nearDuplicates(all.toReversed())), pairs(nearDuplicates(all)));
      }),
    );
  });

  it('are found among two thousand comments in well under a second', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${String(index)}`);
    // Some words are in many comments, most are in few, as in any language.
    const many = Array.from({ length: 2_000 }, (_, text) => ({
      id: String(text),
      stems: Array.from(
        { length: 25 },
        (_, place) => words[Math.floor(400 * (((text * 31 + place * 17) % 997) / 997) ** 2)]!,
      ),
    }));

    const begin = performance.now();
    nearDuplicates(many);

    assert.ok(performance.now() - begin < 1_000);
  });
});
