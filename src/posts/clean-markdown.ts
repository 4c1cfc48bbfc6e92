import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { ReportKind, ReportLine } from '../domain/imported-post.js';
import { linkTarget } from './link-target.js';
import { extent, parseMarkdown } from './markdown.js';
import type { Markdown, Nodes } from './markdown.js';
import { shortened } from './short-name.js';

export interface CleanMarkdown {
  readonly text: string;
  readonly tree: Markdown;
  readonly report: readonly ReportLine[];
}

const mostRounds = 8;

/**
 * Markdown without HTML, images and links that lead nowhere or where they must not: their words stay.
 * Line numbers stay true, for a removed line leaves a blank one. Taking something out can bring up a link that
 * was hidden behind it, so it is done until nothing is left to do; `undefined` when that takes too long.
 */
export function cleanMarkdown(source: string): CleanMarkdown | undefined {
  const report: ReportLine[] = [];
  let text = source;
  for (let round = 0; round < mostRounds; round++) {
    const tree = parseMarkdown(text);
    const found = findEdits(tree, text);
    report.push(...found.report);
    if (found.edits.length === 0) return { text, tree, report };
    text = applied(text, found.edits);
  }
  return undefined;
}

/** The same for a text read on its own: cut out of its post, it may say to a parser what it did not say there. */
export function cleanAlone(text: string): string {
  const clean = cleanMarkdown(text)?.text ?? text.replace(/[[\]<>\\]/g, '\\$&');
  return clean.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

interface Found {
  readonly edits: readonly Edit[];
  readonly report: readonly ReportLine[];
}

function findEdits(tree: Markdown, text: string): Found {
  const edits: Edit[] = [];
  const report: ReportLine[] = [];
  const context = { text, definitions: definitionsOf(tree) };
  visit(tree, (node, index, parent) => {
    // Addresses recognised in running words have no place of their own; they are http, https or mailto.
    if (!node.position) return undefined;
    const { start, line } = extent(node);
    const slice = text.slice(start, extent(node).end);
    const decision =
      decide(node, slice, context) ?? brokenLink(node, slice, parent?.children[(index ?? 0) + 1]);
    if (decision?.tell) report.push({ line, kind: decision.tell, about: shortened(slice) });
    if (decision?.words === undefined) return undefined;
    edits.push({ start, end: start + slice.length, words: decision.words });
    return SKIP;
  });
  return { edits, report };
}

/** What to say about a node, and the words to put in its place; without them it stays. */
interface Decision {
  readonly tell?: ReportKind;
  readonly words?: string;
}

interface Context {
  readonly text: string;
  readonly definitions: ReadonlyMap<string, string>;
}

function decide(node: Nodes, slice: string, context: Context): Decision | undefined {
  if (node.type === 'html')
    return slice.startsWith('</') ? { words: '' } : { tell: 'html-dropped', words: '' };
  if (node.type === 'image' || node.type === 'imageReference')
    return { tell: 'image', words: node.alt ?? '' };
  if (node.type === 'definition')
    return { ...(linkTarget(node.url) !== 'kept' && told(node.url)), words: '' };
  if (node.type === 'linkReference') return referenced(node, context);
  const isWritten = node.type === 'link' && /^[[<]/.test(slice);
  if (!isWritten || isWorking(node.url, node)) return undefined;
  return { ...told(node.url), words: wordsOf(node, context) };
}

/** A link whose address stands elsewhere gets it beside its words, for its section is read on its own. */
function referenced(node: Extract<Nodes, { type: 'linkReference' }>, context: Context): Decision {
  const url = context.definitions.get(node.identifier) ?? '';
  const words = wordsOf(node, context);
  return isWorking(url, node) ? { words: `[${words}](${escaped(url)})` } : { ...told(url), words };
}

function isWorking(url: string, node: Nodes): boolean {
  return linkTarget(url) === 'kept' && toString(node).trim() !== '';
}

function told(url: string): { tell: ReportKind } {
  const target = linkTarget(url);
  return { tell: target === 'kept' ? 'empty-link' : target };
}

/** `[[words]](address)` and `[words](address)](address)` show their brackets to the reader. */
function brokenLink(node: Nodes, slice: string, next: Nodes | undefined): Decision | undefined {
  if (node.type !== 'link') return undefined;
  const isBroken = slice.startsWith('[[') || (next?.type === 'text' && next.value.startsWith(']('));
  return isBroken ? { tell: 'placeholder' } : undefined;
}

function definitionsOf(tree: Markdown): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  return definitions;
}

function wordsOf(node: Extract<Nodes, { type: 'link' | 'linkReference' }>, { text }: Context): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  return first && last ? text.slice(extent(first).start, extent(last).end) : '';
}

function escaped(url: string): string {
  return url.replace(/[\s\p{Cc}<>()\\`]|&(?=[#\w]+;)/gu, percent);
}

function percent(mark: string): string {
  return Array.from(Buffer.from(mark), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function applied(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const pieces = edits.flatMap((edit) => {
    const before = text.slice(end, edit.start);
    end = edit.end;
    return [
      before,
      edit.words,
      '\n'.repeat(Math.max(0, lineBreaks(text.slice(edit.start, end)) - lineBreaks(edit.words))),
    ];
  });
  return pieces.join('') + text.slice(end);
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
