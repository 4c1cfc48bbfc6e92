import { Temporal } from 'temporal-polyfill';
import type { QuietHours } from '../domain/place.js';
import type { LocalTime } from './intent.js';

/**
 * The end of the quiet time in which `now` lies, if it does: the next instant at which the clock on the wall there has
 * reached its end, and reads no quiet hour. Hours that begin when they end are none.
 */
export function endOfQuiet(now: Date, hours: QuietHours, timeZone: string): Date | undefined {
  let end = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  if (!isQuiet(end.toPlainTime(), hours)) return undefined;
  // Where a clock change skips the end, it may lead into the same quiet time again, or into the next.
  do end = nextEnd(end, hours);
  while (isQuiet(end.toPlainTime(), hours));
  return new Date(end.epochMilliseconds);
}

/**
 * `undefined` where there is no such day. A time that a clock change skips becomes as much later; of a time that it
 * brings twice, the first is meant.
 */
export function instantOf({ date, time }: LocalTime, timeZone: string): Date | undefined {
  const day = parseDay(date);
  if (day === undefined) return undefined;
  const there = day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone);
  return new Date(there.epochMilliseconds);
}

/** The date on the calendar there: `2026-11-22`. */
export function localDay(now: Date, timeZone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** When a day begins for people there; `undefined` where there is no such day. */
export function morningOf(date: string, timeZone: string): Date | undefined {
  return instantOf({ date, time: '08:00' as LocalTime['time'] }, timeZone);
}

/** From a day that is one, `2026-11-22`. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whether a name is one of the IANA time zones, as `Europe/Berlin` and `UTC` are. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function isQuiet(time: Temporal.PlainTime, { from, until }: QuietHours): boolean {
  const begun = Temporal.PlainTime.compare(time, from) >= 0;
  const over = Temporal.PlainTime.compare(time, until) >= 0;
  return from < until ? begun && !over : from > until && (begun || !over);
}

/** The next instant at which the clock reaches the end of the hours, or skips it. */
function nextEnd(now: Temporal.ZonedDateTime, { until }: QuietHours): Temporal.ZonedDateTime {
  const over = Temporal.PlainTime.compare(now.toPlainTime(), until) >= 0;
  const day = over ? now.toPlainDate().add({ days: 1 }) : now.toPlainDate();
  const end = day.toPlainDateTime(Temporal.PlainTime.from(until));
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    end.toZonedDateTime(now.timeZoneId, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (!first.toPlainDateTime().equals(end)) return first.getTimeZoneTransition('next') ?? last;
  return Temporal.ZonedDateTime.compare(first, now) > 0 ? first : last;
}

function parseDay(date: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  try {
    return Temporal.PlainDate.from(date, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
