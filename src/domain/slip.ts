import { tokensOf } from './word-changes.js';

/** Letters by which a word may change: one in a short word, where a second one easily makes another word of it. */
const mostLetters = { short: 1, long: 2 } as const;
const shortWord = 3;
/** Of so many parts a word that was torn apart may be put together again. */
const mostParts = 3;

const negations =
  /^(?:not?|never|none|nor|nothing|nobody|nowhere|cannot|without|(?:ca|wo|sha|do|does|did|is|are|was|were|has|have|had|could|would|should|might|must|need)n'?t|nicht|nie|niemals|ohne|kein\p{L}*|nunca|jamás|ning[uú]n\p{L}*|ni|sin)$/u;
const negatingBeginnings = ['un', 'in', 'im', 'il', 'ir', 'a', 'de'];

/**
 * How many words of a text are put right when nothing but slips is, and `undefined` when it is more than that or they
 * are more than `most`. Where links lead, and where lines break, may change besides.
 */
export function slipsBetween(before: string, after: string, most: number): number | undefined {
  return slipsIn(wordsOf(before), wordsOf(after), most);
}

function wordsOf(text: string): readonly string[] {
  const words = tokensOf(text).filter((token) => !/^(?:[¶↵]|\]\(.*)$/u.test(token));
  return words.map((word) => word.replace(/^<?https?:\/\/\S+$/, 'https://'));
}

/** Every way to pair the words is tried, for as long as there are slips left. */
function slipsIn(before: readonly string[], after: readonly string[], most: number): number | undefined {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1;
  if (same === before.length && same === after.length) return 0;
  if (most === 0) return undefined;
  const counts = pairings.flatMap(([here, there]) => {
    const [one, other] = [before.slice(same, same + here), after.slice(same, same + there)];
    if (one.length < here || other.length < there || !isSlip(one, other)) return [];
    return slipsIn(before.slice(same + here), after.slice(same + there), most - 1) ?? [];
  });
  return counts.length === 0 ? undefined : Math.min(...counts) + 1;
}

/** How many words on each side are one slip; none where only a mark was put in or taken out. */
const pairings: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...Array.from({ length: mostParts - 1 }, (_, index) => [1, index + 2] as const),
  ...Array.from({ length: mostParts - 1 }, (_, index) => [index + 2, 1] as const),
];

function isSlip(before: readonly string[], after: readonly string[]): boolean {
  const [one, other] = [before.map(bare), after.map(bare)];
  if (one.some(isNegation) !== other.some(isNegation)) return false;
  const [from, to] = [one.join(''), other.join('')];
  if (before.length === 1 && after.length === 1) return from === to || isMisspelt(from, to);
  return from.replaceAll('-', '') === to.replaceAll('-', '');
}

/** Without the marks around it; marks alone are no word. What is written with a digit or a sign stays as it is. */
function bare(token: string): string {
  const word = token
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[*_"'“”‘’«»()[\]{}.,;:!?…]+|[*_"'“”‘’«»()[\]{}.,;:!?…]+$/gu, '');
  return /^[-–—+>#]*$/u.test(word) ? '' : word;
}

function isMisspelt(before: string, after: string): boolean {
  if (before === '' || after === '' || /\p{N}/u.test(before + after)) return false;
  if (negatingBeginnings.some((un) => un + before === after || un + after === before)) return false;
  const length = Math.max(before.length, after.length);
  return editDistance(before, after) <= (length <= shortWord ? mostLetters.short : mostLetters.long);
}

function isNegation(word: string): boolean {
  return negations.test(word);
}

/** Letters added, removed or replaced; two that changed places count once. */
function editDistance(before: string, after: string): number {
  const [a, b] = [[...before], [...after]];
  if (Math.abs(a.length - b.length) > mostLetters.long) return Infinity;
  const rows = [b.map((_, j) => j + 1)];
  const at = (i: number, j: number): number => (i < 0 ? j + 1 : j < 0 ? i + 1 : (rows[i + 1]?.[j] ?? 0));
  a.forEach((letter, i) => {
    const row: number[] = [];
    rows.push(row);
    b.forEach((other, j) => {
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      const replaced = at(i - 1, j - 1) + (letter === other ? 0 : 1);
      const shorter = Math.min(at(i - 1, j), at(i, j - 1)) + 1;
      row[j] = Math.min(replaced, shorter, swapped ? at(i - 2, j - 2) + 1 : Infinity);
    });
  });
  return at(a.length - 1, b.length - 1);
}
