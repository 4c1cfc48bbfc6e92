import type { Moment } from '../app/subject.js';
import type { Words } from '../words/catalogue.js';
import { plain } from './text.js';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** "Thursday 10 December 2026, 17:00 (Europe/Berlin)". */
export function momentText({ at, timeZone }: Moment, words: Words): string {
  const parts = partsOf(at, timeZone, words);
  const { weekday = '', time } = parts;
  const date = words.say('moments.weekday', { weekday, date: dateOf(parts, words) });
  return words.say('moments.moment', { date, time, zone: zoneText(timeZone) });
}

/** "10 December 2026, 17:00 (UTC)": for lists, where the day of the week helps nobody. */
export function shortMomentText({ at, timeZone }: Moment, words: Words): string {
  const parts = partsOf(at, timeZone, words);
  return words.say('moments.moment', {
    date: dateOf(parts, words),
    time: parts.time,
    zone: zoneText(timeZone),
  });
}

/** "10 December 2026", in UTC: for cards that are read in several time zones. */
export function dayText(at: string, words: Words): string {
  return dateOf(partsOf(at, 'UTC', words), words);
}

/** A zone as people say it: "America/New York". */
export function zoneText(timeZone: string): string {
  return plain(timeZone.replaceAll('_', ' '));
}

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> & { readonly time: string };

function dateOf({ day = '', month = '', year = '' }: Parts, words: Words): string {
  return words.say('moments.day', { day, month, year });
}

function partsOf(at: string, timeZone: string, { language }: Words): Parts {
  const parts = clockFor(language, timeZone).formatToParts(new Date(at));
  const named = Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Partial<Parts>;
  return { ...named, time: `${named.hour ?? ''}:${named.minute ?? ''}` };
}

/** Making one takes a hundred times as long as using it. */
function clockFor(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { ...shape, timeZone });
  clocks.set(key, made);
  return made;
}

const shape = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
