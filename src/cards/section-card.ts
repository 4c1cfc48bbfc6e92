import type { Intent } from '../app/intent.js';
import type { Subject } from '../app/subject.js';
import type { Words } from '../words/catalogue.js';
import type { Action } from './actions.js';
import type { Rendered } from './card.js';
import { notesOf } from './notes.js';
import { pageButtons, pageLine } from './paging.js';
import { pageAt, pagesOfSections } from './sections.js';
import { subjectLine } from './subject-line.js';
import { expand } from './template.js';
import { plain, shorten } from './text.js';
import { told } from './told.js';

const headingSpoken = 80;
const spokenHeadings = 10;

/** Something to read in sections, page by page. */
export interface Reading {
  readonly template: 'considerations' | 'background';
  readonly subject: Subject;
  readonly page: number;
  readonly title: string;
  readonly intro: string;
  /** Instead of the sections where there are none. */
  readonly none: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
}

export function renderSections(
  reading: Reading,
  words: Words,
  { pageOf, actions }: { pageOf: (page: number) => Intent; actions: readonly Action[] },
): Rendered {
  const { subject, title, sections } = reading;
  const pages = pagesOfSections(sections, words);
  const { page, it } = pageAt(pages, reading.page);
  const place = { page, pages: pages.length };
  const names = sections
    .slice(0, spokenHeadings)
    .map(({ heading }) => plain(shorten(heading, headingSpoken)));
  const intro = sections.length === 0 ? reading.none : reading.intro;
  const summary = `${title}. ${intro} ${names.join('; ')}`.trim();
  const card = expand(reading.template, {
    language: words.language,
    ...told(summary),
    notes: notesOf({ subject }, words),
    ...{ place: subjectLine(subject, words), title, intro },
    sections: it,
    page: pageLine(place, words),
    actions: [...pageButtons(place, words, pageOf), ...actions],
  });
  return { card, summary };
}
