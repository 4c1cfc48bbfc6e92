import { matchValues } from '../../src/domain/matching.js';
import { plantEdits, type EditKind, type Planted } from './planted-edits.js';

/** Of how many edits it was found what they were. */
export interface Rate {
  readonly found: number;
  readonly of: number;
}

/** For each kind of edit how many were found in so many made-up revisions; `only`: with that kind alone. */
export function ratesOf(revisions: number, only?: EditKind): ReadonlyMap<EditKind, Rate> {
  const rates = new Map<EditKind, Rate>();
  const count = (kind: EditKind, isFound: boolean): void => {
    const { found, of } = rates.get(kind) ?? { found: 0, of: 0 };
    rates.set(kind, { found: found + (isFound ? 1 : 0), of: of + 1 });
  };
  for (let seed = 1; seed <= revisions; seed += 1) countFound(plantEdits(seed, only), count);
  return rates;
}

/** An edit is found when all that came of it is known to come from there, and exactly one keeps the identity. */
function countFound(
  { before, after, removed }: Planted,
  count: (kind: EditKind, isFound: boolean) => void,
): void {
  const matches = matchValues(
    after.map(({ title, text }) => ({ title, text })),
    before,
  );
  const isRight = (index: number): boolean =>
    [...(matches[index]?.from ?? [])].sort().join() === [...(after[index]?.from ?? [])].sort().join();
  for (const [index, { kind, from }] of after.entries()) {
    if (kind !== 'split') {
      const isKept = from.length === 0 || from.includes(matches[index]?.keeps ?? ('' as never));
      count(kind, isRight(index) && isKept);
    } else if (after.findIndex((other) => other.kind === 'split' && other.from[0] === from[0]) === index) {
      const parts = after.flatMap((other, place) =>
        other.kind === 'split' && other.from[0] === from[0] ? [place] : [],
      );
      const keepers = parts.filter((place) => matches[place]?.keeps === from[0]);
      count(kind, parts.every(isRight) && keepers.length === 1);
    }
  }
  for (const id of removed) count('removed', !matches.some(({ from }) => from.includes(id)));
}
