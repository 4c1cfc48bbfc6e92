import type { Announcement } from '../../domain/announcement.js';
import type { Charter } from '../../domain/charter.js';
import type { Draft } from '../../domain/draft.js';
import { given } from '../../domain/given.js';
import type { Ports } from '../ports.js';
import type { Moment } from '../subject.js';
import { isOpen } from './find-proposal.js';
import type { AnnouncedAdoption } from './views.js';

/** Nothing where nothing was proposed or adopted. */
export async function announcedAdoption(
  { adoption }: Pick<Ports, 'adoption'>,
  { kind }: Pick<Announcement, 'kind'>,
  { name, timeZone, sealedAt }: Charter,
  draft: Pick<Draft, 'id'> | undefined,
): Promise<AnnouncedAdoption | undefined> {
  const round = kind === 'consent' && draft !== undefined ? await adoption.round(draft.id) : undefined;
  const outcome = sealedAt === undefined ? undefined : await adoption.outcome(name);
  if (kind !== 'consent' && outcome === undefined) return undefined;
  const closes = isOpen(round) ? { at: round.closesAt, timeZone } : undefined;
  return given({ closes, outcome });
}

/** Where a charter stands on the way to adoption; asked only where something can be. */
export async function adoptionStanding(
  { adoption }: Pick<Ports, 'adoption'>,
  { name, timeZone, sealedAt }: Charter,
  draft: Pick<Draft, 'id' | 'state'> | undefined,
): Promise<{ readonly adoptedOn?: string; readonly consent?: Moment }> {
  if (sealedAt !== undefined) return given({ adoptedOn: (await adoption.outcome(name))?.adoptedOn });
  if (draft?.state !== 'closed') return {};
  const round = await adoption.round(draft.id);
  return isOpen(round) ? { consent: { at: round.closesAt, timeZone } } : {};
}
