import type { Intent } from '../app/intent.js';
import { parseCharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';

/** Keys of `commands` in the words. */
export const peopleCommands = [
  'ledger',
  'accept',
  'facilitators',
  'invite',
  'removeFacilitator',
  'approvals',
  'approve',
  'disapprove',
  'deleteCharter',
] as const;
export type PeopleCommand = (typeof peopleCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parsePeopleWords(command: PeopleCommand, typed: string): Intent {
  const words = wordsIn(typed);
  const [first = ''] = words;
  switch (command) {
    case 'ledger':
      return { kind: command, ...given({ charter: parseCharterName(first) }) };
    case 'accept':
      return { kind: command, ...given({ code: words.join(' ') || undefined }) };
    case 'facilitators':
    case 'invite':
      return { kind: command };
    case 'removeFacilitator': {
      const { named, confirmed } = orderIn(words);
      return { kind: 'remove-facilitator', ...given({ mark: named }), confirmed };
    }
    case 'approvals':
      return { kind: command, ...given({ page: /^\d{1,4}$/.test(first) ? Number(first) : undefined }) };
    case 'approve':
    case 'disapprove':
      return first === '' ? { kind: 'approvals' } : { kind: command, approval: words.join(' ') };
    case 'deleteCharter': {
      const { named, confirmed } = orderIn(words);
      const charter = parseCharterName(named ?? '');
      return { kind: 'delete-charter', ...given({ charter }), confirmed: confirmed && charter !== undefined };
    }
  }
}

function wordsIn(typed: string): readonly string[] {
  return typed
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim()
    .replace(/[.!?]+$/, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** What cannot be undone is done only where it is named and every word of it was understood. */
function orderIn(words: readonly string[]): { named?: string; confirmed: boolean } {
  const said = confirmations.has(words.at(-1) ?? '');
  const [named, ...strange] = said ? words.slice(0, -1) : words;
  return { ...given({ named }), confirmed: said && named !== undefined && strange.length === 0 };
}

const confirmations: ReadonlySet<string> = new Set(['yes', 'sí', 'si']);
