import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { adoptionKinds, type AdoptionIntent } from './intents.js';

export function isAdoption(intent: { readonly kind: string }): intent is AdoptionIntent {
  return (adoptionKinds as readonly string[]).includes(intent.kind);
}

/** Consent, outcome, review. */
export function respondToAdoption(
  _ports: Ports,
  _speaker: Speaker,
  _intent: AdoptionIntent,
): Promise<readonly View[]> {
  return Promise.reject(new Error('not built yet'));
}
