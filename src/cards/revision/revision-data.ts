import type { RevisionIntent } from '../../app/revision/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/revision-action.ts` reads it back. */
export function revisionFields(_intent: RevisionIntent): Fields {
  throw new Error('not built yet');
}
