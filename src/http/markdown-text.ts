/** Somebody's words on one line of a Markdown file, taken for nothing but words; also in a table. */
export function asText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
