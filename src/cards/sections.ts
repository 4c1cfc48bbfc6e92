import type { Words } from '../words/catalogue.js';
import { bytesOf } from './card.js';
import { pagesOf } from './markdown.js';
import { inline, shorten } from './text.js';

/** A heading and the text below it, ready for two TextBlocks. */
export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** What a page of sections may weigh: two or three screens of a phone. */
const pageBytes = 9_000;
const partBytes = 6_000;
/** What a section weighs beside its texts: two TextBlocks. */
const frameBytes = 250;
const headingShown = 200;

/** Sections as their authors wrote them, on as many cards as it takes. At least one page. */
export function pagesOfSections(
  sections: readonly { readonly heading: string; readonly text: string }[],
  words: Words,
): readonly (readonly Section[])[] {
  const pages: Section[][] = [[]];
  let held = 0;
  for (const section of sections.flatMap((whole) => partsOf(whole, words))) {
    const weight = bytesOf(section.heading) + bytesOf(section.text) + frameBytes;
    if (held > 0 && held + weight > pageBytes) {
      pages.push([]);
      held = 0;
    }
    pages.at(-1)?.push(section);
    held += weight;
  }
  return pages;
}

/** The page asked for, or the nearest there is. */
export function pageAt<T>(pages: readonly T[], page: number): { readonly page: number; readonly it: T } {
  const nearest = Math.min(Math.max(page, 1), pages.length);
  const it = pages[nearest - 1];
  if (it === undefined) throw new Error('there is always a page');
  return { page: nearest, it };
}

function partsOf({ heading, text }: { heading: string; text: string }, words: Words): readonly Section[] {
  const shown = inline(shorten(heading, headingShown));
  const continued = words.say('common.continued', { heading: shown });
  return pagesOf(text, partBytes).map((part, index) => ({
    heading: index === 0 ? shown : continued,
    text: part,
  }));
}
