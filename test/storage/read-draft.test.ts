import assert from 'node:assert/strict';

import type { KyselyPlugin } from 'kysely';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { readDraft } from '../../src/storage/read-draft.js';
import { createStores } from '../../src/storage/stores.js';
import { anOpenDraft, noon, unique } from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';

for (const dialect of ['sqlite', 'postgres'] as const) {
  describe(`a draft that is read on ${databaseNames[dialect]}`, () => {
    const open: Database[] = [];
    after(() => Promise.all(open.map((database) => database.close())));
    const url = scratchDatabase(dialect);
    before(async () => {
      while (open.length < 2) open.push(await openDatabase(url()));
    });

    it('while it is corrected has the correction as a whole or not at all', async () => {
      const [reading, correcting] = open as [Database, Database];
      const { corrections, drafts } = createStores(correcting);
      const draft = await anOpenDraft(createStores(correcting));
      const correct = async () => {
        const id = unique('correction');
        const { charter, reason, values } = draft;
        const proposed = { id, charter, of: { draft: draft.id }, editor: 'ana', source: '# Better' };
        await corrections.propose({ ...proposed, changes: [], at: noon() });
        const better = values.map((value) => ({ ...value, text: 'Better.' }));
        await corrections.apply({ id, framing: draft, reason: reason!, values: better, at: noon(60) });
      };

      const query = reading.query.withPlugin(afterFirstResult(correct));
      const read = await readDraft({ ...reading, query }, draft.id);

      assert.deepEqual(read, { content: draft, revision: 0 });
      const since = await drafts.find(draft.id);
      assert.deepEqual([since?.source, since?.values[0]?.text], ['# Better', 'Better.']);
    });
  });
}

function afterFirstResult(happens: () => Promise<void>): KyselyPlugin {
  let happened = false;
  return {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (happened) return result;
      happened = true;
      await happens();
      return result;
    },
  };
}
