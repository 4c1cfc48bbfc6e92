import { beginning, canonical, digestOf } from './chain.js';
import { ledgerVersion } from './ledger-file.js';

export type Verified =
  | {
      readonly kind: 'whole';
      readonly charter: string;
      readonly head: string;
      readonly entries: readonly LedgerEntry[];
    }
  | { readonly kind: 'broken'; /** From 1. */ readonly line: number; readonly why: Fault };

/** The first thing that is wrong. */
export type Fault =
  | { readonly what: 'empty' | 'no-header' | 'no-json' | 'not-canonical' | 'no-entry' | 'hash' }
  | { readonly what: 'version'; readonly version: number }
  | { readonly what: 'number'; readonly expected: number; readonly found: number }
  | { readonly what: 'previous'; readonly number: number }
  | { readonly what: 'count'; readonly said: number; readonly found: number }
  | { readonly what: 'head-said'; readonly said: string; readonly found: string }
  | { readonly what: 'head-known'; readonly known: string; readonly found: string };

export interface LedgerEntry {
  readonly number: number;
  readonly at: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly previous: string;
  readonly hash: string;
}

interface Header {
  readonly version: number;
  readonly charter: string;
  readonly entries: number;
  readonly head: string;
}

/**
 * Checks a ledger by nothing but its text. `head`: the hash, or its beginning, that somebody kept from elsewhere; without it a
 * chain that was written anew from some entry on looks whole.
 */
export function verifyLedger(text: string, head?: string): Verified {
  const lines = text.replace(/\n$/, '').split('\n');
  const [first = '', ...others] = lines;
  if (text.trim() === '') return broken(1, { what: 'empty' });
  const header = readLine(first);
  if ('what' in header) return broken(1, header.what === 'no-json' ? { what: 'no-header' } : header);
  if (!isHeader(header.value)) return broken(1, { what: 'no-header' });
  if (header.value.version !== ledgerVersion)
    return broken(1, { what: 'version', version: header.value.version });
  return followChain(header.value, others, head);
}

function followChain(header: Header, lines: readonly string[], known: string | undefined): Verified {
  const { charter } = header;
  const entries: LedgerEntry[] = [];
  let previous = beginning;
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    const read = readLine(text);
    if ('what' in read) return broken(line, read);
    if (!isEntry(read.value)) return broken(line, { what: 'no-entry' });
    const fault = faultIn(read.value, { charter, number: index + 1, previous });
    if (fault !== undefined) return broken(line, fault);
    previous = read.value.hash;
    entries.push(read.value);
  }
  if (entries.length !== header.entries)
    return broken(1, { what: 'count', said: header.entries, found: entries.length });
  if (header.head !== previous) return broken(1, { what: 'head-said', said: header.head, found: previous });
  if (known !== undefined && !previous.startsWith(known.toLowerCase()))
    return broken(lines.length + 1, { what: 'head-known', known, found: previous });
  return { kind: 'whole', charter, head: previous, entries };
}

/** Its place first: an entry that is missing shows in the one that follows. */
function faultIn(
  { number, at, entry, previous, hash }: LedgerEntry,
  expected: { readonly charter: string; readonly number: number; readonly previous: string },
): Fault | undefined {
  if (number !== expected.number) return { what: 'number', expected: expected.number, found: number };
  if (previous !== expected.previous) return { what: 'previous', number: number - 1 };
  const own = digestOf({ charter: expected.charter, number, at, entry, previous });
  return own === hash ? undefined : { what: 'hash' };
}

/** Canonical JSON can be written in one way only: a line that says the same otherwise was touched. */
function readLine(
  line: string,
): { readonly value: unknown } | { readonly what: 'no-json' | 'not-canonical' } {
  try {
    const value = JSON.parse(line) as unknown;
    return canonical(value) === line ? { value } : { what: 'not-canonical' };
  } catch {
    return { what: 'no-json' };
  }
}

function isHeader(value: unknown): value is Header {
  return (
    hasOnly(value, ['touchstone', 'version', 'charter', 'entries', 'head']) &&
    value['touchstone'] === 'ledger' &&
    Number.isInteger(value['version']) &&
    typeof value['charter'] === 'string' &&
    Number.isInteger(value['entries']) &&
    isHash(value['head'])
  );
}

function isEntry(value: unknown): value is LedgerEntry {
  return (
    hasOnly(value, ['number', 'at', 'entry', 'previous', 'hash']) &&
    Number.isInteger(value['number']) &&
    typeof value['at'] === 'string' &&
    isObject(value['entry']) &&
    isHash(value['previous']) &&
    isHash(value['hash'])
  );
}

/** What the hash does not cover has no place in a ledger. */
function hasOnly(value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const own = Object.keys(value);
  return own.length === names.length && own.every((name) => names.includes(name));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

function broken(line: number, why: Fault): Verified {
  return { kind: 'broken', line, why };
}
