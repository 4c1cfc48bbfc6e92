import type { Transaction } from 'kysely';

import type { CommentStore } from '../app/comments/comment-store.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Of two moderators who decide at once, the first one does. What is recorded names neither words nor people. */
export async function moderateComment(
  tx: Tx,
  { comment, from, to, reason, at }: Parameters<CommentStore['moderate']>[0],
): Promise<boolean> {
  if (from === to) return false;
  if (to === 'hidden' && reason === undefined) throw new Error('a comment is hidden for a reason');
  const moved = await tx
    .updateTable('comments')
    .set(to === 'hidden' ? { state: to, reason: reason ?? null } : { state: to, reason: null })
    .where('id', '=', comment)
    .where('state', '=', from)
    .where('state', '<>', 'merged')
    .returning('charter')
    .executeTakeFirst();
  if (moved === undefined) return false;
  if (to === 'hidden' && reason !== undefined) {
    await recordEntry(tx, moved.charter, { kind: 'comment-hidden', reason }, at);
  } else if (from === 'hidden') {
    await recordEntry(tx, moved.charter, { kind: 'comment-shown-again' }, at);
  } else {
    await recordEntry(tx, moved.charter, { kind: 'comment-approved' }, at);
  }
  return true;
}

export async function decideAppeal(
  tx: Tx,
  { comment, granted, at }: Parameters<CommentStore['decideAppeal']>[0],
): Promise<boolean> {
  const decided = await tx
    .updateTable('comments')
    .set(
      granted ? { appeal_state: 'granted', state: 'published', reason: null } : { appeal_state: 'declined' },
    )
    .where('id', '=', comment)
    .where('state', '=', 'hidden')
    .where('appeal_state', '=', 'waiting')
    .returning('charter')
    .executeTakeFirst();
  if (decided === undefined) return false;
  if (granted) await recordEntry(tx, decided.charter, { kind: 'comment-shown-again' }, at);
  return true;
}
