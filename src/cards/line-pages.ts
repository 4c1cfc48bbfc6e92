import { bytesOf } from './card.js';

/** A line of a list, as a TextBlock of its own. */
export interface Line {
  readonly text: string;
}

/** What a TextBlock weighs around its text. */
const frameBytes = 72;

/** The lines in as many pages as it takes, each at most so long for a reader and so heavy for a card. At least one page. */
export function pagesOfLines<L extends Line>(
  lines: readonly L[],
  most: { lines: number; bytes: number },
): readonly (readonly L[])[] {
  const pages: L[][] = [[]];
  let bytes = 0;
  for (const line of lines) {
    const weight = bytesOf(line.text) + frameBytes;
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length === most.lines || bytes + weight > most.bytes)) {
      pages.push([line]);
      bytes = weight;
    } else {
      page.push(line);
      bytes += weight;
    }
  }
  return pages;
}
