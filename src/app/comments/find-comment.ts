import type { Comment, CommentId } from '../../domain/comment.js';
import type { Ports } from '../ports.js';

/** The least that is typed of an id. */
const shortMark = /^[0-9a-f][0-9a-f-]{5,}$/;

/** By its id, or by the first characters of it, as somebody types them from a card. */
export async function findComment(
  { comments }: Pick<Ports, 'comments'>,
  id: CommentId,
): Promise<Comment | undefined> {
  const comment = await comments.find(id);
  return comment ?? (shortMark.test(id) ? comments.beginning(id) : undefined);
}

/** The comment that speaks for it: itself, unless it was merged. */
export async function speakingFor(
  { comments }: Pick<Ports, 'comments'>,
  comment: Comment,
): Promise<Comment | undefined> {
  return comment.mergedInto === undefined ? comment : comments.find(comment.mergedInto);
}
