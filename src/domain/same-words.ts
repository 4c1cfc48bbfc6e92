import { tokensOf } from './word-changes.js';

/** Whether two Markdown texts read the same: where else lines end does not matter. */
export function isSameText(one: string, other: string): boolean {
  return one === other || tokensOf(one).join(' ') === tokensOf(other).join(' ');
}

/** A title as it is looked up: however it is capitalised. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether two texts that differ have the same words: items of a list, say, in another order. */
export function isReordered(before: string, after: string): boolean {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from.length === 0 || from.join(' ') === to.join(' ')) return false;
  return from.toSorted().join(' ') === to.toSorted().join(' ');
}

/** Addresses of links, and words without the signs around them. */
function wordsOf(text: string): readonly string[] {
  return tokensOf(text).flatMap((token) =>
    token.startsWith('](') ? [token] : (token.toLowerCase().match(/[\p{L}\p{N}\p{Mark}]+/gu) ?? []),
  );
}
