import type { Kysely } from 'kysely';

import type { Dialect } from '../dialect.js';

/** One step from an older schema to the next; never edited once released. */
export interface Migration {
  readonly name: string;
  up(transaction: Kysely<unknown>, dialect: Dialect): Promise<void>;
}
