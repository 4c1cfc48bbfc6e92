import type { Selectable, Transaction } from 'kysely';

import type { CharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import { inSlices } from './in-slices.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Row = Selectable<Tables['comments']>;

/** A row of comments has more than twenty columns, and a statement has room for some thirty thousand values. */
const together = 500;

/**
 * Comments lose author, press and day; how many people said each is fixed before. They are written anew in the order of
 * their ids, which is none: rows that only changed would still lie as they were written, one after the other. What
 * somebody signed stays signed.
 */
export async function sealComments(tx: Tx, charter: CharterName, at: string): Promise<void> {
  const own = tx.selectFrom('comments').select('id').where('charter', '=', charter);
  for (const table of ['comment_votes', 'contributors_told'] as const)
    await tx.deleteFrom(table).where('comment', 'in', own).execute();
  const rows = await tx.deleteFrom('comments').where('charter', '=', charter).returningAll().execute();
  const people = peopleOf(rows);
  const sealed = rows
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((row) => ({
      ...row,
      author: null,
      pressed: null,
      people: row.people ?? people.get(row.id)?.size ?? 0,
      day: at.slice(0, 10),
    }));
  for (const slice of inSlices(sealed, together)) await tx.insertInto('comments').values(slice).execute();
}

/** Whoever said a comment, or one that was merged into it, by whatever way. */
function peopleOf(rows: readonly Row[]): ReadonlyMap<CommentId, ReadonlySet<string>> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const people = new Map<CommentId, Set<string>>(rows.map(({ id }) => [id, new Set()]));
  for (const { id, author } of rows) {
    const passed = new Set<CommentId>();
    for (let next: Row | undefined = byId.get(id); next && !passed.has(next.id);) {
      passed.add(next.id);
      if (author !== null) people.get(next.id)?.add(author);
      next = next.merged_into === null ? undefined : byId.get(next.merged_into);
    }
  }
  return people;
}
