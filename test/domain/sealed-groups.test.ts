import assert from 'node:assert/strict';

import fc from 'fast-check';

import { groupsToKeep, type GroupSize } from '../../src/domain/sealed-groups.js';

const kept = (sizes: readonly GroupSize[], least = 5): readonly string[] =>
  [...groupsToKeep(sizes, least)].sort();

describe('Groups beside sealed answers', () => {
  it('stay where each is large enough and nobody stands alone', () => {
    assert.deepEqual(
      kept([
        { group: 'lab', count: 5 },
        { group: 'office', count: 9 },
      ]),
      ['lab', 'office'],
    );
  });

  it('go where they are too small, with those who said none', () => {
    const sizes = [{ group: 'lab', count: 9 }, { group: 'guests', count: 2 }, { count: 3 }];

    assert.deepEqual(kept(sizes), ['lab']);
  });

  it('go with the smallest of the others where those without would be too few', () => {
    const sizes = [{ group: 'lab', count: 9 }, { group: 'office', count: 7 }, { count: 1 }];

    assert.deepEqual(kept(sizes), ['lab']);
  });

  it('leave nobody among fewer than the threshold, whatever the sizes', () => {
    const aSize = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.array(aSize, { maxLength: 8 }),
        aSize,
        fc.integer({ min: 5, max: 9 }),
        (counts, none, least) => {
          const sizes = counts.map((count, index) => ({ group: `g${String(index)}`, count }));

          const stay = groupsToKeep([...sizes, { count: none }], least);

          const apart =
            none + sizes.reduce((sum, { group, count }) => sum + (stay.has(group) ? 0 : count), 0);
          assert.ok(sizes.every(({ group, count }) => !stay.has(group) || count >= least));
          assert.ok(apart === 0 || apart >= least || stay.size === 0);
        },
      ),
    );
  });
});
