import { cancelPlanned, plannedFor } from '../app/appointments.js';
import type { AppointmentKind } from '../domain/appointment.js';
import type { Ports } from '../app/ports.js';
import { parseCharterName } from '../domain/charter.js';
import { ok, refused, type ApiAnswer } from './api-answer.js';
import { notFound, problem } from './problem.js';

/** What is planned for a charter, which the first of it may be yet to begin. */
export function createAppointmentsApi(ports: Ports) {
  return {
    readAppointments: (charter: string) => readAppointments(ports, charter),
    cancelAppointment: (charter: string, kind: string) => cancelAppointment(ports, charter, kind),
  };
}

async function readAppointments(ports: Ports, name: string): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  if (charter === undefined) return refused(notFound);
  const planned = await plannedFor(ports, charter);
  if (planned.length === 0 && (await ports.charters.find(charter)) === undefined) return refused(notFound);
  const appointments = planned.map(({ kind, number, at, timeZone }) => ({
    ...{ charter, kind, draft: number ?? null, at, timeZone },
  }));
  return ok(200, { appointments });
}

async function cancelAppointment(ports: Ports, name: string, kind: string): Promise<ApiAnswer> {
  const charter = parseCharterName(name);
  if (charter === undefined || !isKind(kind)) return refused(notFound);
  if (await cancelPlanned(ports, { charter, kind })) return ok(200, { charter, kind, cancelled: true });
  return refused(problem(404, 'no-appointment', 'Nothing of this kind is planned'));
}

const kinds: readonly string[] = ['publish', 'remind', 'close'] satisfies readonly AppointmentKind[];

function isKind(text: string): text is AppointmentKind {
  return kinds.includes(text);
}
