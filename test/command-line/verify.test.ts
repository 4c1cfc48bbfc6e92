import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { contentDigest } from '../../src/app/ledger/content.js';
import { ledgerFile } from '../../src/app/ledger/ledger-file.js';
import { CommandError } from '../../src/command-line/client.js';
import { verify } from '../../src/command-line/verify.js';
import { draftContent, garden, gardenEntries, recordsOf } from '../app/ledger/made-up-ledger.js';

/** Whoever has the file asks nobody: neither a bot nor a database is there. */
const alone = {
  bot: { url: 'http://nobody.invalid', token: '' },
  databaseUrl: undefined,
  charter: undefined,
};

describe('touchstone verify', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchstone-verify-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const records = recordsOf(gardenEntries);
  const head = records.at(-1)!.hash;
  const whole = ledgerFile(garden, records);

  const keep = async (text: string, name = 'ledger.jsonl'): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };
  const saying = (operand: string | undefined, known?: string): Promise<string> =>
    verify({ ...alone, operand, options: known === undefined ? {} : { head: known } }).catch(
      (error: unknown) => {
        assert.ok(error instanceof CommandError);
        return `refused: ${error.message}`;
      },
    );

  it('says that a ledger is whole, and what to compare its head with', async () => {
    const said = await saying(await keep(whole));

    assert.match(said, /^The ledger of garden is whole: 5 entries, none edited/);
    assert.ok(said.includes(head));
    assert.match(said, /a ledger written wholly anew would look whole too/);
  });

  it('knows the head that somebody kept, in full or as a card shows it', async () => {
    const file = await keep(whole);

    assert.match(await saying(file, head.slice(0, 12)), /It is the head that you named/);
    assert.match(await saying(file, '0123456789ab'), /^refused: .*\nLine 6: the chain ends in /);
    assert.match(await saying(file, 'abc'), /^refused: --head takes the hash/);
  });

  it('says in plain words which line was touched', async () => {
    const edited = await saying(await keep(whole.replace('"to":8', '"to":7')));
    const removed = await saying(await keep(whole.replace(/^.*names-person.*\n/m, '')));

    assert.match(
      edited,
      /is not whole\.\nLine 3: the entry does not have the hash that it says\. It was edited\./,
    );
    assert.match(removed, /Line 4: here is entry 4 where entry 3 belongs\. One or more entries were removed/);
  });

  it('checks that the drafts of the export beside it say what was published', async () => {
    const [first, ...others] = gardenEntries;
    const opened = { ...first, content: contentDigest(draftContent) } as (typeof gardenEntries)[number];
    const file = await keep(ledgerFile(garden, recordsOf([opened, ...others])));
    const exported = (drafts: readonly unknown[], name = 'garden'): Promise<string> =>
      keep(JSON.stringify({ charter: { name }, drafts }), 'charter.json');

    await exported([draftContent]);
    assert.match(await saying(file), /Draft 1 in charter\.json says what the ledger recorded/);
    await exported([{ ...draftContent, title: 'Values of my garden' }]);
    assert.match(await saying(file), /^refused: .*\nDraft 1 does not say what was published/);
    await exported([]);
    assert.match(await saying(file), /^refused: .*\nDraft 1 is not in it/);
    await exported([], 'orchard');
    assert.match(await saying(file), /is whole/);
    await keep('nothing', 'charter.json');
    assert.match(await saying(file), /^refused: .*charter\.json beside it cannot be read/);
  });

  it('says what is missing to begin with', async () => {
    assert.match(await saying(undefined), /^refused: Which file\?/);
    assert.match(await saying(join(folder, 'none.jsonl')), /^refused: .*cannot be read/);
    assert.match(await saying(await keep('')), /Line 1: the file is empty/);
  });
});
