import { limits } from '../domain/imported-post.js';
import type { Refusal } from '../domain/imported-post.js';

/** What a post costs the parser, in microseconds, measured on Node 20 and rounded up. */
const cost = { line: 40, cell: 30, mark: 50, pairOfMarks: 0.07, quote: 200, item: 100, indent: 15 } as const;
const mostMicroseconds = 300_000;
const mostLevels = 60;

/**
 * A refusal for a post that would keep the parser busy for longer than a turn may take, or `undefined`.
 * The parser's time grows with the square of the marks in a paragraph and with every level of nesting.
 */
export function outOfBounds(source: string): Refusal | undefined {
  if (Buffer.byteLength(source) > limits.bytes) return { line: 1, kind: 'too-large', about: '' };

  let spent = 0;
  let marks = 0;
  for (const [index, line] of source.split('\n').entries()) {
    const before = startsParagraph(line) ? 0 : marks;
    marks = before + count(line, /[[\]*_~`<!&\\]/g);
    const nesting = nestingOf(line);
    spent += cost.line + nesting.cost + count(line, /\|/g) * cost.cell;
    spent += (marks - before) * cost.mark + (marks ** 2 - before ** 2) * cost.pairOfMarks;
    if (nesting.levels > mostLevels || spent > mostMicroseconds) {
      return { line: index + 1, kind: 'too-tangled', about: line.trim().slice(0, 40) };
    }
  }
  return undefined;
}

function startsParagraph(line: string): boolean {
  return /^\s*$|^ {0,3}[-*+] \S/.test(line);
}

/** How deep a line can stand in quotes and lists: its leading marks, and a level for every two columns of blanks. */
function nestingOf(line: string): { levels: number; cost: number } {
  const lead = /^(?:[ \t>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? '';
  const quotes = count(lead, />/g);
  const items = count(lead, /[-*+.)]/g);
  const indents = Math.floor(count(lead.replaceAll('\t', '    '), / /g) / 2);
  return {
    levels: quotes + items + indents,
    cost: quotes * cost.quote + items * cost.item + indents * cost.indent,
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
