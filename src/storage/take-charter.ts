import type { Transaction } from 'kysely';

import type { CommentId } from '../domain/comment.js';
import type { ProcessRules } from '../domain/process.js';
import { holding, type Dialect } from './dialect.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

/**
 * The rules of a comment's charter, which is not sealed before the transaction ends; nothing when it is already. Asked
 * for before the comment itself is taken, as sealing does: so neither waits for the other for ever.
 */
export async function takeCharterOf(
  dialect: Dialect,
  tx: Transaction<Tables>,
  comment: CommentId,
): Promise<Pick<ProcessRules, 'least'> | undefined> {
  const charter = tx
    .selectFrom('charters')
    .select('rules')
    .where('sealed_at', 'is', null)
    .where('name', '=', (eb) => eb.selectFrom('comments').select('charter').where('id', '=', comment));
  const row = await holding(dialect, charter, 'charters').executeTakeFirst();
  return row && rulesFromJson(row.rules);
}
