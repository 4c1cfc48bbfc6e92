import { createHash } from 'node:crypto';
import type { CharterName } from '../../domain/charter.js';
import type { ProcessRecord } from '../../domain/process.js';

/** Stands before the first entry of a ledger. */
export const beginning = '0'.repeat(64);

/** The hash of an entry: SHA-256, in hex, of its canonical JSON together with the hash of the entry before it. */
export function hashOf(
  charter: CharterName,
  { number, at, entry }: Omit<ProcessRecord, 'hash'>,
  previous: string,
): string {
  return digestOf({ charter, number, at, entry, previous });
}

/** SHA-256, in hex, of the canonical JSON of a value. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with the keys of objects in the order of their letters, without blanks; what is undefined is left out (RFC 8785 for what stands in ledgers: texts, whole numbers, lists, objects). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}
