import { distance } from 'fastest-levenshtein';
import type { About, Intent } from '../app/intent.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { parseAnswer, type Answer } from '../domain/rating.js';
import { languages, wordsFor } from '../words/catalogue.js';

type Command = keyof ReturnType<typeof wordsFor>['all']['commands'];

/** Every spelling of every word, in all languages: each language's words work everywhere. */
const spellings: ReadonlyMap<string, Command> = new Map(
  languages.flatMap((language) =>
    Object.entries(wordsFor(language).all.commands).flatMap(([command, text]) =>
      text.split(',').map((spelling): [string, Command] => [normal(spelling), command as Command]),
    ),
  ),
);
const longestCommand = Math.max(...[...spellings.keys()].map((spelling) => spelling.split(' ').length));

/** What was typed, as an intent; the bot's own mention is gone already. */
export function parseWords(text: string): Intent {
  const [firstLine = '', ...lines] = text.trim().split(/\r?\n/);
  const words = normal(firstLine).split(' ');
  const command = commandAt(words, 0);
  if (command === undefined) return unknown(text, words);
  const rest = argumentsOf(words.slice(command.length));
  return intentOf(command.name, rest, lines.join('\n')) ?? unknown(text, words);
}

interface Arguments {
  readonly charter?: CharterName;
  readonly numbers: readonly number[];
  readonly answer?: Answer | null;
  readonly page?: number;
  readonly confirmed: boolean;
}

function intentOf(command: Command, rest: Arguments, following: string): Intent | undefined {
  const { charter, numbers, page } = rest;
  const about: About = given({ charter });
  switch (command) {
    case 'help':
    case 'status':
      return { kind: command };
    case 'values':
      return { kind: command, about };
    case 'considerations':
    case 'background':
    case 'answers':
      return { kind: command, about, ...given({ page: page ?? numbers[0] }) };
    case 'rate':
      return rateOf(about, rest);
    case 'results':
      return { kind: command, about, ...given({ number: numbers[0], page }) };
    case 'subscribe':
    case 'unsubscribe':
    case 'preview':
    case 'publish':
    case 'deliveries':
      return { kind: command, ...given({ charter }) };
    case 'report':
      return { kind: 'import-report', ...given({ charter, page: page ?? numbers[0] }) };
    case 'newDraft':
      return following.trim() === ''
        ? { kind: 'new-draft', ...given({ charter }) }
        : { kind: 'import', source: following, ...given({ charter }) };
    case 'close':
      return { kind: command, about, confirmed: rest.confirmed };
    default:
      return undefined;
  }
}

function rateOf(about: About, { numbers, answer, page }: Arguments): Intent {
  const [position, step] = numbers;
  if (position === undefined) return { kind: 'ballot', about };
  const value = { by: 'position', position } as const;
  if (answer !== undefined) return { kind: 'rate', about, value, answer };
  if (step === undefined) return { kind: 'ballot', about, value, ...given({ page }) };
  return { kind: 'rate', about, value, answer: parseAnswer(step) };
}

function argumentsOf(words: readonly string[]): Arguments {
  const text = words.join(' ');
  const page = /(?:^| )(?:page|página) (\d{1,4})$/.exec(text)?.[1];
  const kept = page === undefined ? words : words.slice(0, -2);
  const spoken = kept.filter((word) => !/^\d+$/.test(word)).join(' ');
  const kind = [...answerWords].find(([, pattern]) => pattern.test(spoken))?.[0];
  const plain = spoken.replace(confirmation, ' ').trim().split(' ')[0] ?? '';
  return {
    ...given({
      charter: kind === undefined || !answersAlone.test(plain) ? parseCharterName(plain) : undefined,
      answer: kind === 'withdraw' ? null : kind,
      page: page === undefined ? undefined : Number(page),
    }),
    numbers: kept.filter((word) => /^\d+$/.test(word)).map((word) => Math.min(Number(word), largestNumber)),
    confirmed: confirmation.test(spoken),
  };
}

const answerWords = new Map<Answer | 'withdraw', RegExp>([
  ['unclear', /(?:^| )(?:unclear|not clear|no está claro|no lo tengo claro|no claro)(?: to me)?$/],
  ['no-opinion', /(?:^| )(?:no opinion|no-opinion|sin opinión|sin opinion)$/],
  ['withdraw', /(?:^| )(?:withdraw|undo|clear|retirar)$/],
]);
const answersAlone = /^(?:unclear|not|no|no-opinion|sin|withdraw|undo|clear|retirar)$/;
/** Above anything that is numbered; a larger one is as wrong as this. */
const largestNumber = 9_999;
const confirmation = /(?:^| )(?:yes|now|sí|si|ya)$/;

function commandAt(words: readonly string[], start: number): { name: Command; length: number } | undefined {
  for (let length = longestCommand; length > 0; length -= 1) {
    const name = spellings.get(words.slice(start, start + length).join(' '));
    if (name !== undefined && words.length >= length) return { name, length };
  }
  return undefined;
}

function unknown(text: string, words: readonly string[]): Intent {
  return {
    kind: 'unknown',
    text: [...text.trim()].slice(0, 60).join(''),
    ...given({ nearest: nearestTo(words) }),
  };
}

/** The spelling that one slip of the finger in three letters, two in more, could have meant. */
function nearestTo(words: readonly string[]): string | undefined {
  const candidates = [...spellings.keys()]
    .filter((spelling) => spelling !== '')
    .map((spelling) => {
      const typed = words.slice(0, spelling.split(' ').length).join(' ');
      const apart = lettersOf(typed) === lettersOf(spelling) ? 1 : distance(typed, spelling);
      return { spelling, apart, allowed: spelling.length > 4 ? 2 : 1 };
    });
  return candidates.filter(({ apart, allowed }) => apart <= allowed).sort((a, b) => a.apart - b.apart)[0]
    ?.spelling;
}

/** Two words with the same letters differ by fingers that were too fast. */
function lettersOf(word: string): string {
  return [...word].sort().join('');
}

function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[.!?]+$/, '')
    .trim();
}
