import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exportAll } from '../../src/command-line/export.js';
import { ada, crowd } from '../support/cast.js';
import { databaseNames } from '../support/database.js';
import { personalChat } from '../support/places.js';
import { tokens } from './api-client.js';
import { assertProblem } from './assert-problem.js';
import { gardenPost } from './garden-post.js';
import { openDraftOn } from './open-draft.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`The export on ${databaseNames[dialect]}`, () => {
    const on = openDraftOn(dialect);
    const files = (charter = on.charter) => `/api/charters/${charter}/export`;
    const read = async (name: string) => (await on.api.get(`${files()}/${name}`)).text;

    async function closedWithResults(): Promise<void> {
      for (const member of crowd(6)) {
        await on.stage.say(member, personalChat(member), `rate ${on.charter} 1 5`);
      }
      await on.api.post(`/api/charters/${on.charter}/drafts/1/close`);
    }

    it('is a list of files, each of which is there under its type', async () => {
      await closedWithResults();

      const { json } = await on.api.get(files());
      const listed = (json as { files?: readonly { name: string; type: string }[] }).files ?? [];

      assert.deepEqual(listed.map(({ name }) => name).toSorted(), [
        ...['README.md', 'charter.json', 'comments.csv', 'drafts/1.md', 'groups.csv', 'ledger.jsonl'],
        ...['participation.csv', 'process.csv', 'results.csv', 'results.md'],
      ]);
      for (const { name, type } of listed) {
        const file = await on.api.get(`${files()}/${name}`);
        assert.deepEqual([file.status, file.type], [200, type.split(';')[0]], name);
        assert.notEqual(file.text, '', name);
      }
    });

    it('says the same in its tables, in words and in one piece', async () => {
      await closedWithResults();

      const [header = '', first = ''] = (await read('results.csv')).split('\r\n');
      const columns = header.split(',');
      const cells = first.split(',');
      const all = JSON.parse(await read('charter.json')) as {
        drafts: readonly { results: { values: readonly { kind: string; n: number }[] } }[];
      };

      assert.equal(cells[columns.indexOf('n')], '6');
      assert.equal(cells[columns.indexOf('step_5')], '6');
      assert.equal(all.drafts[0]?.results.values[0]?.n, 6);
      assert.match(
        await read('results.md'),
        /### 1\. Share the harvest\n\n[^]*\| 0 \| 0 \| 0 \| 0 \| 6 \| 6 \| 0 \| 0 \|/,
      );
      assert.match(await read('results.md'), /### 2\. [^]*Fewer than 5 answers/);
    });

    it('explains every column of every table', async () => {
      const readMe = await read('README.md');

      for (const name of ['results.csv', 'groups.csv', 'participation.csv', 'comments.csv', 'process.csv']) {
        const [header = ''] = (await read(name)).split('\r\n');
        for (const column of header.split(','))
          assert.ok(readMe.includes(`| \`${column}\` |`), `${name}: ${column}`);
      }
    });

    it('gives the post of a draft as it came', async () => {
      assert.equal(await read('drafts/1.md'), gardenPost());
    });

    it('keeps a spreadsheet from taking a text for a formula', async () => {
      const title = '=HYPERLINK("https://evil.example")';
      const charter = `${on.charter}-f`;
      await on.api.publish(
        charter,
        `# Values\n\nWe:\n\n## ${title} {#harvest}\n\nText.\n\n## Dig\n\nText.\n`,
      );
      await on.api.post(`/api/charters/${charter}/drafts/1/close`);

      const { text } = await on.api.get(`${files(charter)}/results.csv`);

      assert.ok(text.includes(`"'=HYPERLINK(""https://evil.example"")"`), text);
    });

    it('is for whoever has a token, of a charter that is there, and of files that are', async () => {
      assert.equal((await on.api.get(files(), { authorization: undefined })).status, 401);
      for (const path of [files('nowhere'), `${files()}/secrets.csv`, `${files()}/drafts/9.md`])
        assertProblem(await on.api.get(path), 'not-found');
    });

    it('is written into a folder by one command', async () => {
      await closedWithResults();
      const folder = await mkdtemp(join(tmpdir(), 'touchstone-export-'));
      const bot = { url: on.stage.origin, token: tokens.scripts };

      const said = await exportAll({
        bot,
        charter: on.charter,
        operand: folder,
        options: {},
        databaseUrl: undefined,
      });

      assert.match(said, /^10 files in /);
      assert.ok((await readdir(folder)).includes('README.md'));
      assert.equal(await readFile(join(folder, 'drafts', '1.md'), 'utf8'), gardenPost());
      assert.equal(await readFile(join(folder, 'results.csv'), 'utf8'), await read('results.csv'));
      await rm(folder, { recursive: true });
    });

    it('names nobody who answered or facilitates', async () => {
      await closedWithResults();
      const all = (await Promise.all(['charter.json', 'process.csv', 'README.md'].map(read))).join('\n');

      for (const { aadObjectId, name } of [...crowd(6), ada])
        assert.ok(!all.includes(aadObjectId) && !all.includes(name), name);
    });
  });
}
