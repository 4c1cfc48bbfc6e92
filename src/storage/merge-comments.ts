import type { Transaction } from 'kysely';

import type { CommentStore } from '../app/comments/comment-store.js';
import type { CommentId } from '../domain/comment.js';
import { noSupport, toldTogether } from '../domain/support.js';
import type { Database } from './database.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';
import { takeCharterOf } from './take-charter.js';
import { takeComment, tell } from './told-support.js';

type Tx = Transaction<Tables>;
type Merging = Parameters<CommentStore['merge']>[0];

/**
 * After sealing nobody knows any more who said both, so nothing is merged. What was published is not taken in by what
 * nobody has reviewed. What is signed stays apart from what is not: if both were of one person, the number of people would
 * not grow, and whoever merged them would know whose the other is.
 */
export async function mergeComments(
  { dialect }: Pick<Database, 'dialect'>,
  tx: Tx,
  { comment, into, at }: Merging,
): Promise<boolean> {
  const rules = await takeCharterOf(dialect, tx, comment);
  if (rules === undefined) return false;
  const taken = new Map((await takeBoth(tx, comment, into)).map((row) => [row.id, row]));
  const [one, other] = [taken.get(comment), taken.get(into)];
  if (one === undefined || other === undefined || !mayMerge(one, other)) return false;
  await tx
    .updateTable('comments')
    .set({ state: 'merged', ...noSupport })
    .where('id', '=', comment)
    .execute();
  await tx
    .updateTable('comments')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('id', '=', comment), eb('merged_into', '=', comment)]))
    .execute();
  await moveVotes(tx, comment, into);
  const told = toldTogether(one, other);
  await tell(tx, { comment: into, told, batch: rules.least });
  await recordEntry(tx, one.charter, { kind: 'comment-merged' }, at);
  return true;
}

type Taken = NonNullable<Awaited<ReturnType<typeof takeComment>>>;

function mayMerge(one: Taken, other: Taken): boolean {
  if (one.id === other.id || one.charter !== other.charter || one.value !== other.value) return false;
  if ((one.signed_by === null) !== (other.signed_by === null)) return false;
  if (other.state === 'published') return one.state === 'published' || one.state === 'waiting';
  return one.state === 'waiting' && other.state === 'waiting';
}

/** Always in the order of their ids, so that two merges never wait for each other for ever. */
async function takeBoth(tx: Tx, comment: CommentId, into: CommentId): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const id of [comment, into].toSorted()) {
    const row = await takeComment(tx, id);
    if (row !== undefined) taken.push(row);
  }
  return taken;
}

/** Whoever voted on both counts once, as they voted on the one that speaks. */
async function moveVotes(tx: Tx, comment: CommentId, into: CommentId): Promise<void> {
  await tx
    .insertInto('comment_votes')
    .columns(['comment', 'pseudonym', 'vote'])
    .expression((eb) =>
      eb
        .selectFrom('comment_votes')
        .where('comment', '=', comment)
        .select([eb.val(into).as('comment'), 'pseudonym', 'vote']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx.deleteFrom('comment_votes').where('comment', '=', comment).execute();
}
