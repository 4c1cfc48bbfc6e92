import { randomUUID } from 'node:crypto';
import type { AnnouncementId } from '../domain/announcement.js';
import type { Draft } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { log } from '../log.js';
import { announceReview } from './adoption/announce-review.js';
import { endConsent } from './adoption/open-consent.js';
import { closeDraft } from './close-draft.js';
import { compose } from './compose-draft.js';
import type { Appointment } from '../domain/appointment.js';
import type { Ports } from './ports.js';
import { publishAsPlanned } from './publish-draft.js';
import { reminderOf } from './remind-members.js';

type Needs = Pick<
  Ports,
  | 'appointments'
  | 'charters'
  | 'drafts'
  | 'workingCopies'
  | 'announcements'
  | 'clock'
  | 'manners'
  | 'readPost'
  | 'themes'
  | 'adoption'
>;

/**
 * Does what is due, each exactly once, however many processes look and whenever one of them dies. What fails through a
 * fault of ours is due again, and holds up nothing else. Answers how many were kept.
 */
export async function keepAppointments(ports: Needs): Promise<number> {
  let kept = 0;
  for (const appointment of await ports.appointments.due(ports.clock.now().toISOString())) {
    try {
      if (!(await keep(ports, appointment))) continue;
      kept += 1;
      log.info({ appointment: appointment.kind }, 'an appointment was kept');
    } catch (error) {
      log.error({ err: error, appointment: appointment.kind }, 'an appointment is yet to be kept');
    }
  }
  return kept;
}

/** False when there is nothing to do any more, or not yet. */
async function keep(ports: Needs, appointment: Appointment): Promise<boolean> {
  const { id, charter } = appointment;
  const standing = await ports.appointments.of(charter);
  if (!standing.some((each) => each.id === id)) return false;
  const isDone = await doIt(ports, appointment);
  if (isDone) await ports.appointments.kept(id);
  return isDone;
}

async function doIt(ports: Needs, appointment: Appointment): Promise<boolean> {
  if (appointment.kind === 'publish') return publish(ports, appointment);
  const draft = appointment.draft && (await ports.drafts.find(appointment.draft));
  if (!draft) return true;
  switch (appointment.kind) {
    case 'close':
      if (draft.state === 'open') await closeDraft(ports, draft);
      return true;
    case 'remind':
      if (draft.state === 'open') await remind(ports, appointment, draft);
      return true;
    case 'end-consent':
      await endConsent(ports, draft);
      return true;
    case 'review':
      await announceReview(ports, appointment, draft);
      return true;
  }
}

/**
 * False when another publication came first: then the text is set beside that one. In a charter that was sealed
 * meanwhile nothing can follow, and the text is its editor's again.
 */
async function publish(ports: Needs, appointment: Appointment): Promise<boolean> {
  const { id, charter, source = '', timeZone, audience } = appointment;
  const reading = ports.readPost(source);
  if (reading.kind === 'refused') {
    await giveBack(ports, appointment);
    return true;
  }
  const { outcome } = await publishAsPlanned(ports, {
    charter,
    composed: await compose(ports, charter, reading.post),
    source,
    timeZone,
    appointment: id,
    request: { key: `appointment:${id}`, fingerprint: id },
    ...given({ audience, workingCopy: await sameWorkingCopy(ports, appointment) }),
  });
  if (outcome.kind === 'sealed') await giveBack(ports, appointment);
  return outcome.kind !== 'overtaken';
}

/** The editor's working copy, if it is what is published now: then it is not needed any more. */
async function sameWorkingCopy(
  { workingCopies }: Needs,
  { charter, editor, source }: Appointment,
): Promise<{ editor: string; revision: string } | undefined> {
  const copy = await workingCopies.find({ charter, editor });
  if (copy === undefined || copy.source !== source) return undefined;
  return { editor, revision: copy.revision };
}

/**
 * A text that this version cannot read any more, or whose charter is sealed, is not lost: it is its editor's working copy again, where they have
 * not written a newer one, and looking at it tells them what to change.
 */
async function giveBack(
  { workingCopies, clock }: Needs,
  { charter, editor, source = '' }: Appointment,
): Promise<void> {
  log.warn('a text could not be published at its time and was given back');
  if ((await workingCopies.find({ charter, editor })) !== undefined) return;
  const savedAt = clock.now().toISOString();
  await workingCopies.save({ charter, editor, source, revision: randomUUID(), savedAt }, 'any');
}

/** Its id is the appointment's, so that it is told once. Nobody is reminded of what is over. */
async function remind({ announcements, clock }: Needs, { id }: Appointment, draft: Draft): Promise<void> {
  const at = clock.now();
  if (draft.closesAt !== undefined && draft.closesAt <= at.toISOString()) return;
  await announcements.announce(reminderOf(draft, { id: id as AnnouncementId, at }));
}
