import type { AnnouncementId } from '../../domain/announcement.js';
import type { Appointment } from '../../domain/appointment.js';
import type { Draft } from '../../domain/draft.js';
import type { Ports } from '../ports.js';

/** Its id is the appointment's, so that it is told once. */
export async function announceReview(
  { adoption, clock }: Pick<Ports, 'adoption' | 'clock'>,
  { id }: Pick<Appointment, 'id'>,
  draft: Pick<Draft, 'id' | 'charter' | 'state'>,
): Promise<void> {
  if (draft.state !== 'adopted') return;
  await adoption.announceReview({
    id: id as AnnouncementId,
    charter: draft.charter,
    kind: 'review',
    draft: draft.id,
    audience: 'all',
    at: clock.now().toISOString(),
  });
}
