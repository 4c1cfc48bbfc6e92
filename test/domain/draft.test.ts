import assert from 'node:assert/strict';

import { canBecome, type DraftState } from '../../src/domain/draft.js';

const states: readonly DraftState[] = ['open', 'closed', 'replaced', 'withdrawn', 'adopted'];

describe('the state of a draft', () => {
  it('goes on as the community’s process does, and back only to be rated again', () => {
    const ways = states.flatMap((from) =>
      states.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
    );

    assert.deepEqual(ways, [
      'open → closed',
      'open → replaced',
      'open → withdrawn',
      'closed → open',
      'closed → replaced',
      'closed → adopted',
    ]);
  });
});
