/** One stretch of words that was put right. */
export interface CorrectedWords {
  readonly before: string;
  readonly after: string;
}

/** Beyond so many comparisons the middle of a text counts as changed in one piece. */
const mostComparisons = 4_000_000;
/** Code points of a stretch that are told. */
const longestStretch = 160;

/** A link of Markdown: its words, its address. */
export const link = /(?<!\\)\[([^[\]]*)(?<!\\)\]\(((?:[^()\s]|\([^()\s]*\))*)\)/g;

/**
 * The words of a Markdown text, and what is none: the address of a link (`](https://…)`), the break between two
 * paragraphs (`¶`) or before an item of a list (`↵`). Where else a line ends does not matter to a reader.
 */
export function tokensOf(text: string): readonly string[] {
  return text
    .replace(/\s*\n\s*\n\s*/g, ' ¶ ')
    .replace(/\s*\n\s*(?=(?:[-*+>]|\d+[.)])\s)/g, ' ↵ ')
    .replace(link, '[$1 ]($2) ')
    .split(/\s+/)
    .filter((token) => token !== '');
}

/** The stretches of words in which two texts differ, in their order. */
export function wordChanges(before: string, after: string): readonly CorrectedWords[] {
  const [from, to] = [tokensOf(before), tokensOf(after)];
  const kept = [...commonWords(from, to), [from.length, to.length] as const];
  let [i, j] = [0, 0];
  const changes: CorrectedWords[] = [];
  for (const [nextI, nextJ] of kept) {
    if (nextI > i || nextJ > j) changes.push(stretch(from, to, { i, j, nextI, nextJ }));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return changes;
}

/** What was only added or taken away is told with a word on each side, by which its place is found. */
function stretch(
  from: readonly string[],
  to: readonly string[],
  { i, j, nextI, nextJ }: { i: number; j: number; nextI: number; nextJ: number },
): CorrectedWords {
  const around = nextI > i && nextJ > j ? 0 : 1;
  return {
    before: told(from.slice(Math.max(i - around, 0), nextI + around)),
    after: told(to.slice(Math.max(j - around, 0), nextJ + around)),
  };
}

function told(tokens: readonly string[]): string {
  const words = tokens.map((token) => /^\]\((.*)\)$/.exec(token)?.[1] ?? token);
  const letters = [...words.join(' ')];
  return letters.length <= longestStretch
    ? letters.join('')
    : `${letters.slice(0, longestStretch - 1).join('')}…`;
}

/** The places, in the one text and in the other, of the words that stay: as many as can be. */
export function commonWords(
  from: readonly string[],
  to: readonly string[],
): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const middle = commonInside(from.slice(start, from.length - end), to.slice(start, to.length - end));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([i, j]) => [start + i, start + j] as const),
    ...Array.from(
      { length: end },
      (_, index) => [from.length - end + index, to.length - end + index] as const,
    ),
  ];
}

/** The longest common subsequence, by the table of how long it is for each pair of ends. */
function commonInside(
  from: readonly string[],
  to: readonly string[],
): readonly (readonly [number, number])[] {
  if (from.length * to.length > mostComparisons) return [];
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const common: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < from.length && j < to.length;) {
    if (from[i] === to[j]) common.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}
