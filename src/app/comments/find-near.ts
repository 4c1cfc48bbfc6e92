import type { CharterName } from '../../domain/charter.js';
import type { Comment, CommentId } from '../../domain/comment.js';
import { nearDuplicates } from '../../domain/near-duplicates.js';
import type { Ports } from '../ports.js';

/**
 * For each comment, those on the same value or on the whole that nearly say the same, may be merged with it, and were not
 * found to differ.
 */
export async function findNear(
  { comments, stemsOf }: Pick<Ports, 'comments' | 'stemsOf'>,
  charter: CharterName,
): Promise<ReadonlyMap<CommentId, readonly Comment[]>> {
  const all = await comments.all(charter);
  const standing = all.filter(({ state }) => state === 'waiting' || state === 'published');
  const apart = new Set((await comments.keptApart(charter)).map(([one, other]) => pairOf(one, other)));
  const byId = new Map(standing.map((comment) => [comment.id, comment]));
  const near = new Map<CommentId, Comment[]>();
  const add = (of: CommentId, other: CommentId): void => {
    const comment = byId.get(other);
    if (comment !== undefined) near.set(of, [...(near.get(of) ?? []), comment]);
  };
  for (const together of mergeable(standing)) {
    if (together.every(({ state }) => state === 'published')) continue;
    const stemmed = together.map(({ id, text }) => ({ id, stems: stemsOf(text) }));
    for (const [one, other] of nearDuplicates(stemmed)) {
      if (apart.has(pairOf(one, other))) continue;
      add(one, other);
      add(other, one);
    }
  }
  return near;
}

/**
 * By value, and what is signed apart from what is not. Of all drafts together: a comment on one draft may say what one on
 * the draft before did.
 */
function mergeable(comments: readonly Comment[]): Iterable<readonly Comment[]> {
  const groups = new Map<string, Comment[]>();
  for (const comment of comments) {
    const { value = '', signedBy } = comment;
    const key = `${signedBy === undefined ? 'anonymous' : 'signed'} ${value}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [comment]);
    else group.push(comment);
  }
  return groups.values();
}

function pairOf(one: CommentId, other: CommentId): string {
  return [one, other].toSorted().join(' ');
}
