import type { Intent } from '../app/intent.js';

/** Keys of `commands` in the words. */
export const adoptionCommands = [] as const;
export type AdoptionCommand = (typeof adoptionCommands)[number];

/** What was typed. `typed`: what follows the command. */
export function parseAdoptionWords(_command: AdoptionCommand, _typed: string): Intent {
  throw new Error('not built yet');
}
