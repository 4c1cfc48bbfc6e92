import type { Intent } from '../app/intent.js';

/** Keys of `commands` in the words. */
export const feedbackCommands = [] as const;
export type FeedbackCommand = (typeof feedbackCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseFeedbackWords(_command: FeedbackCommand, _typed: string): Intent {
  throw new Error('not built yet');
}
