import { randomUUID } from 'node:crypto';
import type { CharterName } from '../domain/charter.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { LocalTime } from './intent.js';
import { plannedTime, zoneOf, type Planned } from './planned-time.js';
import type { Appointment } from '../domain/appointment.js';
import type { Ports } from './ports.js';
import { termsAnnouncement } from './process/terms-announcement.js';
import { addDays, instantOf } from './zoned-time.js';

const reminderDaysBefore = 2;
/** A reminder that would come so soon is left out: whoever hears of the date hears of it now. */
const leastMinutesAhead = 60;

type Needs = Pick<Ports, 'drafts' | 'charters' | 'appointments' | 'clock' | 'manners'>;

/**
 * Closes a draft later, and reminds before that, if there is time for it. Takes the place of what was planned before;
 * cards show the date from now on.
 */
export async function planClosing(
  ports: Needs,
  { draft, at: time, editor }: { draft: Draft; at: LocalTime | 'unreadable'; editor: string },
): Promise<Planned> {
  const { appointments, drafts, clock } = ports;
  const { id, charter } = draft;
  const now = clock.now();
  const timeZone = await zoneOf(ports, charter);
  const closing = plannedTime(time, { now, timeZone });
  if (closing.kind !== 'time') return closing;
  const make = async (kind: Appointment['kind'], instant: Date): Promise<Appointment> => {
    const at = instant.toISOString();
    const appointment: Appointment = { id: randomUUID(), kind, charter, draft: id, at, timeZone, editor };
    await appointments.make(appointment);
    return appointment;
  };
  const appointment = await make('close', closing.at);
  const remindAt = reminderTime(time, { now, timeZone });
  const reminder = remindAt && (await make('remind', remindAt));
  if (reminder === undefined) await appointments.cancel({ charter, kind: 'remind' });
  const at = now.toISOString();
  const announcement = termsAnnouncement(charter, at);
  await drafts.setClosing({ draft: id, closesAt: appointment.at, at, announcement });
  return { kind: 'planned', appointment, ...given({ reminder }) };
}

/** The draft stays open until somebody closes it. False when there was no date. */
export async function cancelClosing(
  { appointments, drafts, clock }: Pick<Ports, 'appointments' | 'drafts' | 'clock'>,
  charter: CharterName,
): Promise<boolean> {
  const draft = await drafts.latest(charter);
  const planned = await appointments.cancel({ charter, kind: 'close' });
  await appointments.cancel({ charter, kind: 'remind' });
  if (draft?.state !== 'open' || draft.closesAt === undefined) return planned;
  const at = clock.now().toISOString();
  const announcement = termsAnnouncement(charter, at);
  await drafts.setClosing({ draft: draft.id, closesAt: null, at, announcement });
  return true;
}

/** At the same time of day some days before, where that is still ahead. */
function reminderTime(
  time: LocalTime | 'unreadable',
  { now, timeZone }: { now: Date; timeZone: string },
): Date | undefined {
  if (time === 'unreadable') return undefined;
  const at = instantOf({ ...time, date: addDays(time.date, -reminderDaysBefore) }, timeZone);
  const earliest = now.getTime() + leastMinutesAhead * 60_000;
  return at !== undefined && at.getTime() > earliest ? at : undefined;
}
