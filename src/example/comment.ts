import { moderate } from '../app/comments/moderate.js';
import type { ModerationDecision } from '../app/comments/intents.js';
import { sendComment } from '../app/comments/send-comment.js';
import type { Ports } from '../app/ports.js';
import { pseudonymOf } from '../app/pseudonym.js';
import { votes, type Comment } from '../domain/comment.js';
import type { Draft } from '../domain/draft.js';
import type { MemberId } from '../domain/place.js';
import { usualRules } from '../domain/process.js';
import { madeUpComments, type MadeUpComment } from './made-up-comments.js';
import { members, speakerOf } from './made-up-members.js';

/** What made-up members say about a draft, what became of it, and what others think of it. */
export async function commentByMadeUpMembers(ports: Ports, draft: Draft): Promise<void> {
  const all = draft.number === 1 || draft.number === 2 ? madeUpComments[draft.number] : [];
  for (const [index, madeUp] of all.entries()) {
    // Not the same ones on both drafts.
    const [author, ...others] = startingAt(index * 3 + draft.number);
    if (author === undefined) throw new Error('the example has no members');
    const comment = await send(ports, draft, author, madeUp);
    await decide(ports, author, comment, madeUp);
    await vote(ports, others, comment, madeUp);
  }
}

function startingAt(number: number): readonly MemberId[] {
  const first = number % members.length;
  return [...members.slice(first), ...members.slice(0, first)];
}

async function send(ports: Ports, draft: Draft, author: MemberId, madeUp: MadeUpComment): Promise<Comment> {
  const { position, sort, text, signedBy } = madeUp;
  const sent = await sendComment(ports, speakerOf(author, signedBy ?? ''), {
    kind: 'send-comment',
    about: { charter: draft.charter, draft: draft.id },
    draft: {
      ...(position === undefined ? {} : { value: { by: 'position', position } }),
      ...{ sort, text, signed: signedBy !== undefined },
    },
  });
  if (sent.kind === 'comment-sent') return sent.comment;
  throw new Error(`a comment of the example was answered with ${sent.kind}`);
}

async function decide(
  ports: Ports,
  moderator: MemberId,
  { id: comment }: Comment,
  { became }: MadeUpComment,
): Promise<void> {
  if (became === undefined) return;
  const decision: ModerationDecision =
    became === 'published' ? { kind: 'publish' } : { kind: 'hide', reason: became };
  await moderate(ports, speakerOf(moderator, ''), { kind: 'moderate', comment, decision });
}

async function vote(
  ports: Ports,
  voters: readonly MemberId[],
  { id: comment, charter }: Comment,
  madeUp: MadeUpComment,
): Promise<void> {
  const batch = usualRules.least;
  const cast = votes.flatMap((kind) => Array<typeof kind>(madeUp.votes?.[kind] ?? 0).fill(kind));
  for (const [index, each] of cast.entries()) {
    const voter = voters[index];
    if (voter === undefined) throw new Error('the example has more votes than members');
    const pseudonym = await pseudonymOf(ports, charter, voter);
    await ports.comments.vote({ comment, pseudonym, vote: each, batch });
  }
}
