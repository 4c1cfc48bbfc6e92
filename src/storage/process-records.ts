import { sql, type Transaction } from 'kysely';

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
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('process_records')
      .columns(['charter', 'number', 'at', 'entry'])
      .expression((eb) =>
        eb
          .selectFrom('process_records')
          .where('charter', '=', charter)
          .select([
            eb.val(charter).as('charter'),
            sql<number>`coalesce(max(number), 0) + 1`.as('number'),
            eb.val(at).as('at'),
            eb.val(JSON.stringify(entry)).as('entry'),
          ]),
      )
      .onConflict((conflict) => conflict.columns(['charter', 'number']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) return;
  }
}
