import type { Words } from '../../words/catalogue.js';
import { dayText } from '../moment.js';
import { inline, shorten } from '../text.js';

const typedShown = 20;

/** "24 November 2026", of a day of the calendar; what is none stays as it was typed. */
export function calendarDay(day: string, words: Words): string {
  const at = `${day}T12:00:00.000Z`;
  return Number.isNaN(Date.parse(at)) ? inline(shorten(day, typedShown)) : dayText(at, words);
}
