import type { Intent } from '../app/intent.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { CommentId } from '../domain/comment.js';
import { given } from '../domain/given.js';
import type { AnswerStatus, OutsideId, OutsideSource } from '../domain/theme.js';

/** Keys of `commands` in the words. */
export const feedbackCommands = [
  'feedback',
  'theme',
  'themes',
  'outside',
  'answerTheme',
  'tellAnswers',
] as const;
export type FeedbackCommand = (typeof feedbackCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseFeedbackWords(command: FeedbackCommand, typed: string): Intent {
  const text = typed.trim();
  switch (command) {
    case 'feedback':
      return { kind: 'feedback', ...place(text) };
    case 'themes':
      return { kind: 'themes', ...place(text) };
    case 'theme':
      return themeIn(text);
    case 'outside':
      return outsideIn(text);
    case 'answerTheme':
      return answerIn(text);
    case 'tellAnswers':
      return tellingIn(text);
  }
}

/** `garden`, `garden page 2`, `2`. */
function place(text: string): { charter?: CharterName; page?: number } {
  const words = wordsIn(text);
  const page = words.find((word) => /^\d{1,4}$/.test(word));
  const charter = words
    .filter((word) => !pageWords.has(word))
    .map(parseCharterName)
    .find(isThere);
  return given({ charter, page: page === undefined ? undefined : Number(page) });
}

function isThere<T>(it: T | undefined): it is T {
  return it !== undefined;
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[.!?]+$/, ''))
    .filter((word) => word !== '');
}

/** A charter before a number or `new`, and what follows. */
function headIn(text: string): { charter?: CharterName; number?: number; isNew: boolean; rest: string } {
  const [, first = '', after = ''] = /^(\S*)\s*([^]*)$/.exec(text) ?? [];
  const named = isHead(first) ? undefined : parseCharterName(first);
  const [, head = '', rest = ''] = named === undefined ? ['', first, after] : splitOff(after);
  const number = numberIn(head);
  return { ...given({ charter: named, number }), isNew: newWords.has(bare(head)), rest: rest.trim() };
}

function splitOff(text: string): readonly string[] {
  return /^(\S*)\s*([^]*)$/.exec(text) ?? [];
}

function isHead(word: string): boolean {
  return numberIn(word) !== undefined || newWords.has(bare(word));
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[.:]+$/, '');
}

function numberIn(word: string): number | undefined {
  return /^\d{1,5}$/.test(bare(word)) ? Number(bare(word)) : undefined;
}

/**
 * `theme 2` reads it; `theme new The titles are long: 4f2a9c, 77b01d` makes one; `theme 2 add 4f2a9c`,
 * `theme 2 remove 4f2a9c`, `theme 2 title …` and `theme 2 drop yes` change it; `theme 2 change` shows the form.
 */
function themeIn(text: string): Intent {
  const { charter, number, isNew, rest } = headIn(text);
  const of = given({ charter });
  if (isNew) return newThemeIn(of, rest);
  if (number === undefined) return { kind: 'feedback', ...of };
  const [, verb = '', after = ''] = splitOff(rest);
  switch (themeVerbs.get(bare(verb))) {
    case 'add':
      return { kind: 'save-theme', ...of, number, comments: marksIn(after), outside: [], shown: [] };
    case 'remove':
      return { kind: 'save-theme', ...of, number, comments: [], outside: [], shown: marksIn(after) };
    case 'title':
      return { kind: 'save-theme', ...of, number, title: after.replace(/^:\s*/, ''), shown: [] };
    case 'change':
      return { kind: 'edit-theme', ...of, number };
    case 'drop':
      return { kind: 'drop-theme', ...of, number, confirmed: isYes(after) };
    case undefined:
      return { kind: 'theme', ...of, number, ...given({ page: place(rest).page }) };
  }
}

function newThemeIn(of: { charter?: CharterName }, rest: string): Intent {
  if (rest === '') return { kind: 'edit-theme', ...of };
  const [, title = '', marks = ''] = marked.exec(rest) ?? ['', rest, ''];
  return { kind: 'save-theme', ...of, title: title.trim(), comments: marksIn(marks), outside: [], shown: [] };
}

/** Behind the last colon stand marks and nothing else; a title may have colons of its own. */
const marked = /^([^]*?):\s*((?:[0-9a-f][0-9a-f-]{5,35}[\s,;]*)+)$/i;

function marksIn(text: string): CommentId[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((mark) => mark !== '' && !linkWords.has(mark))
    .map((mark) => mark.slice(0, 100) as CommentId);
}

/** `outside meeting 12 2026-11-24 Team meeting: what was said`; `outside remove 4f2a9c`. */
function outsideIn(text: string): Intent {
  const [, first = '', after = ''] = splitOff(text);
  if (themeVerbs.get(bare(first)) === 'remove' || themeVerbs.get(bare(first)) === 'drop')
    return { kind: 'drop-outside', outside: (marksIn(after)[0] ?? '') as string as OutsideId };
  const [, head = '', said = ''] = /^([^:\n]{0,200}):([^]*)$/.exec(text) ?? [];
  if (said.trim() === '') return { kind: 'outside', ...given({ charter: place(text).charter }) };
  return { kind: 'save-outside', ...headOfOutside(head), text: said.trim() };
}

/** A source, a number, a day, in this order or another; a charter before them; the rest is the source's name. */
function headOfOutside(head: string) {
  const words = head.split(/\s+/).filter((word) => word !== '');
  const sourceAt = words.findIndex((word) => sourceWords.has(bare(word)));
  const charter = sourceAt === 1 ? parseCharterName(words[0] ?? '') : undefined;
  const source = sourceWords.get(bare(words[sourceAt] ?? ''));
  const others = words.filter((_, index) => index !== sourceAt && !(charter !== undefined && index === 0));
  const day = others.find((word) => /^\d{4}-\d{1,2}-\d{1,2}$/.test(word));
  const people = others.find((word) => /^\d{1,7}$/.test(word));
  const label = others.filter((word) => word !== day && word !== people).join(' ');
  return given({ charter, source, day, label, people: people === undefined ? undefined : Number(people) });
}

/** `answer theme 2 partly: reason`, and in a line of its own `follow-up: what; who; 2026-12-24`. */
function answerIn(text: string): Intent {
  const { charter, number, rest } = headIn(text);
  const of = given({ charter });
  if (number === undefined) return { kind: 'themes', ...of };
  if (rest === '') return { kind: 'answer-theme', ...of, number };
  const [, head = '', said = ''] = /^([^:\n]{1,40}):?([^]*)$/.exec(rest) ?? [];
  const status = statusWords.get(wordsIn(head).join(' '));
  const lines = (status === undefined ? rest : said).trim().split(/\r?\n/);
  const follows = lines.filter((line) => followUpLine.test(line));
  const reason = lines
    .filter((line) => !followUpLine.test(line))
    .join('\n')
    .trim();
  const followUp = follows[0] === undefined ? undefined : followUpIn(follows[0]);
  return { kind: 'save-answer', ...of, number, reason, ...given({ status, followUp }) };
}

const followUpLine = /^\s*(?:follow[- ]?up|pendiente)\s*:/i;

function followUpIn(line: string): { what?: string; owner?: string; due?: string } {
  const [what, owner, due] = line
    .replace(followUpLine, '')
    .split(';')
    .map((part) => part.trim());
  return given({ what, owner, due });
}

/** What everybody is told is told only where every word was understood. */
function tellingIn(text: string): Intent {
  const words = wordsIn(text);
  const said = yesWords.has(words.at(-1) ?? '');
  const [named, ...strange] = said ? words.slice(0, -1) : words;
  const charter = parseCharterName(named ?? '');
  const understood = strange.length === 0 && (named === undefined || charter !== undefined);
  return { kind: 'tell-answers', ...given({ charter }), confirmed: said && understood };
}

function isYes(text: string): boolean {
  const words = wordsIn(text);
  return words.length === 1 && yesWords.has(words[0] ?? '');
}

const pageWords: ReadonlySet<string> = new Set(['page', 'página', 'pagina']);
const yesWords: ReadonlySet<string> = new Set(['yes', 'now', 'sí', 'si', 'ya']);
const newWords: ReadonlySet<string> = new Set(['new', 'nuevo', 'nueva']);
const linkWords: ReadonlySet<string> = new Set(['and', 'y', 'to', 'from', 'a', 'de']);
const themeVerbs: ReadonlyMap<string, 'add' | 'remove' | 'title' | 'change' | 'drop'> = spelled({
  add: ['add', 'añadir', 'anadir'],
  remove: ['remove', 'quitar'],
  title: ['title', 'título', 'titulo'],
  change: ['change', 'edit', 'cambiar', 'editar'],
  drop: ['drop', 'eliminar'],
});
const sourceWords: ReadonlyMap<string, OutsideSource> = spelled({
  mail: ['mail', 'email', 'e-mail', 'correo'],
  meeting: ['meeting', 'reunión', 'reunion'],
  other: ['other', 'otro', 'otra'],
});
const statusWords: ReadonlyMap<string, AnswerStatus> = spelled({
  done: ['done', 'hecho'],
  partly: ['partly', 'en parte'],
  'not-now': ['not now', 'not-now', 'ahora no'],
  no: ['no'],
});

function spelled<T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  return new Map(
    (Object.entries(words) as [T, readonly string[]][]).flatMap(([meaning, all]) =>
      all.map((word) => [word, meaning] as const),
    ),
  );
}
