import type { DraftChanges } from './change.js';
import type { Draft, DraftId, Value, ValueId } from './draft.js';
import { isSameText } from './same-words.js';

/** A text, or a draft, under the words of which a value is rated. */
interface Words {
  readonly values: readonly Value[];
  readonly leadIn?: string;
}

/** A value, and the drafts whose ratings are ratings of its words too. */
export interface Carried {
  readonly value: ValueId;
  readonly from: readonly DraftId[];
}

/**
 * Of which earlier drafts the ratings stand for a text: those in which the same value reads the same, with the same sentence
 * before it; and, where the change of either is declared as spelling, those in which it reads as in the draft before.
 * Considerations only frame. `earlier`: without those that were withdrawn.
 */
export function carriedInto(
  next: Words & { readonly changes: Omit<DraftChanges, 'unanswered'> },
  { base, earlier }: { readonly base: Words; readonly earlier: readonly Draft[] },
): readonly Carried[] {
  const leadIns = [next.leadIn, ...(next.changes.leadIn?.size === 'spelling' ? [base.leadIn] : [])];
  const drafts = earlier.filter((draft) =>
    leadIns.some((leadIn) => isSameText(leadIn ?? '', draft.leadIn ?? '')),
  );
  return next.values.flatMap((value) => {
    const former = isSpelling(next.changes, value.id) ? valueIn(base, value.id) : undefined;
    const wordings = former === undefined ? [value] : [value, former];
    const from = drafts.filter((draft) => {
      const then = valueIn(draft, value.id);
      return then !== undefined && wordings.some((wording) => readsAs(then, wording));
    });
    return from.length === 0 ? [] : [{ value: value.id, from: from.map(({ id }) => id) }];
  });
}

function isSpelling({ values }: Pick<DraftChanges, 'values'>, id: ValueId): boolean {
  const change = values.find(({ value }) => value === id);
  return change?.size === 'spelling' && !change.kinds.some((kind) => kind === 'split' || kind === 'merged');
}

function valueIn({ values }: Words, of: ValueId): Value | undefined {
  return values.find(({ id }) => id === of);
}

function readsAs(one: Value, other: Value): boolean {
  return isSameText(one.title, other.title) && isSameText(one.text, other.text);
}
