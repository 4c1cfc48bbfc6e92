import type { Definition, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

import { linkAddress } from './address.js';

/** Words in one style. */
export interface Run {
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'italic';
  readonly address?: string;
}

/** A paragraph, or a list's item with its marker: `- ` or `3. `. */
export interface Block {
  readonly marker: string;
  readonly runs: readonly Run[];
}

/** Quotes or lists nested so deep that reading them takes seconds or overflows the stack: nobody writes that in earnest. */
const tangled = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){24}/m;

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * An author's Markdown as what a TextBlock can show: paragraphs and flat lists of bold, italic and linked words.
 * Headings become bold lines, tables lists; quotes and code plain text; HTML is dropped, images leave their
 * description.
 */
export function blocksOf(text: string): readonly Block[] {
  if (tangled.test(text))
    return text.split(/\n\s*\n/).map((paragraph) => ({ marker: '', runs: [plainRun(paragraph)] }));
  const root: Root = parser.parse(text);
  const definitions = new Map<string, string>();
  visit(root, 'definition', (node: Definition) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return root.children.flatMap((node) => blocksOfNode(node, definitions));
}

type Definitions = ReadonlyMap<string, string>;
const plainRun = (text: string): Run => ({ text, style: 'plain' });

function blocksOfNode(node: RootContent, definitions: Definitions): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(runsOf(node.children, plainRun(''), definitions));
    case 'heading':
      return paragraphs(runsOf(node.children, { text: '', style: 'bold' }, definitions));
    case 'code':
      return node.value.split('\n').map((line) => ({ marker: '', runs: [plainRun(line)] }));
    case 'blockquote':
      return node.children.flatMap((child) => blocksOfNode(child, definitions));
    case 'footnoteDefinition':
      return withFirst(
        `[${node.identifier}] `,
        node.children.flatMap((child) => blocksOfNode(child, definitions)),
      );
    case 'list':
      return node.children.flatMap((item, index) =>
        itemBlocks(item, node.ordered === true ? `${(node.start ?? 1) + index}. ` : '- ', definitions),
      );
    case 'table':
      return node.children.map((row) => ({
        marker: '- ',
        runs: row.children.flatMap((cell, index) => [
          ...(index > 0 ? [plainRun(' · ')] : []),
          ...runsOf(cell.children, plainRun(''), definitions),
        ]),
      }));
    default:
      return [];
  }
}

/** A hard line break starts a paragraph: Teams shows no other. */
function paragraphs(runs: readonly Run[]): Block[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run === hardBreak) lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines.map((line) => ({ marker: '', runs: line }));
}

/** An item is one line; the lists inside it follow as items of their own, since Teams on phones knows no nesting. */
function itemBlocks(item: ListItem, marker: string, definitions: Definitions): Block[] {
  const own = item.children.filter((child) => child.type !== 'list');
  const runs = own
    .flatMap((child) => blocksOfNode(child, definitions))
    .flatMap((block, index) => [...(index > 0 ? [plainRun(' ')] : []), ...block.runs]);
  const nested = item.children
    .filter((child) => child.type === 'list')
    .flatMap((child) => blocksOfNode(child, definitions))
    .map((block) => ({ marker: '- ', runs: [plainRun('– '), ...block.runs] }));
  return [{ marker, runs }, ...nested];
}

function withFirst(text: string, [first, ...rest]: Block[]): Block[] {
  return first === undefined ? [] : [{ ...first, runs: [plainRun(text), ...first.runs] }, ...rest];
}

const hardBreak: Run = { text: '\n', style: 'plain' };

function runsOf(nodes: readonly PhrasingContent[], like: Run, definitions: Definitions): Run[] {
  return nodes.flatMap((node) => runsOfNode(node, like, definitions));
}

function runsOfNode(node: PhrasingContent, like: Run, definitions: Definitions): Run[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ ...like, text: node.value }];
    case 'strong':
      return runsOf(node.children, { ...like, style: 'bold' }, definitions);
    case 'emphasis':
      return runsOf(node.children, like.style === 'bold' ? like : { ...like, style: 'italic' }, definitions);
    case 'delete':
      return runsOf(node.children, like, definitions);
    case 'link':
      return runsOf(node.children, linked(like, node.url), definitions);
    case 'linkReference':
      return runsOf(node.children, linked(like, definitions.get(node.identifier) ?? ''), definitions);
    case 'image':
    case 'imageReference':
      return [{ ...like, text: node.alt ?? '' }];
    case 'footnoteReference':
      return [{ ...like, text: `[${node.identifier}]` }];
    case 'break':
      return [hardBreak];
    default:
      return [];
  }
}

function linked(like: Run, url: string): Run {
  const address = linkAddress(url);
  return address === undefined ? like : { ...like, address };
}
