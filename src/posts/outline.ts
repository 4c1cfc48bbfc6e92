import { toString } from 'mdast-util-to-string';
import { extent } from './markdown.js';
import type { Block, Markdown } from './markdown.js';

export interface Heading {
  readonly title: string;
  /** What stands in `{#…}` behind the title, not yet checked. */
  readonly explicitId?: string;
  readonly line: number;
}

/** A stretch of the post: a block, an item of a list, or what follows a bold line in the same paragraph. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Blanks that a list puts before each of its lines. */
  readonly indent: number;
  readonly node?: Block;
}

type Role = 'title' | 'value' | 'lead-in' | 'plain';

/** A heading and what stands under it; the post itself has none. Roles are given by `find-values.ts`. */
export interface Section {
  readonly heading?: Heading;
  /** 1 to 6; bold lines and items are deeper, the post itself is 0. */
  readonly depth: number;
  /** Where it begins, its heading included. */
  readonly start: number;
  readonly headingEnd: number;
  /** What comes before the first section within. */
  pieces: Piece[];
  sections: Section[];
  role: Role;
}

export function outlineOf(tree: Markdown, text: string): Section {
  const post: Section = { depth: 0, start: 0, headingEnd: 0, pieces: [], sections: [], role: 'plain' };
  const open = [post];
  for (const node of tree.children) {
    const title = node.type === 'heading' ? toString(node) : '';
    const depth = node.type === 'heading' && title.trim() !== '' ? node.depth : undefined;
    while (depth !== undefined && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1) ?? post;
    if (depth === undefined) {
      parent.pieces.push(pieceOf(node, text));
      continue;
    }
    const { start, end, line } = extent(node);
    const section = sectionOf(headingOf(title, line), { depth, start, headingEnd: end });
    parent.sections.push(section);
    open.push(section);
  }
  return post;
}

function pieceOf(node: Block, text: string): Piece {
  const { start, end, line } = extent(node);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end, line, indent: 0, node };
}

export function sectionOf(
  heading: Heading,
  place: { depth?: number; start: number; headingEnd: number; pieces?: Piece[] },
): Section {
  return { heading, depth: 7, pieces: [], sections: [], role: 'plain', ...place };
}

export function headingOf(words: string, line: number): Heading {
  const title = words.replace(/\s+/g, ' ').trim();
  const [, before, explicitId] = /^(.*?) ?\{#([^{}]*)\}$/.exec(title) ?? [];
  return before !== undefined && explicitId !== undefined
    ? { title: before || explicitId || title, explicitId: explicitId.trim().toLowerCase(), line }
    : { title, line };
}

/** The section and all within, in the order of the post. */
export function* withDescendants(section: Section): Generator<Section> {
  yield section;
  for (const child of section.sections) yield* withDescendants(child);
}

/** The sections that are no values, nor within one. */
export function* outsideValues(section: Section): Generator<Section> {
  if (section.role === 'value') return;
  yield section;
  for (const child of section.sections) yield* outsideValues(child);
}

/** Markdown of pieces that follow each other, as it came. */
export function textOf(pieces: readonly Piece[], text: string): string {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last) return '';
  const lines = text.slice(first.start, last.end).split('\n');
  const blanks = new RegExp(`^[ \\t]{0,${first.indent}}`);
  const [head = '', ...rest] = lines;
  return trimmed([head, ...rest.map((line) => line.replace(blanks, ''))].join('\n'));
}

/** Without blank lines around it; blanks before its first word may be meant. */
function trimmed(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** What stands under a heading, sections within included, up to the first value within. */
export function textWithin(section: Section, text: string): string {
  const first = section.pieces.find(hasWords) ?? section.sections.find(({ role }) => role !== 'value');
  if (!first) return '';
  const { end } = endOf(section, first.start);
  return textOf([{ start: first.start, end, line: 0, indent: 'indent' in first ? first.indent : 0 }], text);
}

function endOf(section: Section, before: number): { end: number; isCut: boolean } {
  let end = Math.max(before, section.headingEnd, section.pieces.findLast(hasWords)?.end ?? 0);
  for (const child of section.sections) {
    if (child.role === 'value') return { end, isCut: true };
    const within = endOf(child, end);
    end = within.end;
    if (within.isCut) return within;
  }
  return { end, isCut: false };
}

/** Rules between sections are no part of them. */
export function hasWords({ node }: Piece): boolean {
  return node?.type !== 'thematicBreak';
}

export function plainText(piece: Piece | undefined): string {
  return piece?.node ? toString(piece.node).replace(/\s+/g, ' ').trim() : '';
}
