import { blocksOf, type Block, type Run } from './blocks.js';
import { bytesOf } from './card.js';
import { remembering } from './memo.js';
import { escapeMarkdown, withoutTricks } from './text.js';

/**
 * An author's Markdown in the part of it that a TextBlock renders: bold, italic, lists and links to http, https and
 * mailto. Everything else is plain text.
 */
export const markdown: (text: string) => string = remembering((text) => joined(readBlocks(text)));

/** The same, in parts of at most so many bytes each: cut between paragraphs, else between words. At least one part. */
export function pagesOf(text: string, bytes: number): readonly string[] {
  const split = splitters.get(bytes) ?? remembering((whole) => splitInto(bytes, whole));
  splitters.set(bytes, split);
  return split(text);
}

/** One for each budget; those are constants of the program, and few. */
const splitters = new Map<number, (text: string) => readonly string[]>();

const readBlocks: (text: string) => readonly Block[] = remembering((text) =>
  blocksOf(withoutTricks(text))
    .map(({ marker, runs }) => ({ marker, runs: tidy(runs) }))
    .filter(({ runs }) => runs.length > 0),
);

function joined(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      if (before === undefined) return written(block);
      return `${before.marker !== '' && block.marker !== '' ? '\n' : '\n\n'}${written(block)}`;
    })
    .join('');
}

/** Neighbours of one style become one run; blanks at the ends and invisible characters go. */
function tidy(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last?.style === run.style && last.address === run.address)
      merged.splice(-1, 1, { ...last, text: last.text + run.text });
    else if (run.text !== '') merged.push(run);
  }
  const clean = merged.map((run) => ({
    ...run,
    text: withoutTricks(run.text).replace(/[ \t\n\u2028\u2029]+/g, ' '),
  }));
  return trimmed(clean).filter(({ text }) => text !== '');
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  const full = (run: Run): boolean => run.text.trim() !== '';
  const first = runs.findIndex(full);
  const last = runs.findLastIndex(full);
  return runs.slice(Math.max(first, 0), last + 1).map((run, index, all) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === all.length - 1 ? text.trimEnd() : text };
  });
}

function written({ marker, runs }: Block): string {
  let line = '';
  for (const [index, run] of runs.entries()) line += writtenRun(run, line, runs[index + 1]);
  return marker + line;
}

const marks = { plain: '', bold: '**', italic: '*' } as const;

function writtenRun({ text, style, address }: Run, before: string, next: Run | undefined): string {
  const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  const escaped = before === '' ? escapeMarkdown(words) : escapeMarkdown(words, { startsLine: false });
  // A "!" before a link would make it an image.
  const safe = next?.address !== undefined && end === '' ? escaped.replace(/!$/, '\\!') : escaped;
  if (address !== undefined) return `${start}[${marks[style]}${safe}${marks[style]}](${address})${end}`;
  const after = end !== '' ? ' ' : (next?.text ?? ' ').slice(0, 1);
  const mark = holds(start === '' ? before.slice(-1) : ' ', words, after) ? marks[style] : '';
  return `${start}${mark}${safe}${mark}${end}`;
}

/** Whether marks around `words` are read as marks, and not as stars, between the characters around them. */
function holds(before: string, words: string, after: string): boolean {
  const apart = /^(?:|\s|(?!\*)\p{P})$/u;
  const letter = /^[^\p{P}\p{S}]|^$/u;
  return (
    before !== '*' &&
    after !== '*' &&
    (apart.test(before) || letter.test(words)) &&
    (apart.test(after) || letter.test([...words].at(-1) ?? ''))
  );
}

function splitInto(bytes: number, text: string): readonly string[] {
  const pages: Block[][] = [[]];
  let held = 0;
  for (const { block, startsPage } of readBlocks(text).flatMap((whole) => splitBlock(whole, bytes))) {
    const weight = bytesOf(written(block)) + lineBreaks;
    if (startsPage || (held > 0 && held + weight > bytes)) {
      pages.push([]);
      held = 0;
    }
    pages.at(-1)?.push(block);
    held += weight;
  }
  return pages.map(joined);
}

/** What "\n\n" takes in JSON. */
const lineBreaks = 4;
/** For marks that a part closes and the next one opens again. */
const spareBytes = 40;

/** A block too long for one page, as several: only its first part keeps the marker. */
function splitBlock(block: Block, bytes: number): readonly { block: Block; startsPage: boolean }[] {
  if (bytesOf(written(block)) + lineBreaks <= bytes) return [{ block, startsPage: false }];
  const parts: Run[][] = [[]];
  let held = 0;
  for (const word of block.runs.flatMap(wordsOf)) {
    const before = parts.at(-1)?.at(-1);
    const weight = weightOf(word, before);
    if (before !== undefined && held + weight > bytes - spareBytes) {
      parts.push([word]);
      held = weightOf(word, undefined);
    } else {
      parts.at(-1)?.push(word);
      held += weight;
    }
  }
  return parts.map((runs, index) => ({
    block: { marker: index === 0 ? block.marker : '', runs: tidy(runs) },
    startsPage: index > 0,
  }));
}

/** An upper bound of what a word adds behind the one before: its marks and its address only where they begin. */
function weightOf(word: Run, before: Run | undefined): number {
  if (before?.style === word.style && before.address === word.address)
    return bytesOf(escapeMarkdown(word.text));
  return bytesOf(writtenRun(word, '', word)) + 2;
}

/** The words of a run; one without a blank for hundreds of characters is cut between characters. */
function wordsOf(run: Run): readonly Run[] {
  return (run.text.match(/\s*\S{1,200}\s*|\s+/gu) ?? []).map((text) => ({ ...run, text }));
}
