import type { Value, ValueId } from './draft.js';
import type { ImportedValue } from './imported-post.js';

/** What became of a value since the draft before. */
export type ValueChange = 'added' | 'unchanged' | 'title' | 'text' | 'title-and-text';

export interface IdentifiedValue extends Value {
  readonly change: ValueChange;
}

/**
 * Gives each value of a post the identity it had in the draft before: by its explicit id, else by its title, else by
 * its text. Whatever is left is new and gets an id made from its title.
 */
export function identify(
  values: readonly ImportedValue[],
  before: readonly Value[],
): readonly IdentifiedValue[] {
  const explicit = new Set(
    values.flatMap(({ explicitId }) => (explicitId === undefined ? [] : [explicitId])),
  );
  const free = before.filter(({ id }) => !explicit.has(id));
  const sameTitle = match(values, free, (value) => titleKey(value.title));
  const left = free.filter((value) => ![...sameTitle.values()].includes(value));
  // Without a text there is nothing by which a renamed value could be known.
  const sameText = match(
    values.filter((value) => !sameTitle.has(value) && value.text !== ''),
    left,
    (value) => value.text,
  );
  const taken = new Set<string>([...explicit, ...before.map(({ id }) => id)]);
  return values.map((value) => {
    const former =
      value.explicitId === undefined
        ? (sameTitle.get(value) ?? sameText.get(value))
        : before.find(({ id }) => id === value.explicitId);
    const id = (value.explicitId ?? former?.id ?? newId(value.title, taken)) as ValueId;
    taken.add(id);
    return { id, title: value.title, text: value.text, change: changeOf(value, former) };
  });
}

/** The first of several with the same key goes to the first, the second to the second. */
function match(
  values: readonly ImportedValue[],
  before: readonly Value[],
  key: (value: { title: string; text: string }) => string,
): Map<ImportedValue, Value> {
  const free = new Map<string, Value[]>();
  for (const value of before) free.set(key(value), [...(free.get(key(value)) ?? []), value]);
  const matched = new Map<ImportedValue, Value>();
  for (const value of values) {
    const former = value.explicitId === undefined ? free.get(key(value))?.shift() : undefined;
    if (former !== undefined) matched.set(value, former);
  }
  return matched;
}

function changeOf(value: ImportedValue, former: Value | undefined): ValueChange {
  if (former === undefined) return 'added';
  const title = value.title !== former.title;
  const text = value.text !== former.text;
  if (title && text) return 'title-and-text';
  if (title) return 'title';
  return text ? 'text' : 'unchanged';
}

function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
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
