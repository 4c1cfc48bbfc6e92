import type { Intent } from '../app/intent.js';

/** Keys of `commands` in the words. */
export const revisionCommands = [] as const;
export type RevisionCommand = (typeof revisionCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseRevisionWords(_command: RevisionCommand, _typed: string): Intent {
  throw new Error('not built yet');
}
