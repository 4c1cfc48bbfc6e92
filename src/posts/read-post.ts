import type { PostReading, Refusal } from '../domain/imported-post.js';
import { outOfBounds } from './bounds.js';
import { cleanMarkdown } from './clean-markdown.js';
import { composePost } from './compose-post.js';
import { findPlaceholders } from './find-placeholders.js';
import { readFrontMatter } from './front-matter.js';
import { readBody } from './read-body.js';
import { refusalsOf } from './refusals.js';

/** A Markdown post as charter, considerations, values and background, or every reason why it cannot be one. */
export function readPost(source: string): PostReading {
  const text = normalised(source);
  const beyond = outOfBounds(text);
  if (beyond) return refused([beyond]);
  const front = readFrontMatter(text);
  const clean = cleanMarkdown(front.body);
  if (!clean) return refused([{ line: 1, kind: 'too-tangled', about: '' }]);

  const body = readBody(clean, front);
  const errors = refusalsOf(front, clean, body);
  if (errors.length > 0) return refused(errors);
  return {
    kind: 'read',
    post: composePost(front, body, [...clean.report, ...findPlaceholders(text, front)]),
  };
}

function refused(errors: readonly Refusal[]): PostReading {
  return { kind: 'refused', errors: errors.toSorted((one, other) => one.line - other.line) };
}

/** Line ends and characters as the parser sees them; what databases cannot hold becomes a replacement mark. */
function normalised(source: string): string {
  return source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\0|\p{Surrogate}/gu, '\uFFFD');
}
