import type { Declared } from '../../domain/change.js';
import type { Draft, ValueId } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import { compareValues, lineageOf, reversed } from '../../domain/lineage.js';
import type { Ports } from '../ports.js';
import { considerationsOf, wordingOf } from './matched-changes.js';
import type { ChangeEntry } from './views.js';

export interface Comparison {
  readonly entries: readonly ChangeEntry[];
  /** How many values read as they did, where they stood. */
  readonly unchanged: number;
}

/** What differs between any two drafts, in either order, with what was said of it in every draft between them. */
export async function compareDrafts(
  ports: Pick<Ports, 'drafts'>,
  from: Draft,
  to: Draft,
): Promise<Comparison> {
  const [older, newer] = from.number < to.number ? [from, to] : [to, from];
  const line = await lineBetween(ports, newer, older);
  const lineage = lineageOf(line);
  const way = older === from ? lineage : reversed(lineage, older.values);
  const { values, removed } = compareValues(from.values, to.values, way);
  const said = line.slice(0, -1).toReversed();
  const changed = values.flatMap((change, index): readonly ChangeEntry[] => {
    const value = to.values[index];
    if (value === undefined || change.kinds.length === 0) return [];
    return [
      {
        of: 'value',
        id: value.id,
        position: index + 1,
        title: value.title,
        kinds: change.kinds,
        before: from.values.filter(({ id }) => change.from.includes(id)).map(wordingOf),
        after: wordingOf(value),
        said: saidOf(said, new Set([value.id, ...change.from])),
      },
    ];
  });
  const gone = removed.map((value): ChangeEntry => ({
    of: 'removed',
    id: value.id,
    title: value.title,
    kinds: [],
    before: [wordingOf(value)],
    said: saidOf(said, new Set([value.id])),
  }));
  return {
    entries: [...changed, ...gone, ...frames(from, to, said)],
    unchanged: to.values.length - changed.length,
  };
}

/** From the newer draft down to the older one, each followed by the one that it was set beside. */
async function lineBetween(
  { drafts }: Pick<Ports, 'drafts'>,
  newer: Draft,
  older: Draft,
): Promise<readonly Draft[]> {
  const line: Draft[] = [newer];
  for (let draft = newer; draft.number > older.number;) {
    const base = Math.max(draft.changes?.base ?? draft.number - 1, older.number);
    const next =
      base === older.number ? older : await drafts.numbered({ charter: draft.charter, number: base });
    if (next === undefined) return [newer, older];
    line.push(next);
    draft = next;
  }
  return line;
}

function saidOf(drafts: readonly Draft[], ids: ReadonlySet<ValueId>): ChangeEntry['said'] {
  return drafts.flatMap(({ number, changes }) => [
    ...(changes?.values ?? [])
      .filter(({ value, kinds }) => ids.has(value) && kinds.length > 0)
      .map(({ disputed, ...declared }) => ({ number, ...declaredOf(declared), ...given({ disputed }) })),
    ...(changes?.removed ?? [])
      .filter(({ value }) => ids.has(value))
      .map((declared) => ({ number, ...declaredOf(declared) })),
  ]);
}

function declaredOf({ size, why, themes }: Declared): Declared {
  return { ...given({ size, why }), themes };
}

function frames(from: Draft, to: Draft, said: readonly Draft[]): readonly ChangeEntry[] {
  const texts = [from, to].map(({ considerations }) => considerationsOf(considerations));
  const leads = [from, to].map(({ leadIn = '' }) => ({ title: '', text: leadIn }));
  return [
    ...frame(
      'considerations',
      texts,
      said.map(({ number, changes }) => ({ number, declared: changes?.considerations })),
    ),
    ...frame(
      'lead-in',
      leads,
      said.map(({ number, changes }) => ({ number, declared: changes?.leadIn })),
    ),
  ];
}

function frame(
  of: 'considerations' | 'lead-in',
  [before, after]: readonly ChangeEntry['before'][number][],
  said: readonly { readonly number: number; readonly declared: Declared | undefined }[],
): readonly ChangeEntry[] {
  if (before === undefined || after === undefined) return [];
  if (before.title === after.title && before.text === after.text) return [];
  return [
    {
      of,
      title: '',
      kinds: [],
      before: [before],
      after,
      said: said.flatMap(({ number, declared }) =>
        declared === undefined ? [] : [{ number, ...declaredOf(declared) }],
      ),
    },
  ];
}
