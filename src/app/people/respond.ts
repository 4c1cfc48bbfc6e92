import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { peopleKinds, type PeopleIntent } from './intents.js';

export function isPeople(intent: { readonly kind: string }): intent is PeopleIntent {
  return (peopleKinds as readonly string[]).includes(intent.kind);
}

/** The ledger, facilitators, second facilitators. */
export function respondToPeople(
  _ports: Ports,
  _speaker: Speaker,
  _intent: PeopleIntent,
): Promise<readonly View[]> {
  return Promise.reject(new Error('not built yet'));
}
