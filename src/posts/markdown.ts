import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type { Nodes };
export type Markdown = Root;
/** A paragraph, list, heading …: what stands at the top level of a post. */
export type Block = RootContent;

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function parseMarkdown(text: string): Markdown {
  return parser.parse(text);
}

export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Characters before it in its line. */
  readonly indent: number;
}

/** Where a node stands in the text it was parsed from. */
export function extent(node: Nodes): Extent {
  const { start, end } = node.position ?? { start: { line: 1, column: 1, offset: 0 }, end: { offset: 0 } };
  return { start: start.offset ?? 0, end: end.offset ?? 0, line: start.line, indent: start.column - 1 };
}
