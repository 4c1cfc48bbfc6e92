import { morningOf } from '../zoned-time.js';

/** Whether `2026-02-28` is written so, and on the calendar. */
export function isCalendarDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && morningOf(text, 'UTC') !== undefined;
}
