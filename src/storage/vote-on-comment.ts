import type { Transaction } from 'kysely';

import type { CommentStore } from '../app/comments/comment-store.js';
import type { Database } from './database.js';
import { takeCharterOf } from './take-charter.js';
import type { Tables } from './schema.js';
import { takeComment, tell } from './told-support.js';

/** Nothing happens to a comment that is not published, or whose charter is sealed: its votes are gone by then. */
export async function voteOn(
  { dialect }: Pick<Database, 'dialect'>,
  tx: Transaction<Tables>,
  { comment, pseudonym, vote, batch }: Parameters<CommentStore['vote']>[0],
): Promise<void> {
  if ((await takeCharterOf(dialect, tx, comment)) === undefined) return;
  const told = await takeComment(tx, comment);
  if (told?.state !== 'published') return;
  if (vote === null) {
    await tx
      .deleteFrom('comment_votes')
      .where('comment', '=', comment)
      .where('pseudonym', '=', pseudonym)
      .execute();
  } else {
    await tx
      .insertInto('comment_votes')
      .values({ comment, pseudonym, vote })
      .onConflict((conflict) => conflict.columns(['comment', 'pseudonym']).doUpdateSet({ vote }))
      .execute();
  }
  await tell(tx, { comment, told, batch });
}
