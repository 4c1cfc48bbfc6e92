import type { Intent } from '../app/intent.js';

/** Keys of `commands` in the words. */
export const peopleCommands = [] as const;
export type PeopleCommand = (typeof peopleCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parsePeopleWords(_command: PeopleCommand, _typed: string): Intent {
  throw new Error('not built yet');
}
