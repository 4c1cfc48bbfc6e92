import { toString } from 'mdast-util-to-string';
import { cleanMarkdown } from './clean-markdown.js';
import { parseMarkdown } from './markdown.js';

/** What stands before a text in its line, by where it stands: Markdown takes the beginning of a line for more. */
const before = { heading: '# ', line: '', sentence: 'x ' } as const;
type Where = keyof typeof before;

/** Plain text as Markdown that reads as just that: as it stands where it can, escaped as little as need be. */
export function inMarkdown(text: string, where: Where): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const ways = [line, escaped(line)];
  return ways.find((way) => readsAs(way, line, where)) ?? asEntities(line);
}

/** Every sign that Markdown could take for its own, also in company of whatever else stands in the post. */
export function asEntities(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#&~!|]|^(?:[-+](?= |$)|\d+(?=[.)]))/g, '\\$&')
    .replace(/^\\(\d+)([.)])/, '$1\\$2');
}

function readsAs(way: string, text: string, where: Where): boolean {
  const source = before[where] + way;
  const [first, ...others] = parseMarkdown(source).children;
  const isAlone = first?.type === (where === 'heading' ? 'heading' : 'paragraph') && others.length === 0;
  if (!isAlone || /(?<!\\)[[\]]|\\$/.test(way)) return false;
  const words = toString(first).replace(/\s+/g, ' ').trim();
  return words === (where === 'sentence' ? `x ${text}` : text) && cleanMarkdown(source)?.text === source;
}
