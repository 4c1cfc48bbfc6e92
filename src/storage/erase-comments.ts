import { randomUUID } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import type { Pseudonym } from '../domain/rating.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

interface Row {
  readonly id: CommentId;
  readonly author: Pseudonym | null;
  readonly merged_into: CommentId | null;
}

/**
 * Everything that somebody wrote in a charter goes, with its receipts. A text that speaks for others too stays theirs,
 * and leads back to them alone.
 */
export async function eraseComments(
  tx: Tx,
  { charter, author }: { charter: CharterName; author: Pseudonym },
): Promise<void> {
  const rows: readonly Row[] = await tx
    .selectFrom('comments')
    .select(['id', 'author', 'merged_into'])
    .where('charter', '=', charter)
    .where((eb) => eb.or([eb('author', '=', author), eb('merged_into', 'is not', null)]))
    .execute();
  const own = rows.filter((row) => row.author === author).map(({ id }) => id);
  const needed = speakingForOthers(rows, author);
  await removeComments(
    tx,
    own.filter((id) => !needed.has(id)),
  );
  await orphan(
    tx,
    own.filter((id) => needed.has(id)),
  );
}

/** Comments that others' were merged into, at once or by way of another. */
function speakingForOthers(rows: readonly Row[], author: Pseudonym): ReadonlySet<CommentId> {
  const next = new Map(rows.map(({ id, merged_into: into }) => [id, into]));
  const needed = new Set<CommentId>();
  for (const other of rows.filter((row) => row.author !== author)) {
    for (let into = other.merged_into; into !== null && !needed.has(into); into = next.get(into) ?? null)
      needed.add(into);
  }
  return needed;
}

async function removeComments(tx: Tx, ids: readonly CommentId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('comment_votes').where('comment', 'in', ids).execute();
  await tx
    .deleteFrom('comments_apart')
    .where((eb) => eb.or([eb('comment', 'in', ids), eb('other', 'in', ids)]))
    .execute();
  for (const table of ['theme_comments', 'contributors_told'] as const)
    await tx.deleteFrom(table).where('comment', 'in', ids).execute();
  await tx.deleteFrom('comments').where('id', 'in', ids).execute();
}

/** Nobody's receipt opens it any more, and nobody's appeal is about it. */
async function orphan(tx: Tx, ids: readonly CommentId[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('contributors_told').where('comment', 'in', ids).execute();
  for (const id of ids) {
    await tx
      .updateTable('comments')
      .set({
        ...{ author: null, signed_by: null, pressed: null, receipt: randomUUID() },
        ...{ appeal: null, appeal_state: null },
      })
      .where('id', '=', id)
      .execute();
  }
}
