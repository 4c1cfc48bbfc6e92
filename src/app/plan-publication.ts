import { randomUUID } from 'node:crypto';
import { given } from '../domain/given.js';
import type { LocalTime } from './intent.js';
import { plannedTime, type Planned } from './planned-time.js';
import type { Appointment } from '../domain/appointment.js';
import type { Ports } from './ports.js';
import type { ToPublish } from './publish-draft.js';

/** Publishes a text later, as it is now; takes the place of what the charter had planned before. */
export async function planPublication(
  { appointments, clock, manners }: Pick<Ports, 'appointments' | 'clock' | 'manners'>,
  input: Pick<ToPublish, 'charter' | 'composed' | 'source' | 'audience' | 'timeZone'> & {
    readonly at: LocalTime | 'unreadable';
    /** A member's id, or `api:` and the name of an API token. */
    readonly editor: string;
  },
): Promise<Planned> {
  const { charter, source, editor } = input;
  const timeZone = input.composed.timeZone ?? input.timeZone ?? manners.timeZone;
  const time = plannedTime(input.at, { now: clock.now(), timeZone });
  if (time.kind !== 'time') return time;
  const appointment: Appointment = {
    id: randomUUID(),
    kind: 'publish',
    charter,
    at: time.at.toISOString(),
    timeZone,
    editor,
    source,
    ...given({ audience: input.audience }),
  };
  await appointments.make(appointment);
  return { kind: 'planned', appointment };
}
