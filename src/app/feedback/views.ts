import type { Subject } from '../subject.js';

export type FeedbackView = FeedbackPendingView;

interface FeedbackPendingView {
  readonly kind: 'feedback-pending';
  readonly subject?: Subject;
}

export const feedbackViewKinds = ['feedback-pending'] as const satisfies readonly FeedbackView['kind'][];
