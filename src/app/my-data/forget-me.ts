import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { pseudonymsOf, readMyData } from './read-my-data.js';

/** Says what goes and what stays, and forgets whoever is sure. From then on the bot meets them for the first time. */
export async function forgetMe(
  ports: Ports,
  { member, place }: Speaker,
  intent: Extract<Intent, { kind: 'forget-me' }>,
): Promise<View> {
  if (place.address.scope !== 'personal') return { kind: 'notice', what: 'my-data-in-public' };
  const { kept, charters, sealed } = await readMyData(ports, member);
  const inProgress = charters.map(({ charter }) => charter);
  const view = { kind: 'forget', sealed, inProgress, roles: kept.roles } as const;
  if (!intent.confirmed) return view;
  const { pseudonyms } = await pseudonymsOf(ports, member);
  await ports.personalData.forget({ member, pseudonyms, at: ports.clock.now().toISOString() });
  return { ...view, done: true };
}
