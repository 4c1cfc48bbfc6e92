import { feedbackViewKinds, type FeedbackView } from '../../app/feedback/views.js';
import type { Reader, Rendered } from '../card.js';

export function isFeedbackView(view: { readonly kind: string }): view is FeedbackView {
  return (feedbackViewKinds as readonly string[]).includes(view.kind);
}

export function renderFeedback(_view: FeedbackView, _reader: Reader): Rendered {
  throw new Error('not built yet');
}
