import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { checkContents, type CheckedDraft, type SaidDraft } from '../app/ledger/check-contents.js';
import { shortHash } from '../app/ledger/ledger-file.js';
import { verifyLedger, type Fault, type LedgerEntry } from '../app/ledger/verify-ledger.js';
import type { Call } from './call.js';
import { CommandError } from './client.js';
import { count } from './say.js';

/** Of a hash that somebody wrote down, at least as much as cards show. */
const knownHead = /^[0-9a-f]{12,64}$/i;

/** Checks the ledger in a file by nothing but itself, and the drafts of the export that it lies in. Asks no bot and no database. */
export async function verify({ operand, options: { head } }: Call): Promise<string> {
  if (operand === undefined)
    throw new CommandError('Which file? Name the ledger: npx touchstone verify ledger.jsonl');
  if (head !== undefined && !knownHead.test(head))
    throw new CommandError(
      '--head takes the hash, or at least its first 12 letters and digits, as a card shows it.',
    );
  const verified = verifyLedger(await textIn(operand), head);
  if (verified.kind === 'broken') throw new CommandError(`${operand} is not whole.\n${faultText(verified)}`);
  const drafts = await checkedBeside(operand, verified);
  const other = drafts.filter(({ kind }) => kind === 'other' || kind === 'missing');
  if (other.length > 0)
    throw new CommandError(
      `The ledger is whole, but charter.json beside it is another one.\n${other.map(otherText).join('\n')}`,
    );
  return [
    `The ledger of ${verified.charter} is whole: ${count(verified.entries.length, 'entry', 'entries')}, none edited, removed, added or moved.`,
    `Its head is ${verified.head}`,
    ...drafts.map(draftText),
    head === undefined ? toCompare(verified.head) : 'It is the head that you named.',
  ].join('\n');
}

async function textIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

/** Of the export that the ledger came with, where it lies in one. */
async function checkedBeside(
  file: string,
  { charter, entries }: { readonly charter: string; readonly entries: readonly LedgerEntry[] },
): Promise<readonly CheckedDraft[]> {
  const text = await readFile(join(dirname(file), 'charter.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  try {
    const all = JSON.parse(text) as {
      readonly charter: { readonly name: string };
      readonly drafts: SaidDraft[];
    };
    return all.charter.name === charter ? checkContents(entries, all.drafts) : [];
  } catch (cause) {
    throw new CommandError('The ledger is whole, but charter.json beside it cannot be read.', { cause });
  }
}

function draftText({ number, kind }: CheckedDraft): string {
  return kind === 'same'
    ? `Draft ${number} in charter.json says what the ledger recorded.`
    : `Draft ${number} in charter.json was published before ledgers recorded what drafts say, so it cannot be checked.`;
}

function otherText({ number, kind }: CheckedDraft): string {
  return kind === 'missing'
    ? `Draft ${number} is not in it.`
    : `Draft ${number} does not say what was published, or corrected since.`;
}

function toCompare(head: string): string {
  return (
    `Compare it with the head that you wrote down or that a card shows (${shortHash(head)}), or name that one: --head HASH.\n` +
    'Without that, a ledger written wholly anew would look whole too.'
  );
}

function faultText({ line, why }: { readonly line: number; readonly why: Fault }): string {
  return `Line ${line}: ${whyText(why)}`;
}

function whyText(why: Fault): string {
  switch (why.what) {
    case 'empty':
      return 'the file is empty.';
    case 'no-header':
      return 'this is not the first line of a ledger.';
    case 'version':
      return `this is a ledger of form ${why.version}, which this program does not know. A newer one may.`;
    case 'no-json':
      return 'this is not JSON. The line was edited, cut off or torn apart.';
    case 'not-canonical':
      return 'this is not as ledgers are written, to the letter. The line was edited.';
    case 'no-entry':
      return 'this is not an entry of a ledger. The line was edited or put in.';
    case 'hash':
      return 'the entry does not have the hash that it says. It was edited.';
    case 'number':
      return why.found > why.expected
        ? `here is entry ${why.found} where entry ${why.expected} belongs. One or more entries were removed, or moved.`
        : `here is entry ${why.found} where entry ${why.expected} belongs. An entry was put in, repeated or moved.`;
    case 'previous':
      return why.number === 0
        ? 'the first entry goes back to one before it. Something before it was removed, or it was edited.'
        : `the entry does not go back to entry ${why.number} as it stands here. One of the two was edited or exchanged.`;
    case 'count':
      return `the file says that it has ${why.said} entries, and has ${why.found}. Entries were removed or added at the end, or this line was edited.`;
    case 'head-said':
      return `the file says that its head is ${shortHash(why.said)}, and it is ${shortHash(why.found)}. The last entries or this line were edited.`;
    case 'head-known':
      return `the chain ends in ${why.found}, not in ${why.known}. From some entry on it was written anew, or it was extended or cut since you kept that head.`;
  }
}
