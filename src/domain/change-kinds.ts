import type { ChangeKind } from './change.js';
import type { Value, ValueId } from './draft.js';
import type { Match } from './matching.js';
import { isReordered, isSameText } from './same-words.js';

/** What became of each value, by what it was matched with; in the order of `changeKinds`. */
export function kindsOf(
  values: readonly Pick<Value, 'title' | 'text'>[],
  matches: readonly Match[],
  before: readonly Value[],
): readonly (readonly ChangeKind[])[] {
  const moved = movedIn(matches, before);
  return values.map((value, place) => {
    const { from = [] } = matches[place] ?? {};
    const former = before.find(({ id }) => id === from[0]);
    if (former === undefined) return ['added'];
    const isShared = matches.some((other, at) => at !== place && other.from.some((id) => from.includes(id)));
    return [
      ...wordKinds(value, former),
      ...(moved.has(place) ? (['moved'] as const) : []),
      ...(isShared ? (['split'] as const) : []),
      ...(from.length > 1 ? (['merged'] as const) : []),
    ];
  });
}

function wordKinds(
  after: Pick<Value, 'title' | 'text'>,
  before: Pick<Value, 'title' | 'text'>,
): readonly ChangeKind[] {
  const title = isSameText(before.title, after.title) ? [] : (['title'] as const);
  if (isSameText(before.text, after.text)) return title;
  return [...title, isReordered(before.text, after.text) ? 'reordered' : 'text'];
}

/** The places of values that are not in the longest run of those that stayed in their order. */
function movedIn(matches: readonly Match[], before: readonly Value[]): ReadonlySet<number> {
  const stayed = matches.flatMap(({ keeps }, place) => (keeps === undefined ? [] : [{ place, keeps }]));
  const position = new Map<ValueId, number>(before.map(({ id }, index) => [id, index]));
  const runs: (readonly number[])[] = [];
  for (const [index, { place, keeps }] of stayed.entries()) {
    const isBefore = (other: number): boolean =>
      (position.get(stayed[other]?.keeps ?? keeps) ?? 0) < (position.get(keeps) ?? 0);
    const longest = longestOf(runs.filter((_, other) => other < index && isBefore(other)));
    runs.push([...longest, place]);
  }
  const unmoved = new Set(longestOf(runs));
  return new Set(stayed.flatMap(({ place }) => (unmoved.has(place) ? [] : [place])));
}

/** The first of the longest. */
function longestOf(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce<readonly number[]>((best, run) => (run.length > best.length ? run : best), []);
}
