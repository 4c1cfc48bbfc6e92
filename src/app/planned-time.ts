import type { CharterName } from '../domain/charter.js';
import type { LocalTime } from './intent.js';
import type { Appointment } from '../domain/appointment.js';
import type { Ports } from './ports.js';
import { addDays, instantOf, localDay } from './zoned-time.js';

/** So far ahead something may be planned. */
const farthestDays = 2 * 365;

/** What became of the wish to do something at a time. */
export type Planned =
  | { readonly kind: 'planned'; readonly appointment: Appointment; readonly reminder?: Appointment }
  | NotPlanned;

export type NotPlanned =
  /** Nothing that can be read as a time, no day of the calendar, or too far ahead. */
  { readonly kind: 'time-unreadable' } | { readonly kind: 'time-past'; readonly timeZone: string };

/** The instant that is meant by a time on the wall; it has to lie ahead. */
export function plannedTime(
  time: LocalTime | 'unreadable',
  { now, timeZone }: { now: Date; timeZone: string },
): { readonly kind: 'time'; readonly at: Date } | NotPlanned {
  const at = time === 'unreadable' ? undefined : instantOf(time, timeZone);
  if (at === undefined) return { kind: 'time-unreadable' };
  if (at <= now) return { kind: 'time-past', timeZone };
  if (localDay(at, timeZone) > addDays(localDay(now, timeZone), farthestDays))
    return { kind: 'time-unreadable' };
  return { kind: 'time', at };
}

/** The zone in which the dates of a charter are meant. */
export async function zoneOf(
  { charters, manners }: Pick<Ports, 'charters' | 'manners'>,
  charter: CharterName,
): Promise<string> {
  return (await charters.find(charter))?.timeZone ?? manners.timeZone;
}
