import type { PeopleIntent } from '../../app/people/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/people-action.ts` reads it back. */
export function peopleFields(_intent: PeopleIntent): Fields {
  throw new Error('not built yet');
}
