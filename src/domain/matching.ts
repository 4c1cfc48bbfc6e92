import type { Value, ValueId } from './draft.js';
import { createKeeping, type Keeping } from './keeping.js';
import { goneInto, splitFrom } from './parts.js';
import { titleKey } from './same-words.js';
import { similarity, weigh, type Comparable, type Words } from './similarity.js';
import { tokensOf } from './word-changes.js';

/** A value of a new text, to be found in the text before. */
export interface Matchable extends Comparable {
  readonly explicitId?: string;
  /** Where it comes from, as somebody declared it; empty: from none. */
  readonly from?: readonly ValueId[];
}

export interface Match {
  /** The values before that it comes from; the one whose identity it keeps first. */
  readonly from: readonly ValueId[];
  /** The identity that it keeps. */
  readonly keeps?: ValueId;
}

/** From here on two values are one that was written anew. Measured, as docs/matching.md tells. */
const leastSimilarity = 0.4;

/**
 * Finds each value of a text in the text before. Explicit ids and declared sources always stand. An identity goes on to the
 * value that has its explicit id, else the same title and text, the same title, or the same text, else to one that is
 * declared to come from there, else to the most similar one, best pairs first. What is left may be a part of one that was
 * split, or have gone into another.
 */
export function matchValues(after: readonly Matchable[], before: readonly Value[]): readonly Match[] {
  const bags = weigh([...before, ...after]);
  const compared: Compared = {
    after,
    before,
    former: bags.slice(0, before.length),
    own: bags.slice(before.length),
  };
  const keeping = createKeeping();
  keepExplicit(keeping, compared);
  for (const key of [titleAndText, titleOf, textOf]) keepSame(keeping, compared, key);
  keepBest(keeping, declaredPairs(compared));
  keepBest(keeping, similarPairs(keeping, compared));
  keepBest(keeping, largestParts(keeping, compared));
  const from = sourcesOf(keeping, compared);
  return from.map((sources, value) => {
    const kept = keeping.baseOf(value);
    const ids = sources.flatMap((base) => before[base]?.id ?? []);
    const keeps = kept === undefined ? undefined : before[kept]?.id;
    return { from: ids, ...(keeps === undefined ? {} : { keeps }) };
  });
}

/** Both texts, and the words in their values. */
interface Compared {
  readonly after: readonly Matchable[];
  readonly before: readonly Value[];
  readonly own: readonly Words[];
  readonly former: readonly Words[];
}

/** A value of the new text and one of the text before, by their places. */
interface Pair {
  readonly value: number;
  readonly base: number;
  readonly score: number;
}

function keepExplicit(keeping: Keeping, { after, before }: Compared): void {
  for (const [value, { explicitId }] of after.entries()) {
    const base = before.findIndex(({ id }) => id === explicitId);
    if (base >= 0) keeping.keep(value, base);
  }
}

/** The best pairs of all first; of equal ones the earlier. */
function keepBest(keeping: Keeping, pairs: readonly Pair[]): void {
  for (const { value, base } of pairs.toSorted((one, other) => other.score - one.score))
    keeping.keep(value, base);
}

function declaredPairs(compared: Compared): readonly Pair[] {
  return compared.after.flatMap(({ explicitId, from = [] }, value) =>
    explicitId === undefined
      ? compared.before.flatMap(({ id }, base) => (from.includes(id) ? [pairOf(compared, value, base)] : []))
      : [],
  );
}

/** The first of several with the same key goes to the first, the second to the second. */
function keepSame(
  keeping: Keeping,
  { after, before }: Compared,
  keyOf: (of: Comparable) => string | undefined,
): void {
  const free = before.map((value, base) => ({ key: keyOf(value), id: value.id, base }));
  for (const [value, each] of after.entries()) {
    const key =
      each.explicitId === undefined && keeping.baseOf(value) === undefined ? keyOf(each) : undefined;
    const found = free.find(
      ({ key: other, id, base }) =>
        other === key && !keeping.isTaken(base) && (each.from === undefined || each.from.includes(id)),
    );
    if (key !== undefined && found !== undefined) keeping.keep(value, found.base);
  }
}

/** Of those that are left. */
function similarPairs(keeping: Keeping, compared: Compared): readonly Pair[] {
  const bases = compared.before.flatMap((_, base) => (keeping.isTaken(base) ? [] : [base]));
  return compared.after.flatMap((each, value) =>
    isOpen(each) && keeping.baseOf(value) === undefined
      ? bases.map((base) => pairOf(compared, value, base)).filter(({ score }) => score >= leastSimilarity)
      : [],
  );
}

/** A value of which nothing but parts is left lives on in one of them. */
function largestParts(keeping: Keeping, { after, own, former }: Compared): readonly Pair[] {
  return after.flatMap((each, value) => {
    const isLeft = isOpen(each) && keeping.baseOf(value) === undefined;
    const whole = isLeft ? splitFrom(value, { own, former, keeping }) : undefined;
    return whole === undefined ? [] : [{ value, base: whole.place, score: whole.share }];
  });
}

function pairOf({ own, former }: Compared, value: number, base: number): Pair {
  const [one, other] = [own[value], former[base]];
  return { value, base, score: one && other ? similarity(one, other) : 0 };
}

/** For each value the places of those that it comes from, the one that it keeps first. */
function sourcesOf(
  keeping: Keeping,
  { after, before, own, former }: Compared,
): readonly (readonly number[])[] {
  const words = { own, former, keeping };
  const from = after.map((each, value) => {
    const kept = keeping.baseOf(value);
    const declared = before.flatMap(({ id }, base) => (each.from?.includes(id) === true ? [base] : []));
    if (kept !== undefined) return [kept, ...declared.filter((base) => base !== kept)];
    const whole = isOpen(each) ? splitFrom(value, words) : undefined;
    return whole === undefined ? declared : [whole.place];
  });
  const isSource = new Set(from.flat());
  const gone = before.flatMap((_, base) => (isSource.has(base) ? [] : [base]));
  const merging = after.flatMap(({ from: declared }, value) =>
    declared === undefined && (from[value]?.length ?? 0) > 0 ? [value] : [],
  );
  const into = gone.map((base) => ({ base, value: goneInto(base, merging, words)?.place }));
  return from.map((sources, value) => [
    ...sources,
    ...into.flatMap((each) => (each.value === value ? [each.base] : [])),
  ]);
}

/** Whether it says nothing of what it is. */
function isOpen({ explicitId, from }: Matchable): boolean {
  return explicitId === undefined && from === undefined;
}

function titleAndText({ title, text }: Comparable): string {
  return `${titleKey(title)}\n${wordsOf(text)}`;
}

function titleOf({ title }: Comparable): string {
  return titleKey(title);
}

/** Without a text there is nothing by which a renamed value could be known. */
function textOf({ text }: Comparable): string | undefined {
  const words = wordsOf(text);
  return words === '' ? undefined : words;
}

function wordsOf(text: string): string {
  return tokensOf(text).join(' ');
}
