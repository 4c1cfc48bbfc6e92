/** What a link's address is to us: only `kept` ones stay links. */
export type LinkTarget = 'kept' | 'empty-link' | 'relative-link' | 'refused-link';

/** Browsers drop blanks and control characters from an address before they look at its scheme, and so do we. */
export function linkTarget(url: string): LinkTarget {
  const seen = url.replace(/[\s\p{C}]/gu, '');
  if (seen === '') return 'empty-link';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(seen)) return 'relative-link';
  return /^(?:https?:\/\/[^/\s]|mailto:[^\s])/i.test(url) ? 'kept' : 'refused-link';
}
