import type { Words } from '../words/catalogue.js';

/** A command as help shows it: the first of the spellings that are understood. */
export function spellingOf(command: keyof Words['all']['commands'], words: Words): string {
  return words.all.commands[command].split(',')[0]?.trim() ?? command;
}
