import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { readMyData } from './read-my-data.js';

/** How long the link to the file is good for. */
export const downloadMinutes = 15;

/** What the bot holds of whoever asks, in their personal chat, with a link to all of it as a file. */
export async function showMyData(
  ports: Ports,
  { member, place }: Speaker,
  intent: Extract<Intent, { kind: 'my-data' }>,
): Promise<View> {
  if (place.address.scope !== 'personal') return { kind: 'notice', what: 'my-data-in-public' };
  const now = ports.clock.now();
  const expiresAt = new Date(now.getTime() + downloadMinutes * 60_000).toISOString();
  const data = await readMyData(ports, member);
  const token = await ports.downloads.offer({ member, at: now.toISOString(), expiresAt });
  const timeZone = place.timeZone ?? ports.manners.timeZone;
  const address = ports.addresses.download(token);
  return { kind: 'my-data', ...data, address, timeZone, minutes: downloadMinutes, page: intent.page ?? 1 };
}
