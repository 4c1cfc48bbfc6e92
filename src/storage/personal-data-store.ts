import type { Transaction } from 'kysely';

import type { PersonalDataStore } from '../app/my-data/personal-data-store.js';
import type { CharterName } from '../domain/charter.js';
import type { MemberId } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import type { Database } from './database.js';
import { eraseComments } from './erase-comments.js';
import { eraseDeliveries, erasePlace } from './erase-place.js';
import { readKeptInCharter, readKeptOfMember } from './read-kept.js';
import type { Tables } from './schema.js';
import { repeatingDeadlocks } from './settle.js';

type Tx = Transaction<Tables>;

/** Stands where a member's id stood on work that a charter keeps. */
const forgotten = 'forgotten';

export function createPersonalDataStore(database: Database): PersonalDataStore {
  const { query } = database;
  const together = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    repeatingDeadlocks(() => query.transaction().execute(work));

  return {
    ofMember: (member) => readKeptOfMember(query, member),

    inCharter: (which) => readKeptInCharter(query, which),

    async forget({ member, pseudonyms, at }) {
      const places = await together(async (tx) => {
        for (const which of pseudonyms) await eraseInCharter(tx, which);
        const chats = await chatsOf(tx, member);
        for (const place of chats) await erasePlace(tx, database, { place, at, reason: 'unsubscribed' });
        await eraseUnderOwnId(tx, member);
        return chats;
      });
      // What was being announced at that very moment may have been written for a chat that was there just before.
      for (const place of places)
        await together((tx) => eraseDeliveries(tx, { place, at, reason: 'unsubscribed' }));
    },

    async forgetPlace({ place, at }) {
      const reason = 'uninstalled';
      await together((tx) => erasePlace(tx, database, { place, at, reason }));
      await together((tx) => eraseDeliveries(tx, { place, at, reason }));
    },
  };
}

async function chatsOf(tx: Tx, member: MemberId) {
  const rows = await tx
    .selectFrom('places')
    .select('id')
    .where('member', '=', member)
    .where('scope', '=', 'personal')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function eraseInCharter(
  tx: Tx,
  [charter, pseudonym]: readonly [CharterName, Pseudonym],
): Promise<void> {
  const drafts = tx.selectFrom('drafts').select('id').where('charter', '=', charter);
  await tx.deleteFrom('ratings').where('draft', 'in', drafts).where('pseudonym', '=', pseudonym).execute();
  await tx.deleteFrom('declines').where('draft', 'in', drafts).where('pseudonym', '=', pseudonym).execute();
  await tx
    .deleteFrom('member_groups')
    .where('charter', '=', charter)
    .where('pseudonym', '=', pseudonym)
    .execute();
  await tx
    .deleteFrom('comment_votes')
    .where('comment', 'in', tx.selectFrom('comments').select('id').where('charter', '=', charter))
    .where('pseudonym', '=', pseudonym)
    .execute();
  await eraseComments(tx, { charter, author: pseudonym });
}

async function eraseUnderOwnId(tx: Tx, member: MemberId): Promise<void> {
  await tx.deleteFrom('contacts').where('member', '=', member).execute();
  await tx.deleteFrom('downloads').where('member', '=', member).execute();
  await tx.deleteFrom('working_copies').where('editor', '=', member).execute();
  await tx.updateTable('corrections').set({ editor: forgotten }).where('editor', '=', member).execute();
  await tx.updateTable('appointments').set({ editor: forgotten }).where('editor', '=', member).execute();
}
