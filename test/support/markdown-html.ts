import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const MarkdownIt = require('markdown-it') as new (options: { html: boolean }) => {
  render(text: string): string;
};
const renderer = new MarkdownIt({ html: true });

/** What a client makes of a TextBlock's text that knows all of CommonMark, HTML included: more than Teams does. */
function htmlOf(text: string): string {
  return renderer.render(text);
}

/** The tags in it, as they are written. */
export function tagsOf(text: string): readonly string[] {
  return htmlOf(text).match(/<[^>]*>/g) ?? [];
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** The words in it, as they are read. */
export function wordsOf(text: string): string {
  const words = htmlOf(text)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:lt|gt|amp|quot);/g, (name) => entities[name] ?? '');
  return words.replace(/\s+/g, ' ').trim();
}
