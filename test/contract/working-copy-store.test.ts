import assert from 'node:assert/strict';

import type { WorkingCopy } from '../../src/app/ports.js';
import type { CharterName } from '../../src/domain/charter.js';
import { noon, unique } from './made-up.js';
import { onEveryStore } from './on-every-store.js';

onEveryStore('working copies', (stores) => {
  const aCopy = (overrides: Partial<WorkingCopy> = {}): WorkingCopy => ({
    charter: unique('charter') as CharterName,
    editor: unique('member'),
    source: '# A text',
    revision: 'r1',
    savedAt: noon(),
    ...overrides,
  });

  it('a saved copy is found again by its editor only', async () => {
    const { workingCopies } = stores();
    const copy = aCopy();

    await workingCopies.save(copy, 'any');

    assert.deepEqual(await workingCopies.find(copy), copy);
    assert.equal(await workingCopies.find({ charter: copy.charter, editor: 'somebody-else' }), undefined);
  });

  it('saving again replaces what the same editor saved for the same charter', async () => {
    const { workingCopies } = stores();
    const copy = aCopy();
    const colleague = aCopy({ charter: copy.charter });
    await workingCopies.save(copy, 'any');
    await workingCopies.save(colleague, 'any');

    await workingCopies.save({ ...copy, source: '# Another text', revision: 'r2', savedAt: noon(60) }, 'any');

    assert.deepEqual(await workingCopies.of(copy.editor), [
      { ...copy, source: '# Another text', revision: 'r2', savedAt: noon(60) },
    ]);
    assert.deepEqual(await workingCopies.find(colleague), colleague);
  });

  it('the copies of one editor come with the latest first', async () => {
    const { workingCopies } = stores();
    const editor = unique('member');
    const older = aCopy({ editor, savedAt: noon(1) });
    const latest = aCopy({ editor, savedAt: noon(3) });
    const middle = aCopy({ editor, savedAt: noon(2) });
    for (const copy of [older, latest, middle]) await workingCopies.save(copy, 'any');

    assert.deepEqual(await workingCopies.of(editor), [latest, middle, older]);
  });
});
