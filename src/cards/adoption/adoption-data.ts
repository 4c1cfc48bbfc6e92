import type { AdoptionIntent } from '../../app/adoption/intents.js';
import type { Fields } from '../action-fields.js';

/**
 * What the button of such an intent carries beside its kind, its text and its value. `teams/adoption-action.ts` reads it
 * back. The client merges the card's inputs into it: `answer`, `reason`, `onValue`, `signed`, `adoptedOn`, `reviewOn`,
 * `followUps`.
 */
export function adoptionFields(intent: AdoptionIntent): Fields {
  switch (intent.kind) {
    case 'consent':
      return {};
    case 'give-consent': {
      const { answer, reason, signed, forReview, press } = intent;
      return { answer: answer === null ? 'none' : answer, reason, signed, forReview, press };
    }
    case 'objections':
      return { page: intent.page };
    case 'outcome':
      return { charter: intent.charter, page: intent.page };
    case 'open-consent':
    case 'end-consent':
      return { confirmed: intent.confirmed };
    case 'adopt': {
      const { confirmed, edit, adoptedOn, reviewOn, followUps } = intent;
      return { confirmed, edit, adoptedOn, reviewOn, followUps };
    }
    case 'follow-up': {
      const { charter, reviewOn, followUps } = intent;
      return { charter, reviewOn, followUps };
    }
  }
}
