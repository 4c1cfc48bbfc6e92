import type { Transaction } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { Tables } from './schema.js';

/**
 * Nothing of it changes; whoever seals, deletes or publishes it, or works on its themes, waits until the transaction ends.
 * Nothing when it is sealed, or is not there. It comes before whatever else a transaction holds.
 */
export function holdUnsealed(tx: Transaction<Tables>, charter: CharterName) {
  return tx
    .updateTable('charters')
    .set((eb) => ({ rules: eb.ref('rules') }))
    .where('name', '=', charter)
    .where('sealed_at', 'is', null)
    .returning(['time_zone as timeZone', 'last_theme as lastTheme'])
    .executeTakeFirst();
}
