import { hiddenCharacters } from '../domain/hidden-characters.js';
import { remembering } from './memo.js';

/** Joiners shape Persian, Indic scripts and emoji; beside Latin letters they only hide. */
const idleJoiners = /(?<=^|[\0-\u024F])[\u200C\u200D]+|[\u200C\u200D]+$/gu;
const halves = /\p{Surrogate}/gu;

/** Keeps the two characters apart that would start a template expression or a date function. */
const joiner = '\u2060';

/**
 * For fields that know no Markdown: titles of buttons and choices, labels, summaries. One line, as it was written,
 * without tricks.
 */
export const plain: (text: string) => string = remembering((text) =>
  oneLine(text).replace(/([${])(?=\{)/g, `$1${joiner}`),
);

/** Plain text for a TextBlock or a Fact: whatever looks like Markdown, a mention or a template stays as it was typed. */
export const inline: (text: string) => string = remembering((text) => escapeMarkdown(oneLine(text)));

/** At most so many characters, ended at a word, with an ellipsis where something was left out. */
export function shorten(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const all = [...text];
  if (all.length <= characters) return text;
  const cut = all.slice(0, characters - 1).join('');
  const atWord = cut.replace(/\s+\S*$/u, '');
  return `${(atWord.length * 2 > cut.length ? atWord : cut).trimEnd()}…`;
}

/** Without tricks; line breaks stay. */
export function withoutTricks(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(hiddenCharacters, '')
    .replace(idleJoiners, '')
    .replace(halves, '\uFFFD');
}

/**
 * Makes what looks like Markdown, HTML, a mention, a date function or a template mean itself. Only where a renderer
 * would take it for that: Teams on phones shows some backslashes.
 */
export function escapeMarkdown(text: string, { startsLine = true } = {}): string {
  const escaped = text.replace(special, '\\$&');
  return startsLine ? escaped.replace(lineStart, '$1\\$2') : escaped;
}

const special =
  /\\(?=[!-/:-@[-`{-~]|$)|[`[\]]|(?<!\s)\*|\*(?!\s)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|~(?=~)|&(?=#?\w+;)|(?<=[${])\{/giu;
/** Lists, headings, quotes and rules; `1.` is made plain at its dot. */
const lineStart = /^(\d{0,9})([-+](?=[\s-]|$)|#(?=#{0,5}(?:\s|$))|>|(?<=\d)[.)](?=\s|$))/;

/** A heading that begins with its number, where a renderer would see the first item of a list. */
export function numberedHeading(text: string): string {
  return text.replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
}

function oneLine(text: string): string {
  return withoutTricks(text).replace(/\s+/g, ' ').trim();
}
