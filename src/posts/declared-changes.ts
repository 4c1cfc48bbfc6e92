import { isMap, isScalar, isSeq } from 'yaml';
import { changeSizes, type ChangeSize, type DeclaredChange } from '../domain/change.js';
import { given } from '../domain/given.js';
import type { Refusal, ReportLine } from '../domain/imported-post.js';
import { cleanAlone } from './clean-markdown.js';
import { shortened } from './short-name.js';

export interface FoundChange extends DeclaredChange {
  readonly line: number;
}

export interface FoundChanges {
  readonly changes: readonly FoundChange[];
  readonly unknown: readonly ReportLine[];
  readonly refusals: readonly Refusal[];
}

/** How a node of the front matter is read; an alias is followed. */
export interface Nodes {
  resolved(node: unknown): unknown;
  lineOf(node: unknown): number;
}

type Fields = ReadonlyMap<string, { readonly node: unknown; readonly line: number }>;

/** What `changes:` says. Whatever cannot be read is refused, for a size or a theme passed over would carry ratings. */
export function readChanges(node: unknown, nodes: Nodes): FoundChanges {
  const list = nodes.resolved(node);
  if (isScalar(list) && list.value === null) return { changes: [], unknown: [], refusals: [] };
  if (!isSeq(list)) return refused(nodes.lineOf(node), wordsOf(list));
  const read = list.items.map((item) => readChange(nodes.resolved(item), nodes));
  return {
    changes: read.flatMap(({ changes }) => changes),
    unknown: read.flatMap(({ unknown }) => unknown),
    refusals: read.flatMap(({ refusals }) => refusals),
  };
}

function refused(line: number, about: string): FoundChanges {
  return { changes: [], unknown: [], refusals: [refusal(line, about)] };
}

function refusal(line: number, about: string): Refusal {
  return { line, kind: 'invalid-change', about: shortened(about) };
}

function readChange(item: unknown, nodes: Nodes): FoundChanges {
  const line = nodes.lineOf(item);
  if (!isMap(item)) return refused(line, wordsOf(item));
  const fields = new Map(
    item.items.map((pair) => {
      const key = wordsOf(pair.key).toLowerCase();
      return [names.get(key) ?? key, { node: nodes.resolved(pair.value), line: nodes.lineOf(pair.key) }];
    }),
  );
  const unknown = [...fields]
    .filter(([name]) => !known.has(name))
    .map(([name, field]): ReportLine => ({ line: field.line, kind: 'unknown-key', about: shortened(name) }));
  const of = oneLine(wordsOf(fields.get('value')?.node));
  const size = sizeIn(fields);
  const themes = themesIn(fields, nodes);
  const from = listIn(fields, 'from', nodes);
  const refusals = [
    ...(of === '' ? [refusal(line, wordsOf(item.items[0]?.key))] : []),
    ...[size, themes, from].flatMap((read) => ('wrong' in read ? [read.wrong] : [])),
  ];
  if (refusals.length > 0 || 'wrong' in size || 'wrong' in themes || 'wrong' in from)
    return { changes: [], unknown, refusals };
  const why = cleanAlone(wordsOf(fields.get('why')?.node));
  const said = given({ from: from.it, size: size.it, why: why === '' ? undefined : why });
  return { changes: [{ of, ...said, themes: themes.it ?? [], line }], unknown, refusals };
}

const known: ReadonlySet<string> = new Set(['value', 'from', 'size', 'why', 'themes']);
const names: ReadonlyMap<string, string> = new Map([
  ['of', 'value'],
  ['theme', 'themes'],
]);

type Read<T> = { readonly it: T | undefined } | { readonly wrong: Refusal };

function sizeIn(fields: Fields): Read<ChangeSize> {
  const field = fields.get('size');
  const words = wordsOf(field?.node);
  if (field === undefined || isNothing(field.node)) return { it: undefined };
  const size = changeSizes.find((each) => each === words.toLowerCase());
  return size === undefined ? { wrong: refusal(field.line, words || 'size') } : { it: size };
}

function themesIn(fields: Fields, nodes: Nodes): Read<readonly number[]> {
  const list = listIn(fields, 'themes', nodes);
  if ('wrong' in list || list.it === undefined) return list as Read<readonly number[]>;
  const texts = list.it.flatMap((text) => text.split(',').map((each) => each.trim()));
  const strange = texts.find((text) => !/^#?[1-9]\d{0,5}$/.test(text));
  if (strange !== undefined) return { wrong: refusal(fields.get('themes')?.line ?? 1, strange || 'themes') };
  return { it: texts.map((text) => Number(text.replace('#', ''))) };
}

/** One, or a list of some. */
function listIn(fields: Fields, name: string, nodes: Nodes): Read<readonly string[]> {
  const field = fields.get(name);
  if (field === undefined || isNothing(field.node)) return { it: undefined };
  const items = isSeq(field.node) ? field.node.items.map((item) => nodes.resolved(item)) : [field.node];
  const texts = items.map((item) => oneLine(wordsOf(item)));
  return texts.includes('') ? { wrong: refusal(field.line, name) } : { it: texts };
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

function wordsOf(node: unknown): string {
  if (!isScalar(node) || node.value === null) return '';
  return (node.source ?? JSON.stringify(node.value)).trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
