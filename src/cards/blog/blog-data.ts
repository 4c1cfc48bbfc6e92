import type { BlogIntent } from '../../app/blog/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/blog-action.ts` reads it back. */
export function blogFields({ charter, part }: BlogIntent): Fields {
  return { charter, part };
}
