import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { backup, restoreFrom } from '../../src/command-line/backup.js';
import { CommandError } from '../../src/command-line/client.js';
import { openDatabase } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { anOpenDraft } from '../contract/made-up.js';

describe('backup and restore on the command line', () => {
  let folder: string;
  const inFolder = (name: string) => join(folder, name);
  const call = (database: string | undefined, operand?: string) => ({
    ...{ bot: { url: '', token: '' }, charter: undefined, operand, options: {} },
    databaseUrl: database === undefined ? undefined : `sqlite:${inFolder(database)}`,
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-backup-'));
    const database = await openDatabase(`sqlite:${inFolder('full.db')}`);
    await anOpenDraft(createStores(database));
    await database.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('write a file that its owner alone may read, and say what is in it', async () => {
    const said = await backup(call('full.db', inFolder('all.jsonl')));

    assert.match(said, /HOLDS KEYS AND IDENTITIES/);
    assert.equal((await stat(inFolder('all.jsonl'))).mode & 0o777, 0o600);
  });

  it('fill a new database with the same', async () => {
    await backup(call('full.db', inFolder('one.jsonl')));
    await restoreFrom(call('new.db', inFolder('one.jsonl')));
    await backup(call('new.db', inFolder('two.jsonl')));

    const [one, two] = await Promise.all(
      ['one.jsonl', 'two.jsonl'].map((name) => readFile(inFolder(name), 'utf8')),
    );
    assert.ok((one ?? '').split('\n').length > 5);
    assert.equal(two, one);
  });

  it('overwrite nothing', async () => {
    await writeFile(inFolder('mine.txt'), 'mine');

    await assert.rejects(backup(call('full.db', inFolder('mine.txt'))), CommandError);
    await backup(call('full.db', inFolder('all.jsonl')));
    await assert.rejects(restoreFrom(call('full.db', inFolder('all.jsonl'))), /not empty/);

    assert.equal(await readFile(inFolder('mine.txt'), 'utf8'), 'mine');
  });

  it('leave no half a file behind, and no new database where there is none to copy', async () => {
    await assert.rejects(backup(call('nothing.db', inFolder('all.jsonl'))), CommandError);

    for (const name of ['all.jsonl', 'nothing.db'])
      await assert.rejects(stat(inFolder(name)), { code: 'ENOENT' });
  });

  it('ask for what they need', async () => {
    await assert.rejects(backup(call(undefined, inFolder('a'))), /Set DATABASE_URL/);
    await assert.rejects(backup(call('full.db')), /Which file/);
    await assert.rejects(restoreFrom(call('full.db', inFolder('nowhere'))), /There is no file/);
  });
});
