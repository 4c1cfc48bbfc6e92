import { given } from '../domain/given.js';
import { everyCharter } from '../domain/place.js';
import { notePlace } from './arrive.js';
import { findCharter } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { endPause } from './settings.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/**
 * Begins or ends what a place hears: of one charter where it is named, else of all, those to come included. To begin
 * ends a pause too, or it would not be true that the place hears it from now on.
 */
export async function subscribe(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'subscribe' | 'unsubscribe' }>,
): Promise<View> {
  const { charter } = intent;
  if (charter !== undefined) {
    const known = await findCharter(ports, speaker, charter, intent);
    if (known.kind === 'instead') return known.view;
  }
  await notePlace(ports, speaker.place);
  await ports.places.subscribe({
    place: speaker.place.id,
    charter: charter ?? everyCharter,
    state: intent.kind === 'subscribe' ? 'active' : 'stopped',
    at: ports.clock.now().toISOString(),
  });
  if (intent.kind === 'subscribe') await endPause(ports, speaker);
  const what = intent.kind === 'subscribe' ? 'subscribed' : 'unsubscribed';
  return { kind: 'notice', what, scope: speaker.place.address.scope, ...given({ charter }) };
}
