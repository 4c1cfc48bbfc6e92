import { diffOf, type DiffPart } from '../domain/diff.js';
import { withoutMarks } from '../domain/without-marks.js';
import type { Words } from '../words/catalogue.js';
import { html, nothing, type Html } from './html.js';

/**
 * What became of a text, word by word. Neither colour nor style alone says it: what was added and removed stands between
 * marks, and is named to whoever listens.
 */
export function diffHtml(before: string, after: string, words: Words): Html {
  return html`${linesOf(partsBetween(before, after), words)}`;
}

/** The same in one line, for a title. */
export function diffInline(before: string, after: string, words: Words): Html {
  return html`${partsBetween(before, after).map((part) => marked(part.kind, withoutBreaks(part.text), words))}`;
}

function partsBetween(before: string, after: string): readonly DiffPart[] {
  const read = diffOf(withoutMarks(before), withoutMarks(after));
  return read.some(({ kind }) => kind !== 'same') ? read : diffOf(before, after);
}

/** A paragraph for each that the later text has; where one was taken away, its words stand in the one before. */
function linesOf(parts: readonly DiffPart[], words: Words): readonly Html[] {
  const lines: Html[][] = [[]];
  for (const { kind, text } of parts) {
    for (const [index, run] of text.split(/ ?[¶↵] ?/).entries()) {
      if (index > 0 && kind !== 'removed') lines.push([]);
      if (run !== '') lines.at(-1)?.push(marked(kind, run, words));
    }
  }
  return lines.filter((line) => line.length > 0).map((line) => html`<p>${line}</p>`);
}

function marked(kind: DiffPart['kind'], text: string, words: Words): Html {
  const { addedWords, removedWords } = words.all.revision.pages;
  if (text === '') return nothing;
  if (kind === 'same') return html`${text} `;
  return kind === 'added'
    ? html`<ins
        ><span class="heard">${addedWords} </span><span aria-hidden="true">[+ </span>${text}<span
          aria-hidden="true"
        >
          +]</span
        ></ins
      > `
    : html`<del
        ><span class="heard">${removedWords} </span><span aria-hidden="true">[− </span>${text}<span
          aria-hidden="true"
        >
          −]</span
        ></del
      > `;
}

function withoutBreaks(text: string): string {
  return text.replace(/ ?[¶↵] ?/g, ' ');
}
