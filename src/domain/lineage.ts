import { kindsOf } from './change-kinds.js';
import type { DraftChanges, ValueChange } from './change.js';
import type { Value, ValueId } from './draft.js';
import type { Match } from './matching.js';

/** A draft as its descendants know it. */
interface Ancestor {
  readonly number: number;
  readonly values: readonly Value[];
  readonly changes?: DraftChanges;
}

/** Of each value of the later draft: the values of the earlier one that it comes from, through every draft between. */
export type Lineage = ReadonlyMap<ValueId, readonly ValueId[]>;

/** `line`: from the later draft down to the earlier one, each followed by the draft that it was set beside. */
export function lineageOf(line: readonly Ancestor[]): Lineage {
  const [latest, ...others] = line;
  if (latest === undefined) return new Map();
  let sources = new Map(latest.values.map(({ id }): [ValueId, readonly ValueId[]] => [id, [id]]));
  let { changes } = latest;
  for (const older of others) {
    const step = stepInto(older, changes);
    sources = new Map([...sources].map(([id, ids]) => [id, [...new Set(ids.flatMap(step))]]));
    ({ changes } = older);
  }
  return sources;
}

function stepInto(
  { number, values }: Ancestor,
  changes: DraftChanges | undefined,
): (id: ValueId) => readonly ValueId[] {
  const known = new Set(values.map(({ id }) => id));
  const from =
    changes?.base === number ? new Map(changes.values.map((each) => [each.value, each.from])) : undefined;
  return (id) => (from?.get(id) ?? [id]).filter((each) => known.has(each));
}

/** The other way round: of each value of the earlier draft, what became of it. */
export function reversed(lineage: Lineage, values: readonly Value[]): Lineage {
  return new Map(
    values.map(({ id }) => [
      id,
      [...lineage].filter(([, from]) => from.includes(id)).map(([value]) => value),
    ]),
  );
}

/** What differs between two texts whose values are known to belong together; nothing declared. */
export function compareValues(
  before: readonly Value[],
  after: readonly Value[],
  lineage: Lineage,
): { readonly values: readonly ValueChange[]; readonly removed: readonly Value[] } {
  const from = (id: ValueId): readonly ValueId[] => lineage.get(id) ?? [];
  const matches = after.map(({ id }): Match => {
    const sources = from(id);
    return { from: sources, ...(sources.includes(id) ? { keeps: id } : {}) };
  });
  const kinds = kindsOf(after, matches, before);
  const used = new Set(after.flatMap(({ id }) => from(id)));
  return {
    values: after.map(({ id }, place) => ({
      value: id,
      from: from(id),
      kinds: kinds[place] ?? [],
      themes: [],
    })),
    removed: before.filter(({ id }) => !used.has(id)),
  };
}
