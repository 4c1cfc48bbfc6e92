import type { PostText } from '../domain/imported-post.js';

/** A Markdown post with front matter that `readPost` reads back as the same. */
export function writePost(_post: PostText): string {
  throw new Error('not built yet');
}
