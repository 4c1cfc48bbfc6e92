import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { sql } from 'kysely';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores, type Stores } from '../../src/storage/stores.js';
import { databaseNames, scratchDatabase } from '../support/database.js';
import { everyByte, everyRow } from './everything-kept.js';
import { aRatedCommunity } from './rated-community.js';

const program = fileURLToPath(new URL('dies-while-sealing.js', import.meta.url));
/** Statements of a sealing before which the process dies: some in the transaction, some while traces are wiped. */
const moments = [3, 9, 15, 21, 27, 33, 39, 42, 44];

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`A process that dies while it seals, on ${databaseNames[dialect]}`, function () {
    this.timeout(120_000);
    const url = scratchDatabase(dialect);
    let database: Database;
    let stores: Stores;
    before(async () => {
      database = await openDatabase(url());
      stores = createStores(database);
    });
    after(() => database.close());

    const dying = async (charter: string, moment: number, announcement: string): Promise<unknown> => {
      const child = spawn(process.execPath, [program, url(), charter, String(moment), announcement], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      return signal ?? code;
    };
    const standing = async (): Promise<string> => {
      const tables = [...(await everyRow(database))].filter(([name]) => name !== 'migrations');
      return JSON.stringify(
        tables.map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
      );
    };

    it('leaves everything as it was, or everything sealed; the next one ends what is left to do', async () => {
      const endings: string[] = [];

      for (const moment of moments) {
        const community = await aRatedCommunity(stores, { size: 12, seed: 100 + moment });
        const { charter, draft, raters, key, sealing } = community;
        const before = await standing();

        const ended = await dying(charter, moment, sealing.id);

        const sealedAt = (await stores.charters.find(charter))?.sealedAt;
        endings.push(`${String(ended)} ${sealedAt === undefined ? 'unsealed' : 'sealed'}`);
        if (sealedAt === undefined) assert.equal(await standing(), before);
        else await assertSealed(community.draft.id);
        assert.equal(await community.seal(), sealedAt === undefined ? 'sealed' : 'sealed-before');
        await stores.process.wipeTraces();
        await assertSealed(draft.id);
        const bytes = await everyByte(database, url());
        for (const secret of [key, ...raters.map(({ pseudonym }) => pseudonym)])
          assert.equal(bytes.includes(secret), false);
      }

      assert.ok(endings.includes('SIGKILL unsealed'), endings.join());
      assert.ok(endings.includes('SIGKILL sealed'), endings.join());
    });

    async function assertSealed(draft: string): Promise<void> {
      const count = async (table: string): Promise<number> => {
        const { rows } = await sql<{ count: number }>`
          select count(*) as count from ${sql.table(table)} where draft = ${draft}`.execute(database.query);
        return Number(rows[0]?.count);
      };
      const left = [await count('ratings'), await count('declines'), await count('consents')];
      assert.deepEqual(left, [0, 0, 0]);
      assert.ok((await count('sealed_answers')) > 36);
    }
  });
}
