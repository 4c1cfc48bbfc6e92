import type { ImportReportView } from '../app/views.js';
import type { Words } from '../words/catalogue.js';
import { button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { pagesOfLines, type Line } from './line-pages.js';
import { pageButtons, pageLine } from './paging.js';
import { takenLines, warningLines } from './report-lines.js';
import { pageAt } from './sections.js';
import { expand } from './template.js';
import { inline, shorten } from './text.js';

/** As much as is read on a phone without losing the thread. */
const mostLines = { lines: 40, bytes: 20_000 };
const titleShown = 200;

interface SortedLine extends Line {
  readonly asksToLook: boolean;
}

/** What of a post was taken for what: what asks for a second look first, then the rest, page by page. */
export function renderImportReport(view: ImportReportView, { words }: Reader): Rendered {
  const texts = words.all.importReport;
  const warnings = warningLines(view.report, words).map(({ text }): SortedLine => ({
    text,
    asksToLook: true,
  }));
  const taken = takenLines(view.report, words).map(({ text }): SortedLine => ({ text, asksToLook: false }));
  const pages = pagesOfLines([...warnings, ...taken], mostLines);
  const { page, it: lines } = pageAt(pages, view.page);
  const place = { page, pages: pages.length };
  const { charter } = view.subject;
  const turning = pageButtons(place, words, (to) => ({ kind: 'import-report', charter, page: to }));
  const { values, considerations, background } = view;
  const counts = words.say('importReport.counts', { values, considerations, background });
  const summary = `${texts.title}. ${counts}`;
  const card = expand('import-report', {
    language: words.language,
    summary,
    title: texts.title,
    postTitle: inline(shorten(view.subject.title, titleShown)),
    counts,
    page: pageLine(place, words),
    sections: sectionsOf(lines, words),
    calm: warnings.length > 0 ? '' : texts.nothingToLookAt,
    turning: { any: turning.length > 0, actions: turning },
    actions: [
      button(texts.preview, { kind: 'preview', charter }, { primary: pages.length === page }),
      button(texts.newDraft, { kind: 'new-draft', charter }),
    ],
  });
  return { card, summary };
}

function sectionsOf(lines: readonly SortedLine[], words: Words): readonly object[] {
  const { look, taken } = words.all.importReport;
  const section = (heading: string, asksToLook: boolean): { heading: string; lines: readonly Line[] } => ({
    heading,
    lines: lines.filter((line) => line.asksToLook === asksToLook).map(({ text }) => ({ text })),
  });
  return [section(look, true), section(taken, false)].filter((each) => each.lines.length > 0);
}
