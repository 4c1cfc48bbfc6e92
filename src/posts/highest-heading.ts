import { parseMarkdown } from './markdown.js';

/** The level of the highest heading in a text; 7 without any. */
export function highestHeading(text: string): number {
  const depths = parseMarkdown(text).children.map((node) => (node.type === 'heading' ? node.depth : 7));
  return Math.min(7, ...depths);
}
