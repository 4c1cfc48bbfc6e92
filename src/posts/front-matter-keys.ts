import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { given } from '../domain/given.js';
import type { Refusal, ReportLine } from '../domain/imported-post.js';
import { readChanges, type FoundChange } from './declared-changes.js';

/** A text of the front matter and the line of the post it stands on. */
export interface Entry {
  readonly text: string;
  readonly line: number;
}

export interface NamedEntry extends Entry {
  readonly name?: string;
}

export interface FrontMatterKeys {
  readonly title?: Entry;
  readonly charter?: Entry;
  readonly timeZone?: Entry;
  readonly reason?: Entry;
  readonly mission?: Entry;
  readonly authors: readonly Entry[];
  readonly categories: readonly Entry[];
  readonly tags: readonly Entry[];
  /** Present, even when empty, where the author wrote the key. */
  readonly considerations?: readonly NamedEntry[];
  readonly changes?: readonly FoundChange[];
  readonly unknown: readonly ReportLine[];
  readonly refusals: readonly Refusal[];
}

const mostCharacters = 32 * 1024;
const mostAliases = 10;

export const noKeys: FrontMatterKeys = { authors: [], categories: [], tags: [], unknown: [], refusals: [] };

export function refuseKeys(line: number, about: string): FrontMatterKeys {
  return { ...noKeys, refusals: [{ line, kind: 'front-matter', about }] };
}

type LineOf = (node: unknown) => number;

export function readYaml(yaml: string, linesBefore: number): FrontMatterKeys {
  if (yaml.length > mostCharacters) return refuseKeys(linesBefore, `> ${mostCharacters}`);
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: counter,
  });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + linesBefore;
  // A warning is a tag that YAML does not know: `title: !important` would lose a word.
  const problems = [...document.errors, ...document.warnings].map((problem): Refusal => ({
    line: lineAt(problem.pos[0]),
    kind: 'front-matter',
    about: problem.message.slice(0, 120),
  }));
  if (problems.length > 0) return { ...noKeys, refusals: problems.slice(0, 10) };
  return readKeys(document, (node) => lineAt(startOf(node)));
}

function startOf(node: unknown): number {
  const range = node && typeof node === 'object' && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

function readKeys(document: Document.Parsed, lineOf: LineOf): FrontMatterKeys {
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return noKeys;
  const line = lineOf(contents);
  if (!isMap(contents)) return refuseKeys(line, 'key: text?');
  if (countAliases(document) > mostAliases) return refuseKeys(line, '*');

  const found = new Map<string, readonly NamedEntry[]>();
  const unknown: ReportLine[] = [];
  const source = { document, lineOf };
  let declared: ReturnType<typeof readChanges> | undefined;
  for (const pair of contents.items) {
    const key = textOf(pair.key) ?? '';
    const name = keys.get(key.toLowerCase());
    if (name === undefined)
      unknown.push({ line: lineOf(pair.key), kind: 'unknown-key', about: key.slice(0, 80) });
    else if (name === 'changes')
      declared = readChanges(pair.value, { resolved: (node) => resolved(node, source), lineOf });
    else found.set(name, entriesOf(pair.value, name, source));
  }
  const all = (name: string) => found.get(name) ?? [];
  const [title, charter, timeZone, reason, mission] = [
    'title',
    'charter',
    'time-zone',
    'reason',
    'mission',
  ].map((name) => all(name)[0]);
  return {
    ...given({ title, charter, timeZone, reason, mission, changes: declared?.changes }),
    ...(found.has('considerations') && { considerations: all('considerations') }),
    authors: all('author'),
    categories: all('categories'),
    tags: all('tags'),
    unknown: [...unknown, ...(declared?.unknown ?? [])],
    refusals: declared?.refusals ?? [],
  };
}

const keys: ReadonlyMap<string, string> = new Map([
  ...['title', 'author', 'categories', 'tags', 'charter', 'time-zone', 'reason'].map(
    (name) => [name, name] as const,
  ),
  ...['mission', 'considerations', 'changes'].map((name) => [name, name] as const),
  ['authors', 'author'],
  ['category', 'categories'],
  ['tag', 'tags'],
  ['timezone', 'time-zone'],
]);

function countAliases(document: Document.Parsed): number {
  let aliases = 0;
  visit(document, {
    Alias() {
      aliases++;
    },
  });
  return aliases;
}

interface Source {
  readonly document: Document.Parsed;
  readonly lineOf: LineOf;
}

/** A scalar gives one text, a list one for each of its items; empty ones are left out. */
function entriesOf(node: unknown, name: string, source: Source): readonly NamedEntry[] {
  const value = resolved(node, source);
  const items = isSeq(value) ? value.items.map((item) => resolved(item, source)) : [value];
  const entries = items.flatMap((item) => entryOf(item, source) ?? []);
  const splits = !isSeq(value) && (name === 'categories' || name === 'tags');
  return splits ? entries.flatMap(splitAtCommas) : entries;
}

function resolved(node: unknown, { document }: Source): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function splitAtCommas({ text, line }: Entry): Entry[] {
  const texts = text.split(',').map((part) => part.trim());
  return texts.filter((part) => part !== '').map((part) => ({ text: part, line }));
}

/** `- Common good: it is not charity` is a map to YAML and a name with its text to an author. */
function entryOf(item: unknown, { lineOf }: Source): NamedEntry | undefined {
  if (!isMap(item)) {
    const text = textOf(item);
    return text === undefined ? undefined : { text, line: lineOf(item) };
  }
  const field = (key: string) => textOf(item.get(key, true));
  const [first] = item.items;
  const name = field('name') ?? (first && !item.has('text') ? textOf(first.key) : undefined);
  const text =
    bodyOf(item.get('text', true)) ??
    (field('name') === undefined ? textOf(first?.value) : undefined) ??
    name;
  if (text === undefined) return undefined;
  return { text, line: lineOf(item), ...(name !== undefined && { name }) };
}

/** Blanks before its first word may be meant. */
function bodyOf(node: unknown): string | undefined {
  const text = textOf(node);
  const source = isScalar(node) ? (node.source ?? '') : '';
  return text && (source.replace(/^(?:[ \t]*\n)+/, '').trimEnd() || text);
}

function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  // The source keeps `007` and `1.10` as they were written.
  const text = (node.source ?? JSON.stringify(node.value)).trim();
  return text === '' ? undefined : text;
}
