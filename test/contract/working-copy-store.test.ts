import assert from 'node:assert/strict';

import type { WorkingCopy } from '../../src/app/ports.js';
import type { CharterName } from '../../src/domain/charter.js';
import type { MemberId } from '../../src/domain/place.js';
import { aDraft, aPublication, noon, unique } from './made-up.js';
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

    const later = { ...copy, source: '# Another text', revision: 'r2', savedAt: noon(60) };
    assert.equal(await workingCopies.save(later, 'any'), 'saved');

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

  it('says who saved it, and of an API token or somebody who is forgotten nothing', async () => {
    const { workingCopies } = stores();
    const named = aCopy({ savedBy: unique('member') as MemberId, savedByName: 'Ana' });
    const nameless = aCopy();
    for (const copy of [named, nameless]) await workingCopies.save(copy, undefined);

    assert.deepEqual(await workingCopies.find(named), named);
    assert.deepEqual(await workingCopies.find(nameless), nameless);
  });

  it('is saved over the text that its writer saw, and over no other', async () => {
    const { workingCopies } = stores();
    const seen = aCopy();
    const [mine, theirs] = ['mine', 'theirs'].map((revision) => ({
      ...seen,
      revision,
      source: `# ${revision}`,
    }));
    assert.ok(mine && theirs);
    assert.equal(await workingCopies.save(seen, undefined), 'saved');

    assert.equal(await workingCopies.save(theirs, seen.revision), 'saved');
    assert.equal(await workingCopies.save(mine, seen.revision), 'overtaken');

    assert.deepEqual(await workingCopies.find(seen), theirs);
    for (const version of [seen, mine, theirs])
      assert.deepEqual(await workingCopies.version(version), version);
    assert.equal(
      await workingCopies.save(mine, theirs.revision),
      'saved',
      'whoever chooses theirs after all',
    );
    assert.deepEqual(await workingCopies.of(seen.editor), [mine]);
  });

  it('begun by somebody else meanwhile is not begun again, and what came second is kept', async () => {
    const { workingCopies } = stores();
    const copy = aCopy();
    const second = { ...copy, revision: 'r2', source: '# Mine' };
    await workingCopies.save(copy, undefined);

    assert.equal(await workingCopies.save(second, undefined), 'overtaken');

    assert.deepEqual(await workingCopies.find(copy), copy);
    assert.deepEqual(await workingCopies.version(second), second);
  });

  it('saved a second time by the same call is saved', async () => {
    const { workingCopies } = stores();
    const copy = aCopy();
    const edited = { ...copy, revision: 'r2', source: '# Edited' };
    for (const _ of [1, 2]) assert.equal(await workingCopies.save(copy, undefined), 'saved');

    for (const _ of [1, 2]) assert.equal(await workingCopies.save(edited, copy.revision), 'saved');

    assert.deepEqual(await workingCopies.find(copy), edited);
  });

  it('that is published goes with the versions that stood; one that never did stays, and what is saved over it then is kept aside', async () => {
    const { workingCopies, drafts } = stores();
    const copy = aCopy();
    const edited = { ...copy, revision: 'r2', source: '# Edited' };
    const late = { ...copy, revision: 'r3', source: '# Late' };
    const own = aCopy({ charter: copy.charter, editor: 'api:robot' });
    await workingCopies.save(copy, undefined);
    await workingCopies.save(edited, copy.revision);
    await workingCopies.save(own, undefined);
    const beside = { ...copy, revision: 'r0', source: '# Beside' };
    assert.equal(await workingCopies.save(beside, copy.revision), 'overtaken');

    await drafts.publish(aPublication(aDraft(copy.charter), { workingCopy: edited }));

    for (const version of [copy, edited]) assert.equal(await workingCopies.version(version), undefined);
    assert.equal(await workingCopies.save(late, edited.revision), 'overtaken');
    assert.equal(await workingCopies.find(copy), undefined);
    for (const version of [late, beside]) assert.deepEqual(await workingCopies.version(version), version);
    assert.deepEqual(await workingCopies.find(own), own);
  });
});
