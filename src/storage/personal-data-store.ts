import { randomBytes } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { PersonalDataStore } from '../app/my-data/personal-data-store.js';
import type { CharterName } from '../domain/charter.js';
import type { MemberId } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';
import type { Database } from './database.js';
import { eraseComments } from './erase-comments.js';
import { eraseDeliveries, erasePlace } from './erase-place.js';
import { recordEntry } from './process-records.js';
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
        await withdrawRequests(tx, member, at);
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
  await keepTold(tx, charter, pseudonym);
  for (const table of ['ratings', 'declines', 'consents'] as const)
    await tx.deleteFrom(table).where('draft', 'in', drafts).where('pseudonym', '=', pseudonym).execute();
  await tx
    .updateTable('spelling_disputes')
    .set({ pseudonym: null })
    .where('draft', 'in', drafts)
    .where('pseudonym', '=', pseudonym)
    .execute();
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

/**
 * Of a consent round that is over the figures are told: without this answer they would tell it. So it stays as one that is
 * nobody's, without its words.
 */
async function keepTold(tx: Tx, charter: CharterName, pseudonym: Pseudonym): Promise<void> {
  const over = tx
    .selectFrom('consent_rounds')
    .innerJoin('drafts', 'drafts.id', 'consent_rounds.draft')
    .select('drafts.id')
    .where('drafts.charter', '=', charter)
    .where('consent_rounds.closed_at', 'is not', null);
  const rows = await tx
    .selectFrom('consents')
    .innerJoin('consent_rounds', 'consent_rounds.draft', 'consents.draft')
    .select(['consents.draft', (eb) => eb.ref('consent_rounds.closed_at').$notNull().as('at')])
    .where('consents.draft', 'in', over)
    .where('consents.pseudonym', '=', pseudonym)
    .where('consents.answer', 'is not', null)
    .execute();
  for (const { draft, at } of rows)
    await tx
      .updateTable('consents')
      .set({
        ...{ pseudonym: randomBytes(32).toString('base64url') as Pseudonym, objection: null },
        ...{ pressed: '', pressed_before: '', given_at: at },
      })
      .where('draft', '=', draft)
      .where('pseudonym', '=', pseudonym)
      .execute();
}

/**
 * What nobody is known to have asked for, the same member could confirm; so it waits no more. Comes last, as whatever is
 * recorded does.
 */
async function withdrawRequests(tx: Tx, member: MemberId, at: string): Promise<void> {
  const asked = await tx
    .deleteFrom('approvals')
    .where('asked_by', '=', member)
    .returning(['charter', 'action'])
    .execute();
  for (const { charter, action } of asked.toSorted((one, other) => (one.charter < other.charter ? -1 : 1)))
    await recordEntry(tx, charter, { kind: 'second', action, became: 'declined' }, at);
}

async function eraseUnderOwnId(tx: Tx, member: MemberId): Promise<void> {
  await tx.deleteFrom('contacts').where('member', '=', member).execute();
  await tx.deleteFrom('downloads').where('member', '=', member).execute();
  await tx
    .updateTable('working_copy_versions')
    .set({ saved_by: null, saved_by_name: null })
    .where('saved_by', '=', member)
    .execute();
  await tx.updateTable('corrections').set({ editor: forgotten }).where('editor', '=', member).execute();
  await tx.updateTable('appointments').set({ editor: forgotten }).where('editor', '=', member).execute();
}
