/** What is compared of a value. */
export interface Comparable {
  readonly title: string;
  readonly text: string;
}

/** The words of a value, by their stems, and how much each of them says. */
export interface Words {
  readonly all: Bag;
  /** Those of its text, or of its title where it has none. */
  readonly text: Bag;
  /** Words that stand next to each other there. */
  readonly pairs: Bag;
}

type Bag = ReadonlyMap<string, number>;

/** Words of which this much is the same count as one: `accessible` and `accessibility`. */
const stemLetters = 6;
/** A title says what a value is about; its words count so often. */
const titleWeight = 2;
/** Distinct words by which a part can be known. */
const fewestWords = 3;

/**
 * Reads the words of values: the fewer values use a word, the more it says. No language is known here, so the words that
 * every text has are told by that alone.
 */
export function weigh(values: readonly Comparable[]): readonly Words[] {
  const texts = values.map(({ title, text }) => ({ title: stemsOf(title), text: stemsOf(text) }));
  const users = new Map<string, number>();
  for (const { title, text } of texts)
    for (const stem of new Set([...title, ...text])) users.set(stem, (users.get(stem) ?? 0) + 1);
  const weightOf = (stem: string): number => Math.log(1 + values.length / (users.get(stem) ?? 1));
  return texts.map(({ title, text }) => {
    const read = text.length > 0 ? text : title;
    const weighed = new Map(read.map((stem) => [stem, weightOf(stem)]));
    const named = title.map((stem) => [stem, titleWeight * weightOf(stem)] as const);
    const pairs = read.slice(1).map((stem, index) => [`${read[index] ?? ''} ${stem}`, 1] as const);
    return { all: new Map([...weighed, ...named]), text: weighed, pairs: new Map(pairs) };
  });
}

/**
 * From 0, nothing in common, to 1: the mean of how much of both is shared (Dice) and how much of the one that is less is
 * found in the other, so that a part is known as well as a whole that was written anew.
 */
export function similarity({ all: one }: Words, { all: other }: Words): number {
  const [first, second] = [weightIn(one), weightIn(other)];
  if (first === 0 || second === 0) return 0;
  const shared = sharedWeight(one, other);
  return (2 * shared) / (first + second) / 2 + shared / Math.min(first, second) / 2;
}

/**
 * How much of a part, from 0 to 1, is found in the whole: of its words or of its pairs of words, whichever is more, and of
 * those alone that are not `elsewhere`.
 */
export function shareFrom(part: Words, whole: Words, elsewhere: Words | undefined): number {
  const share = (of: 'text' | 'pairs'): number => shareIn(part[of], whole[of], elsewhere?.[of]);
  return Math.max(share('text'), share('pairs'));
}

function shareIn(part: Bag, whole: Bag, elsewhere: Bag | undefined): number {
  let [words, all, found] = [0, 0, 0];
  for (const [each, weight] of part) {
    if (elsewhere?.has(each) === true) continue;
    words += 1;
    all += weight;
    found += Math.min(weight, whole.get(each) ?? 0);
  }
  return words < fewestWords ? 0 : found / all;
}

function sharedWeight(one: Bag, other: Bag): number {
  let sum = 0;
  for (const [each, weight] of one) sum += Math.min(weight, other.get(each) ?? 0);
  return sum;
}

function weightIn(bag: Bag): number {
  let sum = 0;
  for (const weight of bag.values()) sum += weight;
  return sum;
}

/** Scripts without blanks between words are read by pairs of letters. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;

function stemsOf(text: string): readonly string[] {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).flatMap((word) => {
    const letters = [...word];
    if (!unspaced.test(word) || letters.length === 1) return [letters.slice(0, stemLetters).join('')];
    return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  });
}
