import { kindsOf } from './change-kinds.js';
import type { ChangeKind, ChangeSize } from './change.js';
import type { Value, ValueId } from './draft.js';
import type { ImportedValue } from './imported-post.js';
import { matchValues, type Match, type Matchable } from './matching.js';
import { isSameText } from './same-words.js';

/** What became of the words of a value since the draft before. */
export type WordChange = 'added' | 'unchanged' | 'title' | 'text' | 'title-and-text';

export interface IdentifiedValue extends Value {
  readonly change: WordChange;
  readonly changes: readonly ChangeKind[];
  /** The values of the draft before that it comes from, its own identity first if it is among them. */
  readonly from: readonly ValueId[];
  /** As it was declared. */
  readonly size?: ChangeSize;
}

/**
 * Gives each value of a post the identity it had in the draft before, or a new one that is made from its title.
 * `earlier`: the values of all drafts before that one. What reads as one of these that was gone is it again; no other value
 * ever gets its id.
 */
export function identify(
  values: readonly (Pick<ImportedValue, 'title' | 'text' | 'explicitId'> & Pick<Matchable, 'from'>)[],
  before: readonly Value[],
  earlier: readonly Value[] = [],
): readonly IdentifiedValue[] {
  const matches = matchValues(values, before);
  const kinds = kindsOf(values, matches, before);
  const ids = idsOf(values, matches, { before, earlier });
  return values.map(({ title, text }, place) => {
    const { from = [], keeps } = matches[place] ?? {};
    const former = before.find(({ id }) => id === keeps);
    const id = ids[place] as ValueId;
    return { id, title, text, change: changeOf({ title, text }, former), changes: kinds[place] ?? [], from };
  });
}

function idsOf(
  values: readonly Matchable[],
  matches: readonly Match[],
  { before, earlier }: { before: readonly Value[]; earlier: readonly Value[] },
): readonly string[] {
  const ids = values.map(({ explicitId }, place) => explicitId ?? matches[place]?.keeps);
  const taken = new Set<string>([...before.map(({ id }) => id), ...ids.filter((id) => id !== undefined)]);
  for (const [place, value] of values.entries()) {
    if (ids[place] !== undefined || matches[place]?.from.length !== 0) continue;
    const again = earlier.find((gone) => !taken.has(gone.id) && readsAs(value, gone));
    if (again !== undefined) taken.add((ids[place] = again.id));
  }
  for (const { id } of earlier) taken.add(id);
  return values.map(({ title }, place) => {
    const id = ids[place] ?? newId(title, taken);
    taken.add(id);
    return id;
  });
}

function readsAs(value: Pick<Value, 'title' | 'text'>, other: Pick<Value, 'title' | 'text'>): boolean {
  return isSameText(value.title, other.title) && isSameText(value.text, other.text);
}

function changeOf(value: Pick<Value, 'title' | 'text'>, former: Value | undefined): WordChange {
  if (former === undefined) return 'added';
  const title = !isSameText(value.title, former.title);
  const text = !isSameText(value.text, former.text);
  if (title && text) return 'title-and-text';
  if (title) return 'title';
  return text ? 'text' : 'unchanged';
}

function newId(title: string, taken: ReadonlySet<string>): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = slug === '' ? 'value' : slug;
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}
