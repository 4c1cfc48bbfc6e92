import { randomBytes, randomUUID } from 'node:crypto';

import type { CharterName } from '../../src/domain/charter.js';
import type { Comment, CommentId } from '../../src/domain/comment.js';
import type { Pseudonym } from '../../src/domain/rating.js';
import type { Stores } from '../../src/storage/stores.js';
import { anOpenDraft, aPseudonym, noon, openScience, unique } from './made-up.js';

export function aComment(charter: CharterName, overrides: Partial<Comment> = {}): Comment {
  return {
    id: randomUUID() as CommentId,
    charter,
    value: openScience,
    sort: 'wording',
    text: 'Say what *early* means.',
    state: 'published',
    people: 1,
    namesPerson: false,
    day: '2026-03-02',
    ...overrides,
  };
}

/** A comment that is kept. */
export async function aKeptComment(
  { comments }: Stores,
  charter: CharterName,
  { author = aPseudonym(), ...overrides }: Partial<Comment> & { readonly author?: Pseudonym } = {},
): Promise<Comment> {
  const comment = aComment(charter, overrides);
  const receipt = randomBytes(9).toString('hex');
  const written = await comments.write({ comment, author, receipt, press: unique('press') });
  if (!written) throw new Error('The comment is not kept.');
  return comment;
}

export async function aCharterInProgress(stores: Stores): Promise<CharterName> {
  return (await anOpenDraft(stores)).charter;
}

/** So many members, each with a vote of their own. */
export async function castVotes(
  { comments }: Stores,
  { id }: Comment,
  count: number,
  vote: 'agree' | 'disagree' | 'pass' = 'agree',
): Promise<readonly Pseudonym[]> {
  const members = Array.from({ length: count }, aPseudonym);
  for (const pseudonym of members) await comments.vote({ comment: id, pseudonym, vote, batch: 5 });
  return members;
}

export const later = noon(60);
