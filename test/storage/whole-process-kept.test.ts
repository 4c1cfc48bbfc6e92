import assert from 'node:assert/strict';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { backUp, restore } from '../../src/storage/whole-database.js';
import { anOpenDraft, noon } from '../contract/made-up.js';
import { makeScratch, scratchDatabase } from '../support/database.js';
import { everyRow } from './everything-kept.js';
import { aWholeProcess, anOutcomeAndAnswers } from './whole-process.js';

/** The bot itself fills these when it runs. */
const ofARunningBot = ['migrations', 'downloads', 'wrong_guesses'];

describe('a backup of a process in which everything happened', function () {
  this.timeout(60_000);
  const url = scratchDatabase('sqlite');

  it('has a row of every table, and comes back the same after it went through PostgreSQL', async () => {
    const lines = await withDatabase(url(), async (database) => {
      const stores = createStores(database);
      const { charter, drafts } = await aWholeProcess(stores, 'damson');
      await anOutcomeAndAnswers(database, charter, drafts[0]!);
      await stores.facilitators.invite({ code: 'AAAA-BBBB-CCCC', until: noon(9_999) });
      await stores.facilitators.listed();
      const member = 'ada-member' as Parameters<typeof stores.facilitators.has>[0];
      await stores.facilitators.add({ member, at: noon() });
      const other = await anOpenDraft(stores);
      await stores.charters.delete({ charter: other.charter, at: noon(700) });
      for (const [table, rows] of await everyRow(database))
        if (!ofARunningBot.includes(table)) assert.ok(rows.length > 0, `nothing is in ${table}`);
      return linesOf(database);
    });

    assert.deepEqual(await throughAnother('postgres', lines), lines);
    assert.deepEqual(await throughAnother('sqlite', lines), lines);
  });
});

async function throughAnother(
  dialect: 'sqlite' | 'postgres',
  lines: readonly string[],
): Promise<readonly string[]> {
  const scratch = await makeScratch(dialect);
  const there = await withDatabase(scratch.url, async (database) => {
    await restore(database, eachOf(lines));
    return linesOf(database);
  });
  await scratch.remove();
  return there;
}

async function withDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  return work(database).finally(() => database.close());
}

async function linesOf(database: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  await backUp(database, (line) => Promise.resolve(void lines.push(line)));
  return lines;
}

async function* eachOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of await Promise.resolve(lines)) yield line;
}
