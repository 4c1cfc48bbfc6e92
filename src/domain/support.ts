import type { Comment, Support } from './comment.js';
import { wilson } from './statistics/wilson.js';

export const noSupport: Support = { agree: 0, disagree: 0, pass: 0 };

/**
 * What is told of a comment's votes from now on: the votes as they are, once at least `batch` of them are new or changed
 * since something was told, and as long as there are none or as many; else what was told stands. So no telling differs
 * from the one before by the votes of a few.
 */
export function toldNext({
  told,
  votes,
  batch,
}: {
  readonly told: Support;
  readonly votes: Support;
  readonly batch: number;
}): Support {
  const all = votes.agree + votes.disagree + votes.pass;
  return fewestChanged(told, votes) >= batch && (all === 0 || all >= batch) ? votes : told;
}

/** Of two comments that become one: what is public already, and nothing that could be subtracted from it. */
export function toldTogether(one: Support, other: Support): Support {
  return {
    agree: one.agree + other.agree,
    disagree: one.disagree + other.disagree,
    pass: one.pass + other.pass,
  };
}

/** The most surely supported first; among equals by their ids, which say nothing of time. */
export function bySupport<C extends Pick<Comment, 'id' | 'support'>>(comments: readonly C[]): readonly C[] {
  const sure = new Map(comments.map(({ id, support }) => [id, surely(support ?? noSupport)]));
  return comments.toSorted(
    (one, other) => (sure.get(other.id) ?? 0) - (sure.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1),
  );
}

/** The lower bound of the share that agrees, among those who agree or do not; 0 where nobody does. */
function surely({ agree, disagree }: Support): number {
  return agree === 0 ? 0 : wilson(agree, agree + disagree).low;
}

/** How many members, at the least, voted otherwise: a change that another makes up for does not count. */
function fewestChanged(told: Support, votes: Support): number {
  const differences = [votes.agree - told.agree, votes.disagree - told.disagree, votes.pass - told.pass];
  const more = differences.reduce((sum, difference) => sum + Math.max(difference, 0), 0);
  const fewer = differences.reduce((sum, difference) => sum + Math.max(-difference, 0), 0);
  return Math.max(more, fewer);
}
