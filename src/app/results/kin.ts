import type { Draft, Value, ValueId } from '../../domain/draft.js';
import type { Ports } from '../ports.js';
import { wordingOf } from './wording.js';

/**
 * Of each value of a draft the values of earlier drafts that members would answer alike: the same words, or a change that was
 * declared as spelling, whether or not somebody disputes it, and so on back. Their figures can be subtracted from one
 * another, also where everybody answered anew. Each as a draft's id, a blank, the value's id.
 */
export async function kinIn(
  { drafts }: Pick<Ports, 'drafts'>,
  draft: Draft,
): Promise<ReadonlyMap<ValueId, readonly string[]>> {
  if (draft.changes === undefined) return new Map();
  const earlier: Draft[] = [];
  for (let number = draft.number - 1; number > 0; number -= 1) {
    const before = await drafts.numbered({ charter: draft.charter, number });
    if (before !== undefined) earlier.push(before);
  }
  return new Map(draft.values.map((value) => [value.id, kinOf(value, draft, earlier)]));
}

/** `earlier`: the newest first. */
function kinOf(value: Value, draft: Draft, earlier: readonly Draft[]): readonly string[] {
  const wordings = new Set([wordingOf(value)]);
  const kin: string[] = [];
  let bases = basesOf(draft, value.id);
  for (const before of earlier) {
    const former = before.values.find(({ id }) => id === value.id);
    if (former === undefined) continue;
    if (!bases.has(before.number) && !wordings.has(wordingOf(former))) continue;
    kin.push(`${before.id} ${former.id}`);
    wordings.add(wordingOf(former));
    bases = new Set([...bases, ...basesOf(before, former.id)]);
  }
  return kin;
}

/** The draft over which a change was declared as spelling. */
function basesOf({ changes }: Draft, id: ValueId): ReadonlySet<number> {
  const isSpelling = changes?.values.some(({ value, size }) => value === id && size === 'spelling') ?? false;
  return new Set(changes !== undefined && isSpelling ? [changes.base] : []);
}
