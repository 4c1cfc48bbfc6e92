import type { BlogIntent } from '../../app/blog/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/blog-action.ts` reads it back. */
export function blogFields(_intent: BlogIntent): Fields {
  throw new Error('not built yet');
}
