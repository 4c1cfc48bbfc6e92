import type { CharterName } from '../../domain/charter.js';
import type { Comment, CommentId } from '../../domain/comment.js';
import type { Draft, DraftId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { OutsideFeedback, OutsideId, Theme } from '../../domain/theme.js';
import type { Ports } from '../ports.js';
import { draftsOf } from './caused-changes.js';
import { commentsOf } from './show-theme.js';
import type { Belonging } from './views.js';

export interface Chosen {
  readonly comments: readonly CommentId[];
  readonly outside: readonly OutsideId[];
}

/** What belongs to no theme yet, of all drafts and of the process before them. */
export async function ungroupedOf(
  { themes }: Pick<Ports, 'themes'>,
  charter: CharterName,
  drafts: readonly Draft[],
): Promise<{ readonly comments: readonly Comment[]; readonly outside: readonly OutsideFeedback[] }> {
  const [all, outside, ...comments] = await Promise.all([
    themes.all(charter),
    themes.outside(charter),
    themes.ungrouped({ charter }),
    ...drafts.map(({ id }) => themes.ungrouped({ charter, draft: id })),
  ]);
  const grouped = new Set(all.flatMap((theme) => theme.outside));
  return { comments: comments.flat(), outside: outside.filter(({ id }) => !grouped.has(id)) };
}

/**
 * What may belong to a theme: what does, and what belongs to none. Of the newest draft first, else by their ids, so that
 * the order stays the same whatever is chosen.
 */
export async function belongingOf(
  ports: Pick<Ports, 'themes' | 'drafts' | 'comments'>,
  charter: CharterName,
  theme: Theme | undefined,
  chosen: Chosen = { comments: theme?.comments ?? [], outside: theme?.outside ?? [] },
): Promise<readonly Belonging[]> {
  const drafts = await draftsOf(ports, charter);
  const free = await ungroupedOf(ports, charter, drafts);
  const own = theme === undefined ? [] : await commentsOf(ports, theme);
  const all = await ports.themes.outside(charter);
  const ownOutside = all.filter(({ id }) => theme?.outside.includes(id) === true);
  const numbers = new Map(drafts.map(({ id, number }) => [id, number]));
  const inRound = ({ draft }: { readonly draft?: DraftId }) =>
    given({ round: draft === undefined ? undefined : numbers.get(draft) });
  const comments = [...own, ...free.comments].map((comment): Belonging => {
    return { kind: 'comment', comment, ...inRound(comment), chosen: chosen.comments.includes(comment.id) };
  });
  const outside = [...ownOutside, ...free.outside].map((each): Belonging => {
    return { kind: 'outside', outside: each, ...inRound(each), chosen: chosen.outside.includes(each.id) };
  });
  return [...comments, ...outside].toSorted(
    (one, other) => (other.round ?? 0) - (one.round ?? 0) || (idOf(one) < idOf(other) ? -1 : 1),
  );
}

function idOf(belonging: Belonging): string {
  return belonging.kind === 'comment' ? belonging.comment.id : belonging.outside.id;
}
