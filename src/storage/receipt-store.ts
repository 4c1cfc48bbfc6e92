import { createHmac, randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import type { Guess, ReceiptStore } from '../app/comments/comment-store.js';
import type { Database } from './database.js';
import type { InstallationKeys } from './installation-keys.js';

const mostGuesses = 10;
/** Milliseconds. */
const remembered = 60 * 60 * 1000;

export function createReceiptStore({ query }: Database, keys: InstallationKeys): ReceiptStore {
  const keyed = async (what: 'code' | 'asker', text: string): Promise<string> =>
    createHmac('sha256', await keys('receipts'))
      .update(`${what} ${text}`)
      .digest('base64url');

  return {
    hash: (code) => keyed('code', code),

    /** Each guess is counted before anybody knows whether it is right: so those that come at once are counted too. */
    async takeGuess(member, at) {
      const asker = await keyed('asker', member);
      const since = new Date(Date.parse(at) - remembered).toISOString();
      const guess = `${at} ${randomBytes(9).toString('base64url')}` as Guess;
      return query.transaction().execute(async (tx) => {
        // One at a time, on all replicas: the key's row is taken until the transaction ends.
        await tx
          .updateTable('installation_keys')
          .set((eb) => ({ key: eb.ref('key') }))
          .where('purpose', '=', 'receipts')
          .execute();
        await tx.deleteFrom('wrong_guesses').where('at', '<', since).execute();
        const { count } = await tx
          .selectFrom('wrong_guesses')
          .select(sql<number>`cast(count(*) as integer)`.as('count'))
          .where('asker', '=', asker)
          .executeTakeFirstOrThrow();
        if (count >= mostGuesses) return undefined;
        await tx.insertInto('wrong_guesses').values({ asker, at: guess }).execute();
        return guess;
      });
    },

    async giveBack(guess) {
      await query.deleteFrom('wrong_guesses').where('at', '=', guess).execute();
    },
  };
}
