import { barFrom } from '../bar-from.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { showAdopt } from './adopt.js';
import { showFollowUp } from './amend-outcome.js';
import { giveConsent } from './give-consent.js';
import {
  adoptingKinds,
  adoptionKinds,
  type AdoptingIntent,
  type AdoptionIntent,
  type ConsentingIntent,
} from './intents.js';
import { showObjections } from './objections.js';
import { showEndConsent, showOpenConsent } from './open-consent.js';
import { showConsent } from './show-consent.js';
import { showOutcome } from './show-outcome.js';

export function isAdoption(intent: { readonly kind: string }): intent is AdoptionIntent {
  return (adoptionKinds as readonly string[]).includes(intent.kind);
}

/** Consent, outcome, review. */
export async function respondToAdoption(
  ports: Ports,
  speaker: Speaker,
  intent: AdoptionIntent,
): Promise<readonly View[]> {
  if (!isForFacilitators(intent)) return [await respondToMember(ports, speaker, intent)];
  return (await barFrom(ports, speaker)) ?? [await respondToFacilitator(ports, speaker, intent)];
}

function isForFacilitators(intent: AdoptionIntent): intent is AdoptingIntent {
  return (adoptingKinds as readonly string[]).includes(intent.kind);
}

function respondToMember(ports: Ports, speaker: Speaker, intent: ConsentingIntent): Promise<View> {
  switch (intent.kind) {
    case 'consent':
      return showConsent(ports, speaker, intent);
    case 'give-consent':
      return giveConsent(ports, speaker, intent);
    case 'objections':
      return showObjections(ports, speaker, intent);
    case 'outcome':
      return showOutcome(ports, speaker, intent);
  }
}

function respondToFacilitator(ports: Ports, speaker: Speaker, intent: AdoptingIntent): Promise<View> {
  switch (intent.kind) {
    case 'open-consent':
      return showOpenConsent(ports, speaker, intent);
    case 'end-consent':
      return showEndConsent(ports, speaker, intent);
    case 'adopt':
      return showAdopt(ports, speaker, intent);
    case 'follow-up':
      return showFollowUp(ports, speaker, intent);
  }
}
