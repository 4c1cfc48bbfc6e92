import assert from 'node:assert/strict';

import { sql } from 'kysely';

import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { aKeptComment } from '../contract/comments-made-up.js';
import { anAnnouncement, anOpenDraft, aPseudonym, noon } from '../contract/made-up.js';
import { databaseNames, scratchDatabase } from '../support/database.js';

/** SQLite has one writer at a time: there nobody waits for one another. */
describe(`Sealing while somebody erases what is theirs, on ${databaseNames.postgres}`, () => {
  const url = scratchDatabase('postgres');
  let database: Database;
  before(async () => {
    database = await openDatabase(url());
  });
  after(() => database.close());

  it('begins anew when each waited for the other', async () => {
    const stores = createStores(database);
    const draft = await anOpenDraft(stores);
    const { charter } = draft;
    const pseudonym = aPseudonym();
    const [{ id: value } = assert.fail('a draft has values')] = draft.values;
    const rating = { draft: draft.id, value, pseudonym, press: 'one', at: noon() };
    await stores.ratings.record({ ...rating, answer: 4 });
    const comment = await aKeptComment(stores, charter, { author: pseudonym });
    await stores.drafts.change({ draft: draft.id, from: 'open', to: 'closed', at: noon(1) });

    const { sealing } = await database.query.transaction().execute(async (tx) => {
      await tx.deleteFrom('ratings').where('pseudonym', '=', pseudonym).execute();
      const begun = stores.process.seal({
        charter,
        announcement: anAnnouncement(charter, { kind: 'sealed' }),
      });
      // It has taken the comments by now, and waits for the ratings.
      while (!(await somebodyWaits(database)));
      await tx.deleteFrom('comments').where('id', '=', comment.id).execute();
      return { sealing: begun };
    });

    assert.equal(await sealing, 'sealed');
    assert.equal(await stores.comments.find(comment.id), undefined);
    assert.equal(await stores.charters.pseudonymKey(charter), undefined);
  });
});

async function somebodyWaits({ query }: Database): Promise<boolean> {
  const { rows } = await sql`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(query);
  return rows.length > 0;
}
