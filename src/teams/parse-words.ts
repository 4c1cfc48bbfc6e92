import { distance } from 'fastest-levenshtein';
import type { About } from '../app/about.js';
import type { Intent } from '../app/intent.js';
import type { AppointmentKind } from '../domain/appointment.js';
import type { Audience } from '../domain/announcement.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { parseAnswer, type Answer } from '../domain/rating.js';
import { languages, wordsFor } from '../words/catalogue.js';
import { parseRevisionWords, revisionCommands, type RevisionCommand } from './revision-words.js';
import { parseFeedbackWords, feedbackCommands, type FeedbackCommand } from './feedback-words.js';
import { parseAdoptionWords, adoptionCommands, type AdoptionCommand } from './adoption-words.js';
import { parsePeopleWords, peopleCommands, type PeopleCommand } from './people-words.js';
import { parseBlogWords, blogCommands, type BlogCommand } from './blog-words.js';
import { parseCommentWords, type CommentCommand } from './comment-words.js';
import { parseProcessWords, type ProcessCommand } from './process-words.js';
import { readPauseEnd, readQuietHours, take, takeTime, usualBeginning, usualEnd } from './spoken-times.js';

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
export function parseWords(typed: string): Intent {
  const text = withColonApart(typed);
  const [firstLine = '', ...lines] = text.trim().split(/\r?\n/);
  const words = normal(firstLine).split(' ');
  const command = commandAt(words, 0);
  if (command === undefined) return unknown(text, words);
  const rest = words.slice(command.length);
  if (isAboutComments(command.name)) return parseCommentWords(command.name, without(text, command.length));
  if (isAboutProcess(command.name)) return parseProcessWords(command.name, without(text, command.length));
  if (isOneOf(revisionCommands, command.name))
    return parseRevisionWords(command.name, without(text, command.length));
  if (isOneOf(feedbackCommands, command.name))
    return parseFeedbackWords(command.name, without(text, command.length));
  if (isOneOf(adoptionCommands, command.name))
    return parseAdoptionWords(command.name, without(text, command.length));
  if (isOneOf(peopleCommands, command.name))
    return parsePeopleWords(command.name, without(text, command.length));
  if (isOneOf(blogCommands, command.name)) return parseBlogWords(command.name, without(text, command.length));
  return intentOf(command.name, rest, lines.join('\n'));
}

/** What is new has no number for its colon to stand behind. */
function withColonApart(text: string): string {
  const head = /^([^\n:]{1,40}):/.exec(text)?.[1] ?? '';
  return spellings.get(normal(head)) === 'addValue' ? `${head} ${text.slice(head.length)}` : text;
}

/** What follows the first words of a text, as it was typed. */
function without(text: string, words: number): string {
  return text.trim().replace(new RegExp(`^(?:\\S+\\s*){${String(words)}}`), '');
}

const aboutComments = [
  'comment',
  'missing',
  'comments',
  'support',
  'receipt',
  'appeal',
  'policy',
  'moderation',
] as const satisfies readonly CommentCommand[];
const aboutProcess = [
  'process',
  'privacy',
  'rules',
  'seal',
  'group',
  'decline',
  'myData',
  'forgetMe',
] as const satisfies readonly ProcessCommand[];

function isOneOf<T extends Command>(all: readonly T[], command: Command): command is T {
  return (all as readonly Command[]).includes(command);
}

function isAboutComments(command: Command): command is CommentCommand {
  return (aboutComments as readonly Command[]).includes(command);
}

function isAboutProcess(command: Command): command is ProcessCommand {
  return (aboutProcess as readonly Command[]).includes(command);
}

function intentOf(command: Exclude<Command, Grouped>, words: readonly string[], following: string): Intent {
  switch (command) {
    case 'help':
    case 'status':
    case 'settings':
    case 'resume':
      return { kind: command };
    case 'pause':
      return { kind: command, ...given({ until: readPauseEnd(words) }) };
    case 'quiet':
      return { kind: command, ...given({ hours: readQuietHours(words) }) };
    case 'publish':
    case 'close':
    case 'withdraw':
    case 'reopen':
    case 'remind':
      return orderOf(command, words);
    case 'cancel':
      return cancellationOf(words);
    default:
      return readingOf(command, argumentsOf(words), following);
  }
}

interface Arguments {
  readonly charter?: CharterName;
  readonly numbers: readonly number[];
  readonly answer?: Answer | null;
  readonly page?: number;
}

/** Those that are read elsewhere. */
type Grouped =
  | CommentCommand
  | ProcessCommand
  | RevisionCommand
  | FeedbackCommand
  | AdoptionCommand
  | PeopleCommand
  | BlogCommand;

type Order = 'publish' | 'close' | 'withdraw' | 'reopen' | 'remind';
type Reading = Exclude<
  Command,
  Grouped | Order | 'help' | 'status' | 'settings' | 'resume' | 'pause' | 'quiet' | 'cancel'
>;

function readingOf(command: Reading, rest: Arguments, following: string): Intent {
  const { charter, numbers, page } = rest;
  const about: About = given({ charter });
  const nothingFollows = following.trim() === '';
  switch (command) {
    case 'values':
      return { kind: command, about, ...given({ number: numbers[0] }) };
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
    case 'deliveries':
    case 'retry':
    case 'appointments':
      return { kind: command, ...given({ charter }) };
    case 'report':
      return { kind: 'import-report', ...given({ charter, page: page ?? numbers[0] }) };
    case 'newDraft':
      return nothingFollows
        ? { kind: 'new-draft', ...given({ charter }) }
        : { kind: 'import', source: following, ...given({ charter }) };
    case 'correct':
      return nothingFollows
        ? { kind: command, ...given({ charter }) }
        : { kind: 'propose-correction', source: following, ...given({ charter }) };
  }
}

/**
 * Everybody notices what these do. So a word among theirs that means nothing to us is never passed over: it may have
 * been a time, or a second thought.
 */
function orderOf(kind: Order, words: readonly string[]): Intent {
  const { at, others } = takeTime(words, kind === 'close' ? usualEnd : usualBeginning);
  const choosing = kind === 'publish' || kind === 'reopen';
  const { taken: audiences, others: left } = take(others, (word) => choosing && audienceWords.has(word));
  const audience = audienceWords.get(audiences.at(-1) ?? '');
  const confirmed = confirmations.has(left.at(-1) ?? '');
  const [named, ...strange] = confirmed ? left.slice(0, -1) : left;
  const charter = parseCharterName(named ?? '');
  const understood = strange.length === 0 && (named === undefined || charter !== undefined);
  const about: About = given({ charter });
  const time = given({ at: understood ? at : ('unreadable' as const) });
  switch (kind) {
    case 'publish':
      return { kind, ...given({ charter, audience }), ...time };
    case 'close':
      return { kind, about, confirmed: confirmed && understood, ...time };
    case 'reopen':
      return { kind, about, confirmed: confirmed && time.at === undefined, ...given({ audience }) };
    case 'withdraw':
    case 'remind':
      return { kind, about, confirmed: confirmed && time.at === undefined };
  }
}

const audienceWords: ReadonlyMap<string, Audience> = new Map([
  ...['all', 'everybody', 'everyone', 'todos', 'todas'].map((word) => [word, 'all'] as const),
  ...['affected', 'afectados', 'afectadas'].map((word) => [word, 'affected'] as const),
]);
const confirmations: ReadonlySet<string> = new Set(['yes', 'now', 'sí', 'si', 'ya']);

/** Where nothing is named that could be cancelled, what is planned is shown, to choose from. */
function cancellationOf(words: readonly string[]): Intent {
  const named = words.filter((word) => !articles.has(word));
  const appointment = named.map(appointmentOf).find((kind) => kind !== undefined);
  const others =
    appointment === undefined ? named : named.filter((word) => appointmentOf(word) === undefined);
  const charter = parseCharterName(others[0] ?? '');
  if (appointment === undefined) return { kind: 'appointments', ...given({ charter }) };
  return { kind: 'cancel-appointment', appointment, ...given({ charter }) };
}

function appointmentOf(word: string): AppointmentKind | undefined {
  return planned.get(word) ?? planned.get(spellings.get(word) ?? '');
}

const articles: ReadonlySet<string> = new Set(['the', 'of', 'el', 'la', 'de']);
const planned: ReadonlyMap<string, AppointmentKind> = new Map([
  ...['publish', 'publishing', 'publication', 'publicación', 'publicacion'].map(
    (word) => [word, 'publish'] as const,
  ),
  ...['close', 'closing', 'cierre'].map((word) => [word, 'close'] as const),
  ['remind', 'remind'],
]);

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
  const plain = spoken.replace(insistence, '').split(' ')[0] ?? '';
  return {
    ...given({
      charter: kind === undefined || !answersAlone.test(plain) ? parseCharterName(plain) : undefined,
      answer: kind === 'withdraw' ? null : kind,
      page: page === undefined ? undefined : Number(page),
    }),
    numbers: kept.filter((word) => /^\d+$/.test(word)).map((word) => Math.min(Number(word), largestNumber)),
  };
}

const answerWords = new Map<Answer | 'withdraw', RegExp>([
  ['unclear', /(?:^| )(?:unclear|not clear|no está claro|no lo tengo claro|no claro)(?: to me)?$/],
  ['no-opinion', /(?:^| )(?:no opinion|no-opinion|sin opinión|sin opinion)$/],
  ['withdraw', /(?:^| )(?:withdraw|undo|clear|retirar)$/],
]);
const answersAlone = /^(?:unclear|not|no|no-opinion|sin|withdraw|undo|clear|retirar)$/;
/** That is no charter's name, in `subscribe now`. */
const insistence = /(?:^| )(?:yes|now|sí|si|ya)$/;
/** Above anything that is numbered; a larger one is as wrong as this. */
const largestNumber = 9_999;

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
    .replace(/^[ ¿¡]+|[.!?]+$/g, '')
    .trim();
}
