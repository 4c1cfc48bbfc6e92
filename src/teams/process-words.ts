import type { Intent } from '../app/intent.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { noneWords, readRules, type SaidRules } from './read-rules.js';

export type ProcessCommand =
  'process' | 'privacy' | 'rules' | 'seal' | 'group' | 'decline' | 'myData' | 'forgetMe';

/** What was typed about the process, about taking part or about one's own data. `typed`: what follows the command. */
export function parseProcessWords(command: ProcessCommand, typed: string): Intent {
  const rest = cleaned(typed);
  const words = wordsIn(rest);
  switch (command) {
    case 'process': {
      const { page, others } = pageIn(words);
      return { kind: command, ...given({ charter: parseCharterName(others[0] ?? ''), page }) };
    }
    case 'privacy':
      return { kind: command, about: given({ charter: parseCharterName(words[0] ?? '') }) };
    case 'rules':
      return rulesIn(rest);
    case 'seal': {
      const { charter, confirmed } = orderIn(words);
      return { kind: command, ...charter, confirmed };
    }
    case 'group':
      return groupIn(rest);
    case 'decline': {
      const { charter, confirmed } = orderIn(words);
      return { kind: command, about: charter, confirmed };
    }
    case 'myData':
      return { kind: 'my-data', ...given({ page: pageIn(words).page }) };
    case 'forgetMe':
      return { kind: 'forget-me', confirmed: words.length === 1 && confirmations.has(words[0] ?? '') };
  }
}

/** One line, in the case it was typed in, without the full stop of a sentence. */
function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, '');
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
}

function pageIn(words: readonly string[]): { page?: number; others: readonly string[] } {
  const found = /(?:^| )(?:(?:page|página|pagina) )?(\d{1,4})$/.exec(words.join(' '));
  if (found === null) return { others: words };
  const named = words.at(-2) ?? '';
  return {
    page: Number(found[1]),
    others: words.slice(0, /^(?:page|página|pagina)$/.test(named) ? -2 : -1),
  };
}

/** What cannot be undone is done only where every word of it was understood. */
function orderIn(words: readonly string[]): { charter: { charter?: CharterName }; confirmed: boolean } {
  const said = confirmations.has(words.at(-1) ?? '');
  const [named, ...strange] = said ? words.slice(0, -1) : words;
  const charter = parseCharterName(named ?? '');
  const understood = strange.length === 0 && (named === undefined || charter !== undefined);
  return { charter: given({ charter }), confirmed: said && understood };
}

const confirmations: ReadonlySet<string> = new Set(['yes', 'now', 'sí', 'si', 'ya']);

/** `group lab`, `group none`; where there are several charters, `group garden: lab`. */
function groupIn(rest: string): Intent {
  const [, named = '', text = ''] = /^(?:([A-Za-z][\w-]*) ?:)?(.*)$/.exec(rest) ?? [];
  const about = given({ charter: parseCharterName(named) });
  const group = text.trim();
  if (group === '') return { kind: 'group', about };
  return { kind: 'group', about, group: noneWords.has(group.toLowerCase()) ? null : group };
}

/** `rules`, `rules garden`, `rules least 8`, `rules garden groups lab, office`. */
function rulesIn(rest: string): Intent {
  const [, first = '', afterFirst = ''] = /^(\S*) ?(.*)$/.exec(rest) ?? [];
  const charter = ruleWords.has(first.toLowerCase()) ? undefined : parseCharterName(first);
  const setting = charter === undefined ? rest : afterFirst;
  if (setting === '') return { kind: 'rules', ...given({ charter }) };
  return { kind: 'change-rules', ...given({ charter }), rules: changeIn(setting) };
}

function changeIn(setting: string): Extract<Intent, { kind: 'change-rules' }>['rules'] {
  const [, name = '', value = ''] = /^(\S+) ?(.*)$/.exec(setting) ?? [];
  const rule = ruleWords.get(name.toLowerCase());
  if (rule === 'confidential' && offWords.has(value.toLowerCase())) return 'confidentiality-off';
  if (rule === undefined || rule === 'confidential' || value === '') return { unreadable: setting };
  const read = readRules({ [rule]: value });
  return 'unreadable' in read ? { unreadable: setting } : read;
}

const offWords: ReadonlySet<string> = new Set(['off', 'no']);

const ruleWords: ReadonlyMap<string, keyof SaidRules | 'confidential'> = new Map(
  Object.entries({
    least: ['least', 'threshold', 'mínimo', 'minimo'],
    results: ['results', 'resultados'],
    review: ['review', 'revisión', 'revision'],
    openTo: ['page', 'página', 'pagina'],
    identities: ['identities', 'identidades'],
    size: ['size', 'tamaño', 'tamano'],
    groups: ['groups', 'grupos'],
    second: ['second', 'segunda', 'segundo'],
    quorum: ['quorum', 'quórum'],
    objecting: ['objections', 'objecting', 'objeciones'],
    consentDays: ['consent', 'consentimiento'],
    confidential: ['confidential', 'confidentiality', 'confidencial', 'confidencialidad'],
  } as const).flatMap(([rule, spellings]) =>
    spellings.map((spelling) => [spelling, rule as keyof SaidRules | 'confidential'] as const),
  ),
);
