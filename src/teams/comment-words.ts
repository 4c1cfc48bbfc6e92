import type { CommentDraft, ModerationDecision } from '../app/comments/intents.js';
import type { About } from '../app/about.js';
import type { Intent } from '../app/intent.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import {
  hidingReasons,
  type CommentId,
  type commentSorts,
  type CommentSort,
  type HidingReason,
  type Vote,
} from '../domain/comment.js';
import { given } from '../domain/given.js';

export type CommentCommand =
  'comment' | 'missing' | 'comments' | 'support' | 'receipt' | 'appeal' | 'policy' | 'moderation';

/** What was typed about comments. `rest`: what follows the command, as it was typed. */
export function parseCommentWords(command: CommentCommand, rest: string): Intent {
  switch (command) {
    case 'comment':
      return commentOf(readWritten(rest));
    case 'missing':
      return commentOf(readMissing(rest));
    case 'comments':
      return listOf(rest);
    case 'support':
      return supportOf(rest);
    case 'receipt':
      return { kind: command, ...given({ code: rest.trim() === '' ? undefined : rest.trim() }) };
    case 'appeal':
      return appealOf(rest);
    case 'policy':
      return { kind: command };
    case 'moderation':
      return moderationOf(rest);
  }
}

interface Written {
  readonly charter?: CharterName;
  readonly position?: number;
  readonly sort?: CommentSort;
  readonly signed?: true;
  /** It names a person, and is sent for review all the same. */
  readonly forReview?: true;
  readonly text?: string;
}

/** With a text it is sent; without, the form is shown. */
function commentOf({ charter, position, forReview, ...written }: Written): Intent {
  const about: About = given({ charter });
  const value = position === undefined ? undefined : ({ by: 'position', position } as const);
  const draft: CommentDraft = { ...given({ value }), ...written };
  if (written.text === undefined) return { kind: 'comment', about, draft };
  return { kind: 'send-comment', about, draft, ...given({ forReview }) };
}

/**
 * What a comment is about stands before it: `2 wording: …`, `garden 2 signed: …`, `wording 2 …`, `2 …`. Whatever does
 * not read so is the comment itself, on the whole: words of a text never become a setting by accident.
 */
function readWritten(rest: string): Written {
  const [firstLine = '', ...lines] = rest.trim().split(/\r?\n/);
  const alone = readHead(firstLine);
  if (alone !== undefined) return { ...alone, ...textOf(lines.join('\n')) };
  const before = /^([^:]{1,80}):([^]*)$/.exec(rest.trim());
  const head = before === null ? undefined : readHead(before[1] ?? '', { before: true });
  if (head !== undefined) return { ...head, ...textOf(before?.[2] ?? '') };
  const numbered = /^(?:(\p{L}+)\s+)?(\d{1,4})\s+([^]*)$/u.exec(rest.trim());
  const leading = numbered === null ? undefined : readHead(`${numbered[1] ?? ''} ${numbered[2] ?? ''}`);
  if (leading?.charter !== undefined || leading === undefined) return textOf(rest);
  return { ...leading, ...textOf(numbered?.[3] ?? '') };
}

/** `missing …`, `missing in garden: …`, `missing signed: …`: always on the whole. */
function readMissing(rest: string): Written {
  const before = /^([^:]{1,80}):([^]*)$/.exec(rest.trim());
  const head = before === null ? undefined : readHead(before[1] ?? '', { before: true });
  if (head === undefined || head.sort !== undefined) return { sort: 'missing', ...textOf(rest) };
  return { ...head, sort: 'missing', ...textOf(before?.[2] ?? '') };
}

function textOf(text: string): { text?: string } {
  return given({ text: text.trim() === '' ? undefined : text.trim() });
}

/** Nothing where a word is none of those that belong here. A lone word before a colon may be anybody's own. */
function readHead(head: string, { before = false } = {}): Written | undefined {
  const words = head.split(/\s+/).filter((word) => word !== '');
  const inCharter = words[0] !== undefined && inWords.has(words[0]);
  const read: { -readonly [K in keyof Written]: Written[K] } = {};
  for (const word of inCharter ? words.slice(1) : words) {
    if (!take(read, word)) return undefined;
  }
  const { charter, forReview, ...others } = read;
  const lone = (charter ?? forReview) !== undefined && Object.keys(others).length === 0;
  return words.length > 0 && (inCharter || !before || !lone) ? read : undefined;
}

/** Each once. */
function take(read: { -readonly [K in keyof Written]: Written[K] }, word: string): boolean {
  const sort = sortWords.get(word.toLowerCase());
  if (sort !== undefined && read.sort === undefined) read.sort = sort;
  else if (/^\d{1,4}$/.test(word) && read.position === undefined) read.position = Number(word);
  else if (signedWords.has(word.toLowerCase()) && read.signed === undefined) read.signed = true;
  else if (reviewWords.has(word.toLowerCase()) && read.forReview === undefined) read.forReview = true;
  else if (read.charter === undefined && word === word.toLowerCase()) return takeCharter(read, word);
  else return false;
  return true;
}

function takeCharter(read: { charter?: CharterName }, word: string): boolean {
  const charter = parseCharterName(word);
  if (charter !== undefined) read.charter = charter;
  return charter !== undefined;
}

type WritersSort = (typeof commentSorts)[number];

const inWords: ReadonlySet<string> = new Set(['in', 'en']);
const signedWords: ReadonlySet<string> = new Set(['signed', 'firmado', 'firmada']);
const reviewWords: ReadonlySet<string> = new Set(['review', 'revisión', 'revision']);
const sortWords: ReadonlyMap<string, WritersSort> = wordsFor<WritersSort>({
  wording: ['wording', 'redacción', 'redaccion'],
  meaning: ['meaning', 'sentido', 'significado'],
  framing: ['framing', 'enfoque'],
  missing: ['missing', 'falta'],
  example: ['example', 'ejemplo'],
});

function listOf(rest: string): Intent {
  const { charter, number, page } = place(rest);
  const value = number === undefined ? undefined : ({ by: 'position', position: number } as const);
  return { kind: 'comments', about: given({ charter }), ...given({ value, page }) };
}

/** A charter, a number and a page, in any order; of other words the first may be the charter. */
function place(rest: string): { charter?: CharterName; number?: number; page?: number } {
  const page = /(?:^|\s)(?:page|página|pagina)\s+(\d{1,4})\s*$/i.exec(rest);
  const words = (page === null ? rest : rest.slice(0, page.index)).split(/\s+/).filter((word) => word !== '');
  const number = words.find((word) => /^\d{1,4}$/.test(word));
  const charter = words.map(parseCharterName).find((name) => name !== undefined);
  return given({
    charter,
    number: number === undefined ? undefined : Number(number),
    page: page === null ? undefined : Number(page[1]),
  });
}

/** `support 4f2a9c` says that one agrees with it; the mark stands below each comment. */
function supportOf(rest: string): Intent {
  const [mark = '', ...words] = rest.trim().split(/\s+/);
  if (mark === '') return { kind: 'comments', about: {} };
  const said = words.join(' ').toLowerCase();
  const vote = said === '' ? 'agree' : voteWords.get(said);
  return { kind: 'support', comment: markOf(mark), ...(vote === undefined ? {} : { vote }) };
}

const voteWords: ReadonlyMap<string, Vote | null> = new Map<string, Vote | null>([
  ...['agree', 'yes', 'de acuerdo', 'sí', 'si'].map((word) => [word, 'agree'] as const),
  ...['disagree', 'no', 'en desacuerdo'].map((word) => [word, 'disagree'] as const),
  ...['pass', 'paso'].map((word) => [word, 'pass'] as const),
  ...['withdraw', 'undo', 'clear', 'retirar'].map((word) => [word, null] as const),
]);

/** The first characters of a comment's id, as cards show them. */
function markOf(word: string): CommentId {
  return word.toLowerCase().slice(0, 100) as CommentId;
}

/** A code is three groups of four, with or without something between them. */
function appealOf(rest: string): Intent {
  const parts = /^([0-9a-z]{4}(?:[- ]?[0-9a-z]{4}){2}|\S+)(?:[:,]?\s+([^]*))?$/i.exec(rest.trim());
  const code = parts?.[1];
  if (code === undefined) return { kind: 'receipt' };
  return { kind: 'appeal', code, ...textOf(parts?.[2] ?? '') };
}

/** `publish 4f2a9c`, `hide 4f2a9c attack`, `merge 4f2a9c 77b01d`; anything else shows what waits. */
function moderationOf(rest: string): Intent {
  const words = rest.trim().toLowerCase().split(/\s+/);
  const [verb = '', mark, ...more] = words.filter((word) => !linkWords.has(word));
  const does = decisionWords.get(verb);
  if (does === undefined || mark === undefined) return queueOf(does === undefined ? rest : '');
  const decision = decisionOf(does, more);
  return decision === undefined ? queueOf('') : { kind: 'moderate', comment: markOf(mark), decision };
}

function queueOf(rest: string): Intent {
  const { charter, number, page } = place(rest);
  return { kind: 'moderation', ...given({ charter, page: page ?? number }) };
}

function decisionOf(
  kind: ModerationDecision['kind'],
  more: readonly string[],
): ModerationDecision | undefined {
  const other = more[0] === undefined ? undefined : markOf(more[0]);
  switch (kind) {
    case 'hide':
      return { kind, ...given({ reason: reasonWords.get(more.join(' ')) }) };
    case 'merge':
      return other && { kind, into: other };
    case 'keep-apart':
      return other && { kind, from: other };
    default:
      return { kind };
  }
}

const linkWords: ReadonlySet<string> = new Set(['into', 'from', 'with', 'for', 'con', 'de', 'por']);
const decisionWords: ReadonlyMap<string, ModerationDecision['kind']> = wordsFor<ModerationDecision['kind']>({
  publish: ['publish', 'show', 'mostrar', 'publicar'],
  hide: ['hide', 'ocultar'],
  merge: ['merge', 'unir'],
  'keep-apart': ['apart', 'keep-apart', 'separar'],
  'grant-appeal': ['grant', 'conceder'],
  'decline-appeal': ['decline', 'denegar'],
});
const reasonWords: ReadonlyMap<string, HidingReason> = wordsFor<HidingReason>(
  {
    attack: ['attack on somebody', 'ataque', 'ataque a alguien'],
    'names-person': ['person', 'name', 'naming a person', 'persona', 'nombre', 'nombrar a una persona'],
    'off-topic': ['off topic', 'otro tema', 'otra cosa'],
    advertising: ['publicidad'],
    illegal: ['against the law', 'law', 'ilegal', 'contra la ley'],
  },
  hidingReasons,
);

function wordsFor<T extends string>(
  spellings: Readonly<Record<T, readonly string[]>>,
  themselves: readonly T[] = [],
): ReadonlyMap<string, T> {
  const spelled = (Object.entries(spellings) as [T, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word): [string, T] => [word, meaning]),
  );
  return new Map([...themselves.map((word): [string, T] => [word, word]), ...spelled]);
}
