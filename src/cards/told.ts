import { inline } from './text.js';

/**
 * The card in plain words: to be heard, and to be read where it cannot be shown, with what to type there. Clients
 * take the second for Markdown.
 */
export function told(words: string, typed = ''): { readonly speak: string; readonly fallbackText: string } {
  return { speak: words, fallbackText: inline(`${words} ${typed}`) };
}
