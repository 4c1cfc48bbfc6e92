import type { Charter, CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { findCharter, found, instead, type Found } from './find-text.js';
import type { Intent } from './intent.js';
import { cancelClosing } from './plan-closing.js';
import type { Appointment } from '../domain/appointment.js';
import { facilitators, type Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { AppointmentsView, View } from './views.js';

/** What is planned for a charter, in the order of time. */
export async function showAppointments(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'appointments' }>,
): Promise<View> {
  const charter = await findPlanned(ports, speaker, intent);
  if (charter.kind === 'instead') return charter.view;
  return { kind: 'appointments', charter: charter.it, appointments: await plannedFor(ports, charter.it) };
}

/** Takes back what is planned; without its closing, a draft needs no reminder of it either. */
export async function cancelAppointment(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'cancel-appointment' }>,
): Promise<View> {
  const charter = await findPlanned(ports, speaker, intent);
  if (charter.kind === 'instead') return charter.view;
  const { appointment } = intent;
  const cancelled = await cancelPlanned(ports, { charter: charter.it, kind: appointment });
  return { kind: 'notice', what: cancelled ? 'appointment-cancelled' : 'no-appointment', appointment };
}

/** False when there is nothing of the kind. */
export function cancelPlanned(
  ports: Pick<Ports, 'appointments' | 'drafts' | 'clock'>,
  { charter, kind }: Pick<Appointment, 'charter' | 'kind'>,
): Promise<boolean> {
  return kind === 'close' ? cancelClosing(ports, charter) : ports.appointments.cancel({ charter, kind });
}

/** Appointments with the number of the draft that each is about, or publishes. */
export async function plannedFor(
  { appointments, drafts, readPost }: Pick<Ports, 'appointments' | 'drafts' | 'readPost'>,
  charter: CharterName,
): Promise<AppointmentsView['appointments']> {
  const [planned, latest] = await Promise.all([appointments.of(charter), drafts.latest(charter)]);
  const numberOf = ({ kind, source = '', draft }: Appointment): number | undefined => {
    if (kind !== 'publish') return draft === latest?.id ? latest?.number : undefined;
    const reading = readPost(source);
    const hasValues = reading.kind === 'read' && reading.post.values.length > 0;
    return hasValues ? (latest?.number ?? 0) + 1 : undefined;
  };
  return planned.map((appointment) => {
    const { kind, at, timeZone } = appointment;
    return { kind, at, timeZone, ...given({ number: numberOf(appointment) }) };
  });
}

/** A charter, also one of which nothing was published yet; asks which when there are several. */
async function findPlanned(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'appointments' | 'cancel-appointment' }>,
): Promise<Found<CharterName>> {
  const begun = await firstPosts(ports);
  const { charter: name } = intent;
  if (name !== undefined) {
    const isBegun = begun.some((each) => each.name === name);
    if (isBegun || (await ports.appointments.of(name)).length > 0) return found(name);
  } else if (begun.length > 0) {
    const charters = [...(await ports.charters.all()), ...begun];
    const [first, second] = charters;
    if (first !== undefined && second === undefined) return found(first.name);
    return instead({ kind: 'choose-charter', charters, intent });
  }
  const charter = await findCharter(ports, speaker, name, intent);
  return charter.kind === 'found' ? found(charter.it.name) : charter;
}

/** Charters that facilitators write the first post of. */
async function firstPosts({
  workingCopies,
  charters,
  readPost,
}: Pick<Ports, 'workingCopies' | 'charters' | 'readPost'>): Promise<
  readonly Pick<Charter, 'name' | 'title'>[]
> {
  const published = new Set((await charters.all()).map(({ name }) => name));
  const first = (await workingCopies.of(facilitators)).filter(({ charter }) => !published.has(charter));
  return first.map(({ charter: name, source }) => {
    const reading = readPost(source);
    return { name, title: reading.kind === 'read' ? reading.post.title : name };
  });
}
