import assert from 'node:assert/strict';

import type { Intent } from '../../src/app/intent.js';
import { dataFor } from '../../src/cards/action-data.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { DraftId, ValueId } from '../../src/domain/draft.js';
import { parseCardAction } from '../../src/teams/card-action.js';

const charter = 'garden' as CharterName;
const about = { charter, draft: 'draft-2' as DraftId };
const value = { by: 'id', id: 'share-the-harvest' as ValueId } as const;
const revision = 'revision-1';

const intents: readonly Intent[] = [
  { kind: 'changes', about },
  { kind: 'changes', about, from: 1, to: 3, value, page: 2 },
  { kind: 'dispute', about, value, confirmed: false },
  { kind: 'dispute', about, value: { by: 'position', position: 2 }, confirmed: true },
  { kind: 'revise', charter },
  { kind: 'edit-value', charter },
  { kind: 'edit-value', charter, value, title: 'T', text: 'W', revision, inDialog: true },
  { kind: 'save-value', charter, value, revision, title: 'T', text: 'W', over: 'revision-2' },
  { kind: 'remove-value', charter, value, revision, confirmed: true },
  { kind: 'move-value', charter, value, revision, to: 'up' },
  { kind: 'move-value', charter, value, to: 3 },
  { kind: 'matching', charter, page: 2 },
  { kind: 'matching', charter, of: value },
  { kind: 'matching', charter, of: 'lead-in' },
  { kind: 'match', charter, value, from: ['leave-paths-open', 'be-a-neighbour'], revision },
  { kind: 'match', charter, value, from: [] },
  { kind: 'declare', charter, of: value, from: [], size: 'spelling', why: 'W', themes: [1, 2], revision },
  { kind: 'declare', charter, of: 'considerations', size: 'meaning' },
  { kind: 'declare', charter, of: { by: 'position', position: 4 }, why: 'W' },
  { kind: 'take-version', charter, version: 'revision-3', over: 'revision-2' },
];

describe('A button about the next draft', () => {
  for (const [index, intent] of intents.entries()) {
    it(`is read as it was written: ${intent.kind}, ${String(index + 1)}`, () => {
      assert.deepEqual(parseCardAction(dataFor(intent)), intent);
    });
  }

  it('takes what was chosen beside it', () => {
    const data = dataFor({ kind: 'declare', charter, of: value, revision });

    assert.deepEqual(
      parseCardAction({ ...data, from: 'a,b', size: 'clearer', why: 'Asked for', themes: '3,4' }),
      {
        ...{ kind: 'declare', charter, of: value, revision },
        ...{ from: ['a', 'b'], size: 'clearer', why: 'Asked for', themes: [3, 4] },
      },
    );
    assert.deepEqual(parseCardAction({ ...data, from: ':new', size: '', why: '', themes: '' }), {
      ...{ kind: 'declare', charter, of: value, revision },
      ...{ from: [], why: '', themes: [] },
    });
  });

  it('of another version gets a friendly answer', () => {
    assert.deepEqual(parseCardAction({ ...dataFor({ kind: 'revise', charter }), v: 99 }), {
      kind: 'outdated',
    });
    assert.deepEqual(parseCardAction({ v: 1, do: 'move-value', value: 'a' }), { kind: 'outdated' });
  });
});
