import type { Intent } from '../app/intent.js';
import type { ChangeRef } from '../app/revision/intents.js';
import type { ChangeSize } from '../domain/change.js';
import { parseCharterName, type CharterName } from '../domain/charter.js';
import type { ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';

/** Keys of `commands` in the words. */
export const revisionCommands = [
  'changes',
  'dispute',
  'revise',
  'editValue',
  'addValue',
  'removeValue',
  'moveValue',
  'matching',
  'match',
  'declare',
  'takeVersion',
] as const;
export type RevisionCommand = (typeof revisionCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseRevisionWords(command: RevisionCommand, typed: string): Intent {
  const words = wordsIn(typed);
  switch (command) {
    case 'changes':
      return changesIn(words);
    case 'dispute':
      return disputeIn(words);
    case 'revise':
      return { kind: command, ...charterIn(words) };
    case 'editValue':
      return writtenIn(typed);
    case 'addValue':
      return writtenIn(typed);
    case 'removeValue':
      return removalIn(words);
    case 'moveValue':
      return moveIn(words);
    case 'matching':
      return matchingIn(words);
    case 'match':
      return matchIn(words);
    case 'declare':
      return declarationIn(typed);
    case 'takeVersion':
      return versionIn(words);
  }
}

const byPosition = (position: number) => ({ by: 'position', position }) as const;

/** One line, in small letters. */
function wordsIn(typed: string): readonly string[] {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[.!?]+$/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

function numbersIn(words: readonly string[]): readonly number[] {
  return words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
}

/** The first word that may be one, and is no word of ours. */
function charterIn(words: readonly string[]): { charter?: CharterName } {
  return given({
    charter: words
      .filter((word) => !ownWords.has(word))
      .map(parseCharterName)
      .find((name) => name !== undefined),
  });
}

/** `changes`, `changes 1 3`, `changes garden 1 3 value 2 page 2`; with one number: from that draft to the newest. */
function changesIn(words: readonly string[]): Intent {
  const [page, withoutPage] = takeNumbered(words, pageWords);
  const [position, others] = takeNumbered(withoutPage, valueWords);
  const [from, to] = numbersIn(others);
  const value = position === undefined ? undefined : byPosition(position);
  return { kind: 'changes', about: charterIn(others), ...given({ from, to, value, page }) };
}

/** A number behind one of these words, and what is left. */
function takeNumbered(
  words: readonly string[],
  names: ReadonlySet<string>,
): readonly [number | undefined, readonly string[]] {
  const place = words.findIndex((word, index) => names.has(word) && /^\d{1,4}$/.test(words[index + 1] ?? ''));
  return place < 0 ? [undefined, words] : [Number(words[place + 1]), words.toSpliced(place, 2)];
}

function disputeIn(words: readonly string[]): Intent {
  const about = charterIn(words);
  const [position] = numbersIn(words);
  if (position === undefined) return { kind: 'changes', about };
  return { kind: 'dispute', about, value: byPosition(position), confirmed: isSure(words) };
}

function isSure(words: readonly string[]): boolean {
  return confirmations.has(words.at(-1) ?? '');
}

/**
 * `edit 2` is the form; `edit 2: title` with the text on the lines below saves, and what is left out stays. Without a number
 * it is a new value.
 */
function writtenIn(typed: string): Intent {
  const [, head = '', colon, first = '', lines = ''] =
    /^([^:\n]*)(:([^\n]*))?(?:\n([^]*))?$/.exec(typed) ?? [];
  const words = wordsIn(head);
  const [position] = numbersIn(words);
  const value = position === undefined ? undefined : byPosition(position);
  const which = { ...charterIn(words), ...given({ value }) };
  const title = first.trim() === '' ? undefined : first.trim();
  const text = lines.trim() === '' ? undefined : lines.trim();
  if (colon === undefined && text === undefined) return { kind: 'edit-value', ...which };
  return { kind: 'save-value', ...which, ...given({ title, text }) };
}

function removalIn(words: readonly string[]): Intent {
  const charter = charterIn(words);
  const [position] = numbersIn(words);
  if (position === undefined) return { kind: 'revise', ...charter };
  return { kind: 'remove-value', ...charter, value: byPosition(position), confirmed: isSure(words) };
}

/** `move 4 2`, `move 4 to 2`, `move 4 up`. */
function moveIn(words: readonly string[]): Intent {
  const charter = charterIn(words);
  const [position, place] = numbersIn(words);
  const to = place ?? (words.some((word) => upWords.has(word)) ? 'up' : undefined);
  if (position === undefined || to === undefined) return { kind: 'revise', ...charter };
  return { kind: 'move-value', ...charter, value: byPosition(position), to };
}

/** `matching`, `matching 4`, `matching considerations`. */
function matchingIn(words: readonly string[]): Intent {
  const [page, others] = takeNumbered(words, pageWords);
  const frame = others.map((word) => frameWords.get(word)).find((each) => each !== undefined);
  const [position] = numbersIn(others);
  const of = frame ?? (position === undefined ? undefined : byPosition(position));
  return { kind: 'matching', ...charterIn(others), ...given({ of, page }) };
}

/** `match 4 2`, `match 4 2 3`, `match 4 new`; the last numbers are those of the draft before. */
function matchIn(words: readonly string[]): Intent {
  const charter = charterIn(words);
  const [position, ...from] = numbersIn(words);
  const isNew = words.some((word) => newWords.has(word));
  if (position === undefined) return { kind: 'matching', ...charter };
  const value = byPosition(position);
  if (from.length === 0 && !isNew) return { kind: 'matching', ...charter, of: value };
  return { kind: 'match', ...charter, value, from: isNew ? [] : from.map(String) };
}

/** `declare 4 clearer: why`, `declare 4 meaning themes 1, 2: why`, `declare considerations clearer`. */
function declarationIn(typed: string): Intent {
  const [, head = '', why] = /^([^:]*)(?::([^]*))?$/.exec(typed) ?? [];
  const words = wordsIn(head);
  const theme = words.findIndex((word) => themeWords.has(word));
  const themes = theme < 0 ? undefined : numbersIn(words.slice(theme));
  const others = theme < 0 ? words : words.slice(0, theme);
  const size = others.map((word) => sizeWords.get(word)).find((each) => each !== undefined);
  const { of, charter } = refIn(others);
  if (of === undefined) return { kind: 'matching', ...charter };
  if (size === undefined && why === undefined && themes === undefined)
    return { kind: 'matching', ...charter, of };
  return { kind: 'declare', ...charter, of, ...given({ size, why: why?.trim(), themes }) };
}

/** A number, a frame, or the id of a value; before it may stand the charter. */
function refIn(words: readonly string[]): { of?: ChangeRef; charter: { charter?: CharterName } } {
  const frame = words.map((word) => frameWords.get(word)).find((each) => each !== undefined);
  const [position] = numbersIn(words);
  const names = words.filter((word) => !ownWords.has(word) && !/^\d+$/.test(word));
  if (frame !== undefined) return { of: frame, charter: charterIn(names) };
  if (position !== undefined) return { of: byPosition(position), charter: charterIn(names) };
  const [first, second] = names;
  const named = second ?? first;
  if (named === undefined) return { charter: {} };
  return {
    of: { by: 'id', id: named as ValueId },
    charter: second === undefined ? {} : charterIn(names.slice(0, 1)),
  };
}

/** The card says both revisions. */
function versionIn(words: readonly string[]): Intent {
  const [version, over] = words.slice(-2);
  if (version === undefined || over === undefined) return { kind: 'revise' };
  return { kind: 'take-version', ...charterIn(words.slice(0, -2)), version, over };
}

const pageWords: ReadonlySet<string> = new Set(['page', 'página', 'pagina']);
const valueWords: ReadonlySet<string> = new Set(['value', 'valor']);
const themeWords: ReadonlySet<string> = new Set(['theme', 'themes', 'tema', 'temas']);
const upWords: ReadonlySet<string> = new Set(['up', 'arriba']);
const newWords: ReadonlySet<string> = new Set(['new', 'nuevo', 'nueva']);
const confirmations: ReadonlySet<string> = new Set(['yes', 'now', 'sí', 'si', 'ya']);
const linkWords: readonly string[] = ['to', 'from', 'in', 'and', 'a', 'de', 'desde', 'en', 'y', 'al'];

const sizeWords: ReadonlyMap<string, ChangeSize> = new Map([
  ...['spelling', 'ortografía', 'ortografia'].map((word) => [word, 'spelling'] as const),
  ...['clearer', 'clarity', 'claridad', 'claro', 'clara'].map((word) => [word, 'clearer'] as const),
  ...['meaning', 'sentido', 'significado'].map((word) => [word, 'meaning'] as const),
]);
const frameWords: ReadonlyMap<string, 'considerations' | 'lead-in'> = new Map([
  ...['considerations', 'consideraciones'].map((word) => [word, 'considerations'] as const),
  ...['lead-in', 'leadin', 'entrada'].map((word) => [word, 'lead-in'] as const),
]);

const ownWords: ReadonlySet<string> = new Set([
  ...[...pageWords, ...valueWords, ...themeWords, ...upWords, ...newWords, ...confirmations],
  ...[...linkWords, ...sizeWords.keys(), ...frameWords.keys()],
]);
