import assert from 'node:assert/strict';

import { comparisonOf } from '../../src/domain/comparison.js';

const differences = [1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 0, -1];

describe('a comparison of two drafts', () => {
  it('counts who went up, stayed and went down, with the exact sign test', () => {
    const comparison = comparisonOf(tallies(differences), { before: 1, least: 5 });

    assert.deepEqual(comparison, {
      with: 1,
      up: 8,
      same: 6,
      down: 1,
      signTest: 0.0391,
      newcomers: { kind: 'fewer-than', count: 5 },
      leavers: { kind: 'fewer-than', count: 5 },
    });
  });

  it('keeps newcomers and leavers apart from those who rated in both', () => {
    const comparison = comparisonOf(
      [...tallies(differences), { difference: 'new', count: 7 }, { difference: 'left', count: 2 }],
      { before: 3, least: 5 },
    );

    assert.deepEqual(
      [comparison?.with, comparison?.newcomers, comparison?.leavers],
      [3, { kind: 'exactly', count: 7 }, { kind: 'fewer-than', count: 5 }],
    );
  });

  it('tells nothing of fewer than the threshold, of those who rated in both or of those who moved', () => {
    const four = [1, 1, 1, -1];

    assert.equal(comparisonOf(tallies(four), { before: 1, least: 5 }), undefined);
    assert.equal(comparisonOf(tallies([...four, 0, 0, 0]), { before: 1, least: 5 }), undefined);
    assert.ok(comparisonOf(tallies([...four, -1]), { before: 1, least: 5 }));
    assert.equal(comparisonOf(tallies([...four, -1]), { before: 1, least: 6 }), undefined);
  });

  it('does not tell that everybody went down: it would be known of each', () => {
    assert.equal(comparisonOf(tallies([-1, -1, -2, -1, -1, -3]), { before: 1, least: 5 }), undefined);
    assert.ok(comparisonOf(tallies([-1, -1, -2, -1, -1, 0]), { before: 1, least: 5 }));
  });

  it('adds the ranks where twenty or more moved, and not below: of few they would tell how far each went', () => {
    const nineteen = Array.from({ length: 19 }, (_, index) => (index % 3 === 0 ? -1 : 2));

    assert.equal(comparisonOf(tallies(nineteen), { before: 1, least: 5 })?.signedRank, undefined);
    const ranks = comparisonOf(tallies([...nineteen, 2]), { before: 1, least: 5 })?.signedRank;
    assert.ok(ranks && ranks.effect > 0 && ranks.p < 0.05);
  });
});

function tallies(all: readonly number[]) {
  return [...new Set(all)].map((difference) => ({
    difference,
    count: all.filter((each) => each === difference).length,
  }));
}
