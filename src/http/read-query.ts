import type { LocalTime } from '../app/intent.js';
import type { Audience } from '../domain/announcement.js';
import { parseTimeOfDay } from '../domain/place.js';
import { problem, type Problem } from './problem.js';

/** `2026-12-01T09:00`, or with a blank; whether there is such a day is for the calendar to say. */
export function readLocalTime(text: string): LocalTime | 'unreadable' {
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})$/i.exec(text.trim()) ?? [];
  const time = clock === undefined ? undefined : parseTimeOfDay(clock);
  return date === undefined || time === undefined ? 'unreadable' : { date, time };
}

const audiences: Readonly<Record<string, Audience>> = { everybody: 'all', affected: 'affected' };

/** Who is told, where the query says so. */
export function readAudience(
  tell: string | undefined,
): { readonly audience?: Audience; readonly problem?: undefined } | { readonly problem: Problem } {
  if (tell === undefined) return {};
  const audience = Object.hasOwn(audiences, tell) ? audiences[tell] : undefined;
  return audience === undefined
    ? { problem: problem(422, 'audience', 'Who is told is either everybody or affected') }
    : { audience };
}
