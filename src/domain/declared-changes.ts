import type { Declared, DeclaredChange } from './change.js';
import type { Value, ValueId } from './draft.js';
import { given } from './given.js';
import type { ImportedValue } from './imported-post.js';
import type { Matchable } from './matching.js';
import { titleKey } from './same-words.js';

type Named = Pick<ImportedValue, 'title' | 'text' | 'explicitId'>;

/** The values of a post with where they come from, as it says itself. */
export function withSources<V extends Named>(
  values: readonly V[],
  declared: readonly DeclaredChange[],
  before: readonly Value[],
): readonly (V & Pick<Matchable, 'from'>)[] {
  return values.map((value, place) => {
    const saying = declared.find(({ of, from }) => from !== undefined && placeOf(of, values) === place);
    return { ...value, ...given({ from: saying && sourcesIn(saying, before) }) };
  });
}

/** What a post calls a value: its explicit id, or its title. */
export function placeOf(of: string, values: readonly Named[]): number | undefined {
  const byId = values.findIndex(({ explicitId }) => explicitId === of);
  const place = byId >= 0 ? byId : values.findIndex(({ title }) => titleKey(title) === titleKey(of));
  return place < 0 ? undefined : place;
}

/** The id, or the title, of a value of the draft before. */
export function formerOf(of: string, before: readonly Value[]): Value | undefined {
  return before.find(({ id }) => id === of) ?? before.find(({ title }) => titleKey(title) === titleKey(of));
}

/** Nothing where none of those that it names was there: that is no word on where the value comes from. */
function sourcesIn({ from = [] }: DeclaredChange, before: readonly Value[]): readonly ValueId[] | undefined {
  const ids = from.flatMap((name) => formerOf(name, before)?.id ?? []);
  return ids.length === 0 && from.length > 0 ? undefined : ids;
}

/** What of the sources that a post names was not there. */
export function unknownSources(
  declared: readonly DeclaredChange[],
  before: readonly Value[],
): readonly string[] {
  return declared.flatMap(({ from = [] }) => from.filter((name) => formerOf(name, before) === undefined));
}

export function saidIn({ size, why, themes }: Declared): Declared {
  return { ...given({ size, why }), themes };
}
