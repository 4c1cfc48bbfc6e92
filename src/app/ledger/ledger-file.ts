import type { CharterName } from '../../domain/charter.js';
import type { ProcessRecord } from '../../domain/process.js';
import { beginning, canonical } from './chain.js';

/** Of the form below; another one gets another number. */
export const ledgerVersion = 1;

/**
 * A ledger as a file: a line that says what it is, then each entry on a line of its own, all of it canonical JSON, so that
 * there is one way only to write the same. `docs/ledger.md` describes it.
 */
export function ledgerFile(charter: CharterName, records: readonly ProcessRecord[]): string {
  const head = records.at(-1)?.hash ?? beginning;
  const header = { touchstone: 'ledger', version: ledgerVersion, charter, entries: records.length, head };
  const entries = records.map(({ number, at, entry, hash }, index) => ({
    ...{ number, at, entry, hash },
    previous: records[index - 1]?.hash ?? beginning,
  }));
  return [header, ...entries].map((line) => `${canonical(line)}\n`).join('');
}

/** As much of a hash as people compare with one another. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
