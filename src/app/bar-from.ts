import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/**
 * What to say instead to whoever may not ask for what facilitators may. They work in their personal chat, where nobody sees
 * a draft before it is published.
 */
export async function barFrom(ports: Ports, speaker: Speaker): Promise<readonly View[] | undefined> {
  if (!(await ports.facilitators.has(speaker.member))) return [{ kind: 'notice', what: 'for-facilitators' }];
  if (speaker.place.address.scope !== 'personal') return [{ kind: 'notice', what: 'in-personal-chat' }];
  await noteName(ports, speaker);
  return undefined;
}

/** Members read who facilitates. Whoever facilitates asks for what only they may; nobody else is written down. */
export async function noteName({ facilitators }: Ports, { member, name }: Speaker): Promise<void> {
  if (name !== undefined) await facilitators.noteName({ member, name });
}
