import type { Intent } from '../app/intent.js';

/** What a button asks for; nothing when it is none of these. */
export function parseFeedbackAction(_input: unknown): Intent | undefined {
  return undefined;
}
