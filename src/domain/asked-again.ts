import type { DraftChanges, ValueChange } from './change.js';

/** Whether those who rated the draft before are asked about this value again: its words are others to them. */
export function isAskedAgain({ leadIn }: Pick<DraftChanges, 'leadIn'>, change: ValueChange): boolean {
  if (leadIn !== undefined && leadIn.size !== 'spelling') return true;
  // Ratings stay with an identity: what was split off, or got an id of its own, has none.
  if (!change.from.includes(change.value)) return true;
  if (!change.kinds.some((kind) => kind === 'title' || kind === 'text' || kind === 'reordered')) return false;
  const isSpelling = change.size === 'spelling' && change.disputed !== true;
  return !isSpelling || change.kinds.some((kind) => kind === 'split' || kind === 'merged');
}

/** How many changes nobody has said the size of. Another place, a value that is new and one that is gone have none. */
export function undeclaredIn({ values, considerations, leadIn }: DraftChanges): number {
  const sized = values.filter(({ kinds }) => kinds.some((kind) => kind !== 'moved' && kind !== 'added'));
  const others = [considerations, leadIn].filter((declared) => declared !== undefined);
  return [...sized, ...others].filter(({ size }) => size === undefined).length;
}
