/**
 * Markdown as it is read aloud: without the marks of emphasis, headings and quotes, links as their words. Paragraphs and
 * lists stay. Good enough to compare two texts for a reader; never to show one as Markdown.
 */
export function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, '')
    .replace(/(?<![\p{L}\p{N}\\])(\*\*|__|\*|_|~~|`)(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(\*|_|`)(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
