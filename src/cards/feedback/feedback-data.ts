import type { FeedbackIntent } from '../../app/feedback/intents.js';
import type { Fields } from '../action-fields.js';

/** Before the id of what came from outside, where it stands among comments. */
export const outsideMark = 'o:';

/** What the button of such an intent carries beside its kind. `teams/feedback-action.ts` reads it back. */
export function feedbackFields(intent: FeedbackIntent): Fields {
  const { charter } = intent;
  switch (intent.kind) {
    case 'feedback':
    case 'themes':
      return { charter, page: intent.page };
    case 'theme':
    case 'edit-theme':
      return { charter, number: intent.number, page: intent.page };
    case 'save-theme':
      return { charter, ...themeFields(intent) };
    case 'drop-theme':
      return { charter, number: intent.number, confirmed: intent.confirmed };
    case 'outside':
      return { charter };
    case 'save-outside': {
      const { source, label, people, day, text, press } = intent;
      return { charter, source, label, people, day, text, press };
    }
    case 'drop-outside':
      return { charter, outside: intent.outside };
    case 'answer-theme':
      return { charter, number: intent.number };
    case 'save-answer': {
      const { number, status, reason, followUp: { what, owner, due } = {} } = intent;
      return { charter, number, status, reason, what, owner, due };
    }
    case 'tell-answers':
      return { charter, confirmed: intent.confirmed };
  }
}

/** The form leaves what is chosen to its inputs; the card that asks which charter is meant takes it along. */
function themeFields(intent: Extract<FeedbackIntent, { kind: 'save-theme' }>): Fields {
  const { number, title, comments, outside, shown, page, press } = intent;
  const chosen = [...(comments ?? []), ...(outside ?? []).map((id) => outsideMark + id)].join(',');
  return {
    ...{ number, title, page, press },
    chosen: comments === undefined && outside === undefined ? undefined : chosen,
    shown: shown?.join(','),
  };
}
