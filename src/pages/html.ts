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

/**
 * Controls, characters that turn the text around them, invisible ones, halves of characters: a text may not hide
 * behind them, nor change how the next one reads.
 */
const tricks =
  /(?![\t\n])\p{Cc}|[\u00AD\u061C\u115F\u1160\u180E\u200B\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(tricks, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
