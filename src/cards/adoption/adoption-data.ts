import type { AdoptionIntent } from '../../app/adoption/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/adoption-action.ts` reads it back. */
export function adoptionFields(_intent: AdoptionIntent): Fields {
  throw new Error('not built yet');
}
