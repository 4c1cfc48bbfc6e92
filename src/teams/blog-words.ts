import { blogParts, type BlogPart } from '../app/blog/intents.js';
import type { Intent } from '../app/intent.js';
import { parseCharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { languages, wordsFor } from '../words/catalogue.js';

/** Keys of `commands` in the words. */
export const blogCommands = ['blog'] as const;
export type BlogCommand = (typeof blogCommands)[number];

/** Each language's words work everywhere. */
const parts: ReadonlyMap<string, BlogPart> = new Map(
  languages.flatMap((language) =>
    blogParts.map((part) => [wordsFor(language).all.blog.spellings[part], part] as const),
  ),
);

/** What was typed: `blog`, `blog post`, `blog garden changes`. `typed`: what follows the command. */
export function parseBlogWords(command: BlogCommand, typed: string): Intent {
  const words = typed
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/[.!?]+$/, ''))
    .filter((word) => word !== '');
  const part = words.map((word) => parts.get(word)).findLast((each) => each !== undefined);
  const charter = words
    .filter((word) => !parts.has(word))
    .map(parseCharterName)
    .find((each) => each !== undefined);
  return { kind: command, ...given({ charter, part }) };
}
