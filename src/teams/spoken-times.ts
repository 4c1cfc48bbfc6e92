import type { LocalTime, PauseEnd } from '../app/intent.js';
import { parseQuietHours, parseTimeOfDay, type QuietHours, type TimeOfDay } from '../domain/place.js';

/** When something planned for a day begins, if no time is said. */
export const usualBeginning = '09:00' as TimeOfDay;
/** And when it ends. */
export const usualEnd = '17:00' as TimeOfDay;

/** A day and a time of day, as typed or as a card's inputs tell them. `usual` is meant where only a day is given. */
export function readLocalTime(
  { date, time }: { date: string | undefined; time: string | undefined },
  usual: TimeOfDay,
): LocalTime | 'unreadable' {
  const parsed = time === undefined ? usual : parseTimeOfDay(time);
  return date === undefined || parsed === undefined || !isDay(date) ? 'unreadable' : { date, time: parsed };
}

/** In the shape of one; the calendar is not asked. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The time that is said among other words, and those words. Whatever begins with a digit is meant as a time. */
export function takeTime(
  words: readonly string[],
  usual: TimeOfDay,
): { at?: LocalTime | 'unreadable'; others: readonly string[] } {
  const { taken, others } = take(words, (word) => /^\d/.test(word));
  if (taken.length === 0) return { others };
  const dates = taken.filter(isDay);
  const times = taken.filter((word) => !isDay(word));
  const several = dates.length > 1 || times.length > 1;
  return { at: several ? 'unreadable' : readLocalTime({ date: dates[0], time: times[0] }, usual), others };
}

/** The words that are wanted, without those that only lead to them: `at 9:00`, `a las 9:00`, `a todos`. */
export function take(
  words: readonly string[],
  wanted: (word: string) => boolean,
): { taken: readonly string[]; others: readonly string[] } {
  const taken: string[] = [];
  const others: string[] = [];
  let leading = false;
  for (const word of words.toReversed()) {
    if (wanted(word)) taken.unshift(word);
    else if (!leading || !leadingWords.has(word)) others.unshift(word);
    leading = wanted(word) || (leading && leadingWords.has(word));
  }
  return { taken, others };
}

const leadingWords: ReadonlySet<string> = new Set(['at', 'on', 'to', 'for', 'el', 'a', 'las', 'para']);

/** `2 weeks`, `until 2026-12-24`, `tomorrow`; nothing where nothing is said. */
export function readPauseEnd(words: readonly string[]): PauseEnd | 'unreadable' | undefined {
  const said = words.filter((word) => !lastingWords.has(word));
  const [first, unit, ...more] = said;
  if (first === undefined) return undefined;
  if (more.length > 0) return 'unreadable';
  if (unit === undefined) {
    if (tomorrow.test(first)) return { days: 1 };
    return isDay(first) ? { date: first } : 'unreadable';
  }
  const count = one.test(first) ? 1 : /^\d{1,3}$/.test(first) ? Number(first) : undefined;
  const length = units.find(([pattern]) => pattern.test(unit))?.[1];
  return count === undefined || length === undefined ? 'unreadable' : { days: count * length };
}

const lastingWords: ReadonlySet<string> = new Set([
  ...['until', 'till', 'to', 'for', 'hasta', 'el', 'de', 'por', 'durante'],
]);
const tomorrow = /^(?:tomorrow|mañana|manana)$/;
const one = /^(?:a|one|un|una)$/;
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|d[ií]as?)$/, 1],
  [/^(?:weeks?|semanas?)$/, 7],
  [/^(?:months?|mes|meses)$/, 30],
];

/** `20:00-8:00`, `from 20 to 8`, `off`; nothing where nothing is said. */
export function readQuietHours(words: readonly string[]): QuietHours | 'off' | 'unreadable' | undefined {
  const text = words.join(' ');
  if (text === '') return undefined;
  if (noHours.test(text)) return 'off';
  const [from, until, ...more] = text.match(/\d[\d:]*/g) ?? [];
  const between = text.replace(/\d[\d:]*/g, ' ').split(/[\s–—-]+/);
  const understood = more.length === 0 && between.every((word) => word === '' || hourWords.has(word));
  if (!understood || from === undefined || until === undefined) return 'unreadable';
  return parseQuietHours(from, until) ?? 'unreadable';
}

const noHours = /^(?:off|no|none|never|nunca|ninguna|ninguno|desactivar|desactivado|apagar)$/;
const hourWords: ReadonlySet<string> = new Set([
  ...['from', 'to', 'until', 'till', 'between', 'and'],
  ...['de', 'desde', 'a', 'las', 'hasta', 'entre', 'y'],
]);
