import type {
  CommentDraft,
  CommentIntent,
  ModerationDecision,
  ModerationIntent,
} from '../../app/comments/intents.js';
import type { Fields } from '../action-fields.js';

/** What the button of an intent about comments carries beside its kind, its text and its value. */
export function commentFields(intent: CommentIntent | ModerationIntent): Fields {
  switch (intent.kind) {
    case 'comment':
      return { ...draftFields(intent.draft), inDialog: intent.inDialog };
    case 'send-comment':
      return { ...draftFields(intent.draft), press: intent.press, forReview: intent.forReview };
    case 'comments':
      return { page: intent.page };
    case 'support': {
      const { comment, vote, page } = intent;
      return { comment, vote: vote === null ? 'none' : vote, page };
    }
    case 'receipt':
      return { code: intent.code };
    case 'appeal':
      return { code: intent.code, appealText: intent.text };
    case 'policy':
      return {};
    case 'moderation':
      return { charter: intent.charter, page: intent.page };
    case 'moderate':
      return { comment: intent.comment, ...decisionFields(intent.decision) };
  }
}

/** The form leaves these to its inputs; the card that asks which charter is meant takes them along. */
function draftFields({ sort, text, signed }: CommentDraft): Fields {
  return { sort, text, signed };
}

function decisionFields(decision: ModerationDecision): Fields {
  switch (decision.kind) {
    case 'hide':
      return { decision: decision.kind, reason: decision.reason };
    case 'merge':
      return { decision: decision.kind, into: decision.into };
    case 'keep-apart':
      return { decision: decision.kind, from: decision.from };
    default:
      return { decision: decision.kind };
  }
}
