import { createHash } from 'node:crypto';
import type { Value } from '../../domain/draft.js';

const length = 22;

/** A digest of a value's words, by which figures of the same words are found again in other drafts. */
export function wordingOf({ title, text }: Pick<Value, 'title' | 'text'>): string {
  return createHash('sha256').update(`${title}\n${text}`).digest('base64url').slice(0, length);
}
