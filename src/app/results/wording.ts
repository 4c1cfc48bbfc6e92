import { createHash } from 'node:crypto';
import type { Value } from '../../domain/draft.js';

const length = 22;

/**
 * A digest of a value's words, by which figures of the same words are found again in other drafts. Another comma, capital
 * or blank makes no other words: members would answer as before, and the one who is new could be subtracted.
 */
export function wordingOf({ title, text }: Pick<Value, 'title' | 'text'>): string {
  const words = [title, text].map(lettersOf).join('\n');
  return createHash('sha256').update(words).digest('base64url').slice(0, length);
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Symbol}]/gu, '');
}
