import type { Transaction } from 'kysely';

import { beginning, hashOf } from '../app/ledger/chain.js';
import type { CharterName } from '../domain/charter.js';
import type { ProcessEntry } from '../domain/process.js';
import type { Tables } from './schema.js';

/**
 * Writes what happened to a charter's process under the next number. It comes last in a transaction: two that write at
 * the same time wait for each other here, and must not hold what the other one still needs.
 */
export async function recordEntry(
  tx: Transaction<Tables>,
  charter: CharterName,
  entry: ProcessEntry,
  at: string,
): Promise<void> {
  for (;;) {
    const last = await tx
      .selectFrom('process_records')
      .select(['number', 'hash'])
      .where('charter', '=', charter)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const number = (last?.number ?? 0) + 1;
    const hash = hashOf(charter, { number, at, entry }, last?.hash ?? beginning);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('process_records')
      .values({ charter, number, at, entry: JSON.stringify(entry), hash })
      .onConflict((conflict) => conflict.columns(['charter', 'number']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) return;
  }
}
