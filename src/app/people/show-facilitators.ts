import { randomBytes } from 'node:crypto';

import { given } from '../../domain/given.js';
import { parseReceiptCode, receiptCodeFrom, receiptLength } from '../../domain/receipt-code.js';
import { noteName } from '../bar-from.js';
import type { Ports } from '../ports.js';
import { timeZoneOf } from '../settings.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { FacilitatorsIntent, LedgerIntent } from './intents.js';
import type { FacilitatorsView, ListedFacilitator } from './views.js';

const invitationDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** Who facilitates, to look at and to change. */
export async function showFacilitators(
  ports: Ports,
  speaker: Speaker,
  just?: FacilitatorsView['just'],
): Promise<View> {
  return {
    kind: 'facilitators',
    listed: await listed(ports, speaker),
    everybody: ports.manners.everybodyFacilitates === true,
    ...given({ just }),
  };
}

/** Asks first; then they facilitate no more, unless too few would be left. */
export async function removeFacilitator(
  ports: Ports,
  speaker: Speaker,
  { mark, confirmed }: Extract<FacilitatorsIntent, { kind: 'remove-facilitator' }>,
): Promise<View> {
  if (mark === undefined) return showFacilitators(ports, speaker, 'nobody-chosen');
  const wanted = mark.toLowerCase();
  const all = await ports.facilitators.listed();
  const found = all.find((each) => each.mark.toLowerCase() === wanted);
  if (found === undefined) return showFacilitators(ports, speaker, 'unknown');
  const { member, name } = found;
  if (!confirmed)
    return { kind: 'removing', mark: found.mark, own: member === speaker.member, ...given({ name }) };
  const at = ports.clock.now().toISOString();
  return showFacilitators(ports, speaker, await ports.facilitators.remove({ member, at }));
}

/** Whoever gets the code and writes it here facilitates from then on. */
export async function inviteFacilitator(ports: Ports, speaker: Speaker): Promise<View> {
  const code = receiptCodeFrom(randomBytes(receiptLength));
  const until = new Date(ports.clock.now().getTime() + invitationDays * dayMs).toISOString();
  await ports.facilitators.invite({ code, until });
  return { kind: 'invitation', code, until: { at: until, timeZone: await timeZoneOf(ports, speaker) } };
}

/** In a personal chat alone: whoever reads the code could take it up. */
export async function acceptInvitation(
  ports: Ports,
  speaker: Speaker,
  { code: typed }: Extract<LedgerIntent, { kind: 'accept' }>,
): Promise<View> {
  const { member, place } = speaker;
  if (place.address.scope !== 'personal' || speaker.overheard)
    return { kind: 'people-notice', what: 'invitation-in-public' };
  if ((await ports.facilitators.listed()).some((each) => each.member === member))
    return { kind: 'people-notice', what: 'facilitating-already' };
  if (typed === undefined) return { kind: 'accept-invitation' };
  const code = parseReceiptCode(typed);
  const at = ports.clock.now().toISOString();
  if (code === undefined || !(await ports.facilitators.accept({ code, member, at })))
    return { kind: 'accept-invitation', wrong: typed };
  await noteName(ports, speaker);
  return { kind: 'people-notice', what: 'facilitating' };
}

async function listed({ facilitators }: Ports, speaker: Speaker): Promise<readonly ListedFacilitator[]> {
  const all = await facilitators.listed();
  return all.map(({ mark, name, member }) => ({ mark, own: member === speaker.member, ...given({ name }) }));
}
