import { hiddenCharacters } from '../domain/hidden-characters.js';

/** Text that may stand in a page as it is: what was put into it is escaped. */
export interface Html {
  readonly html: string;
}

export type Filling = Html | string | number | false | undefined | readonly Filling[];

/** A piece of a page. Whatever is filled in is text, unless it is a piece of a page itself. */
export function html(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  return { html: String.raw({ raw: pieces.map(tight) }, ...fillings.map(written)) };
}

export const nothing: Html = { html: '' };

/** Without the indentation of our own lines; what is filled in keeps its own. */
function tight(piece: string): string {
  return piece.replace(/\s*\n\s*/g, '\n');
}

function written(filling: Filling): string {
  if (filling === undefined || filling === false) return '';
  if (typeof filling === 'number') return String(filling);
  if (typeof filling === 'string') return escaped(filling);
  return 'html' in filling ? filling.html : filling.map(written).join('');
}

const halves = /\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  const safe = text.replace(hiddenCharacters, '').replace(halves, '');
  return safe.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
