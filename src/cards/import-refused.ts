import type { ImportRefusedView } from '../app/views.js';
import { given } from '../domain/given.js';
import { button } from './actions.js';
import type { Reader, Rendered } from './card.js';
import { pagesOfLines } from './line-pages.js';
import { refusalLines } from './report-lines.js';
import { expand } from './template.js';

const mostErrors = { lines: 50, bytes: 22_000 };

/** What to change in a post before it can be read, line by line. */
export function renderImportRefused({ errors, charter }: ImportRefusedView, { words }: Reader): Rendered {
  const texts = words.all.importRefused;
  const lead = words.say('importRefused.lead', { count: errors.length });
  const [shown = []] = pagesOfLines(refusalLines(errors, words), mostErrors);
  const left = errors.length - shown.length;
  const summary = `${texts.title}. ${lead}`;
  const card = expand('import-refused', {
    language: words.language,
    summary,
    title: texts.title,
    lead,
    errors: shown,
    more: left === 0 ? '' : words.say('importRefused.more', { count: left }),
    actions: [button(texts.again, { kind: 'new-draft', ...given({ charter }) }, { primary: true })],
  });
  return { card, summary };
}
