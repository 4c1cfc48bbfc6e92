import { isAskedAgain } from './asked-again.js';
import type { DraftContent, Value } from './draft.js';

/**
 * Whether there is a value for which not everything is carried over: one that is new, or was changed by more than spelling.
 * Of a draft that was published without its changes: one that reads otherwise than before.
 */
export function hasNews(
  { changes, values }: Pick<DraftContent, 'changes' | 'values'>,
  before: readonly Value[],
): boolean {
  if (changes !== undefined) return changes.values.some((change) => isAskedAgain(changes, change));
  const known = new Map(before.map((value) => [value.id, value]));
  return values.some(({ id, title, text }) => {
    const former = known.get(id);
    return former?.title !== title || former.text !== text;
  });
}
