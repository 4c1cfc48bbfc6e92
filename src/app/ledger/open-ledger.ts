import type { CharterName } from '../../domain/charter.js';
import type { ProcessRules } from '../../domain/process.js';
import type { Ports } from '../ports.js';
import { ledgerFile } from './ledger-file.js';

/** The ledger of a charter as a file, and for whom its pages are; nothing where there is no such charter. */
export async function openLedger(
  { charters, process }: Pick<Ports, 'charters' | 'process'>,
  name: CharterName,
): Promise<{ readonly page: ProcessRules['page']; readonly text: string } | undefined> {
  const charter = await charters.find(name);
  if (charter === undefined) return undefined;
  return { page: charter.rules.page, text: ledgerFile(name, await process.records(name)) };
}
