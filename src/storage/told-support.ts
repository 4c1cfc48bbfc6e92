import type { Transaction } from 'kysely';

import type { CommentId, Support } from '../domain/comment.js';
import { noSupport, toldNext } from '../domain/support.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Takes a comment for itself until the transaction ends, and reads what is told of it. */
export async function takeComment(tx: Tx, comment: CommentId) {
  return tx
    .updateTable('comments')
    .set((eb) => ({ agree: eb.ref('agree') }))
    .where('id', '=', comment)
    .returning(['id', 'charter', 'value', 'state', 'signed_by', 'agree', 'disagree', 'pass'])
    .executeTakeFirst();
}

/** Tells the votes as they stand now, where enough of them are new. `told`: what is public; the comment is taken. */
export async function tell(
  tx: Tx,
  { comment, told, batch }: { comment: CommentId; told: Support; batch: number },
): Promise<void> {
  const votes = await standingVotes(tx, comment);
  await tx.updateTable('comments').set(toldNext({ told, votes, batch })).where('id', '=', comment).execute();
}

async function standingVotes(tx: Tx, comment: CommentId): Promise<Support> {
  const rows = await tx
    .selectFrom('comment_votes')
    .select('vote')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('comment', '=', comment)
    .groupBy('vote')
    .execute();
  return { ...noSupport, ...Object.fromEntries(rows.map(({ vote, count }) => [vote, Number(count)])) };
}
