import { stringify } from 'yaml';
import type { DeclaredChange } from '../domain/change.js';
import type { Consideration } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { PostText } from '../domain/imported-post.js';
import { nameOf } from './find-considerations.js';
import { parseMarkdown } from './markdown.js';
import type { Manner } from './manner.js';

/** What of a post has no place in its text. */
export function writeFrontMatter(post: PostText, manner: Manner): string {
  const { authors, labels, charter, timeZone, reason, mission, considerations, changes } = post;
  const keys = {
    title: post.title.endsWith(':') && post.title !== ':' ? `${post.title}:` : post.title,
    ...given({
      author: oneOrMore(authors),
      categories: someOf(labels.categories),
      tags: someOf(labels.tags),
      charter,
      'time-zone': timeZone,
      reason,
      mission: manner.mission === 'key' ? mission : undefined,
      considerations: manner.considerations === 'key' ? considerations.map(entryOf) : undefined,
      changes: changes?.map(changeOf),
    }),
  };
  return `---\n${stringify(keys, settings)}---\n`;
}

const settings = {
  lineWidth: 0,
  blockQuote: 'literal',
  aliasDuplicateObjects: false,
  schema: 'core',
} as const;

function oneOrMore(texts: readonly string[]): string | readonly string[] | undefined {
  return texts.length === 1 ? texts[0] : someOf(texts);
}

function someOf(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

/** Its text alone, where that says what it is called. */
function entryOf({ name, text }: Consideration): string | Consideration {
  const [first] = parseMarkdown(text).children;
  return text.trim() === text && first && nameOf(first) === name ? text : { name, text };
}

function changeOf({ of, from, size, why, themes }: DeclaredChange): object {
  return { value: of, ...given({ from, size, why, themes: themes.length === 0 ? undefined : themes }) };
}
