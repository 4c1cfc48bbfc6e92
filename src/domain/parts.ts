import type { Keeping } from './keeping.js';
import { shareFrom, type Words } from './similarity.js';

interface Compared {
  readonly own: readonly Words[];
  readonly former: readonly Words[];
  readonly keeping: Keeping;
}

/** The place of a whole, and how much of a part is found in it, from 0 to 1. */
export interface Whole {
  readonly place: number;
  readonly share: number;
}

/** So much of a part is found in the whole. Measured, as docs/matching.md tells. */
const leastShare = 0.55;

/** The value that a new one was split off from: it has its words, and the one that keeps that identity has them not. */
export function splitFrom(value: number, { own, former, keeping }: Compared): Whole | undefined {
  const kept = (base: number): number | undefined => keeping.valueOf(base);
  return wholeOf(own[value], former.entries(), (base) => own[kept(base) ?? -1]);
}

/** The value that one of the text before went into: it has its words, and not from what it was itself before. */
export function goneInto(
  base: number,
  merging: readonly number[],
  { own, former, keeping }: Compared,
): Whole | undefined {
  const wholes = [...own.entries()].filter(([value]) => merging.includes(value));
  return wholeOf(former[base], wholes, (value) => former[keeping.baseOf(value) ?? -1]);
}

/** The earlier one, where two are as good. */
function wholeOf(
  part: Words | undefined,
  wholes: Iterable<readonly [number, Words]>,
  elsewhere: (place: number) => Words | undefined,
): Whole | undefined {
  if (part === undefined) return undefined;
  let best: Whole | undefined;
  for (const [place, whole] of wholes) {
    const share = shareFrom(part, whole, elsewhere(place));
    if (share >= (best === undefined ? leastShare : best.share + Number.EPSILON)) best = { place, share };
  }
  return best;
}
