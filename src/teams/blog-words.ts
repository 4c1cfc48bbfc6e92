import type { Intent } from '../app/intent.js';

/** Keys of `commands` in the words. */
export const blogCommands = [] as const;
export type BlogCommand = (typeof blogCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseBlogWords(_command: BlogCommand, _typed: string): Intent {
  throw new Error('not built yet');
}
