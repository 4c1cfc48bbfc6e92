import type { FeedbackIntent } from '../../app/feedback/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of such an intent carries beside its kind. `teams/feedback-action.ts` reads it back. */
export function feedbackFields(_intent: FeedbackIntent): Fields {
  throw new Error('not built yet');
}
