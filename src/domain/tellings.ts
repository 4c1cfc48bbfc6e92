import type { DraftId, ValueId } from './draft.js';
import type { Figures, Release } from './release.js';

/** Figures that were told of a wording, and of which draft they were told. */
export interface Telling {
  readonly draft: DraftId;
  readonly figures: Figures;
}

type Told = Pick<Release, 'draft' | 'values'>;

interface Which {
  readonly draft: DraftId;
  readonly value: ValueId;
  readonly wording: string;
  readonly kin?: readonly string[];
}

/**
 * Every telling of figures with which those of a value can be subtracted, in the order of the releases: of the same words
 * in any draft, of the same value of a draft before a slip in its words was put right, for its answers stayed, and of the
 * words from which answers were carried.
 */
export function tellingsOf(which: Which, releases: readonly Told[]): readonly Telling[] {
  const all = releases.flatMap(({ draft, values }) => values.map((value) => ({ draft, ...value })));
  const kin = new Set(namesOf(which));
  for (let size = 0; size < kin.size;) {
    size = kin.size;
    for (const names of all.map(namesOf))
      if (names.some((name) => kin.has(name))) names.forEach((name) => kin.add(name));
  }
  return all
    .filter((each) => namesOf(each).some((name) => kin.has(name)))
    .flatMap(({ draft, figures }) => (figures === undefined ? [] : [{ draft, figures }]));
}

/** What two tellings of the same answers have in common, one or the other. A digest has no space in it. */
function namesOf({ draft, value, wording, kin = [] }: Which): readonly string[] {
  return [wording, `${draft} ${value}`, ...kin];
}
