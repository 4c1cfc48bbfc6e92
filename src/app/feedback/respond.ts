import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { feedbackKinds, type FeedbackIntent } from './intents.js';

export function isFeedback(intent: { readonly kind: string }): intent is FeedbackIntent {
  return (feedbackKinds as readonly string[]).includes(intent.kind);
}

/** Themes, answers, and what was done. */
export function respondToFeedback(
  _ports: Ports,
  _speaker: Speaker,
  _intent: FeedbackIntent,
): Promise<readonly View[]> {
  return Promise.reject(new Error('not built yet'));
}
