import { commonWords, link, tokensOf } from './word-changes.js';

/** A run of words. `¶` and `↵` stand where a paragraph, or an item of a list, begins. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  /** As Markdown has it, but for links: their words, then their address in round brackets. */
  readonly text: string;
}

/** Words left around a change, in a text that is long. */
const wordsAround = 8;

/**
 * What became of a text, word by word: all of `before` are the parts that are not `added`, all of `after` those that are
 * not `removed`. Where a few words stay amid many that changed, they are told as changed with them, which reads better.
 */
export function diffOf(before: string, after: string): readonly DiffPart[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  return joined(stretchesOf(from, to)).flatMap(partsOf);
}

/** The same with long runs that stay shortened to the words next to a change, `…` for the others. */
export function contextOf(parts: readonly DiffPart[], around = wordsAround): readonly DiffPart[] {
  if (parts.every(({ kind }) => kind === 'same')) return parts;
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const words = part.text.split(' ');
    const head = index === 0 ? 0 : around;
    const tail = index === parts.length - 1 ? 0 : around;
    // A single word is no longer than the sign for it.
    if (words.length <= head + tail + 1) return part;
    const shortened = [...words.slice(0, head), '…', ...words.slice(words.length - tail)];
    return { ...part, text: shortened.join(' ') };
  });
}

function wordsOf(text: string): readonly string[] {
  return tokensOf(text.replace(link, '$1 ($2)'));
}

/** Words that changed, and those that stay after them. */
interface Stretch {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly same: readonly string[];
}

function stretchesOf(from: readonly string[], to: readonly string[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  let same: string[] = [];
  let [removed, added]: [readonly string[], readonly string[]] = [[], []];
  for (const [nextI, nextJ] of [...commonWords(from, to), [from.length, to.length] as const]) {
    if (nextI > i || nextJ > j) {
      stretches.push({ removed, added, same });
      [removed, added, same] = [from.slice(i, nextI), to.slice(j, nextJ), []];
    }
    if (nextI < from.length) same.push(from[nextI] ?? '');
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return [...stretches, { removed, added, same }];
}

/** A run of words that stay between two exchanges, each longer than it, belongs to them. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const stretch of stretches) {
    const last = done.at(-1);
    if (last !== undefined && last.same.length < Math.min(sizeOf(last), sizeOf(stretch))) {
      done[done.length - 1] = {
        removed: [...last.removed, ...last.same, ...stretch.removed],
        added: [...last.added, ...last.same, ...stretch.added],
        same: stretch.same,
      };
    } else done.push(stretch);
  }
  return done;
}

/** Words of a change in which words were exchanged; those only added or only taken away read well by themselves. */
function sizeOf({ removed, added }: Stretch): number {
  return Math.min(removed.length, added.length);
}

function partsOf({ removed, added, same }: Stretch): readonly DiffPart[] {
  const parts = [
    { kind: 'removed', text: removed.join(' ') },
    { kind: 'added', text: added.join(' ') },
    { kind: 'same', text: same.join(' ') },
  ] as const;
  return parts.filter(({ text }) => text !== '');
}
