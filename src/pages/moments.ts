import type { Moment } from '../app/subject.js';
import type { Words } from '../words/catalogue.js';
import { html, type Html } from './html.js';

/** "24 November 2026, 17:00 (Europe/Berlin)", to be read by machines too. */
export function timed(moment: Moment, words: Words): Html {
  return html`<time datetime="${moment.at}">${momentText(moment, words)}</time>`;
}

/** The same inside a sentence. */
export function momentText({ at, timeZone }: Moment, words: Words): string {
  const { day = '', month = '', year = '', hour = '', minute = '' } = partsOf(at, timeZone, words);
  const date = words.say('moments.day', { day, month, year });
  return words.say('moments.moment', {
    date,
    time: `${hour}:${minute}`,
    zone: timeZone.replaceAll('_', ' '),
  });
}

/** "24 November 2026", of a day or of an instant in UTC. */
export function dayText(at: string, words: Words): string {
  const { day = '', month = '', year = '' } = partsOf(at, 'UTC', words);
  return words.say('moments.day', { day, month, year });
}

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

function partsOf(at: string, timeZone: string, { language }: Words): Parts {
  const parts = new Intl.DateTimeFormat(language, { ...shape, timeZone }).formatToParts(new Date(at));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

const shape = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;
