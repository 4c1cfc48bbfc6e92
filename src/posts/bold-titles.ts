import { toString } from 'mdast-util-to-string';
import { extent } from './markdown.js';
import type { Block } from './markdown.js';
import { headingOf, sectionOf } from './outline.js';
import type { Piece, Section } from './outline.js';

type ListItem = Extract<Block, { type: 'list' }>['children'][number];

/** A bold line that can serve as a heading, as the section it opens; what follows in its paragraph is its text. */
export function boldLine({ node }: Piece, text: string): Section | undefined {
  if (node?.type !== 'paragraph' || node.children[0]?.type !== 'strong') return undefined;
  const { start, end, line } = extent(node);
  const bold = extent(node.children[0]);
  if (text.slice(bold.start, bold.end).includes('\n')) return undefined;
  const lineEnd = bold.end + (text.slice(bold.end, end).split('\n', 1)[0] ?? '').length;
  const rest = /^:?\s?(\{#[^{}]*\})?\\?$/.exec(text.slice(bold.end, lineEnd).trim());
  if (!rest) return undefined;

  const tail = lineEnd < end ? [{ start: lineEnd + 1, end, line: line + 1, indent: 0 }] : [];
  const heading = headingOf(`${toString(node.children[0])} ${rest[1] ?? ''}`, line);
  return sectionOf(heading, { start, headingEnd: lineEnd, pieces: tail });
}

/** The items of a list that all begin in bold, as sections; `undefined` for every other list. */
export function boldItems({ node }: Piece, text: string): Section[] | undefined {
  if (node?.type !== 'list' || node.children.length < 2) return undefined;
  const sections = node.children.flatMap((item) => boldItem(item, text) ?? []);
  return sections.length === node.children.length ? sections : undefined;
}

function boldItem(item: ListItem, text: string): Section | undefined {
  const [paragraph] = item.children;
  if (paragraph?.type !== 'paragraph' || paragraph.children[0]?.type !== 'strong') return undefined;
  const bold = extent(paragraph.children[0]);
  const { start, end, line } = extent(item);
  const between = /^\s*(?:\{#[^{}]*\})?[\s.:–—-]*/.exec(text.slice(bold.end, end))?.[0] ?? '';
  const explicitId = /\{#[^{}]*\}/.exec(between)?.[0] ?? '';
  const title = toString(paragraph.children[0]).trim().replace(/[.:]$/, '');
  const body: Piece = {
    start: bold.end + between.length,
    end,
    line,
    indent: extent(paragraph).indent,
  };
  const headingEnd = body.start;
  return sectionOf(headingOf(`${title} ${explicitId}`, line), { start, headingEnd, pieces: [body] });
}
