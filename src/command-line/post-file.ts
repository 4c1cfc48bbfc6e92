import { readFile } from 'node:fs/promises';
import { reportWordsFor } from '../cards/report-words.js';
import type { ImportedPost } from '../domain/imported-post.js';
import { readPost } from '../posts/read-post.js';
import { CommandError } from './client.js';

/** As which the bot takes it. */
export const markdown = { 'content-type': 'text/markdown' };

interface PostFile {
  readonly source: string;
  readonly post: ImportedPost;
}

/** The Markdown post in a file; what would be refused is refused before the bot is asked. */
export async function postIn(file: string | undefined): Promise<PostFile> {
  if (file === undefined) throw new CommandError('Which file? Name a Markdown post.');
  const source = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const reading = readPost(source);
  if (reading.kind === 'read') return { source, post: reading.post };
  const words = reportWordsFor('en');
  const lines = reading.errors.map((error) => `\n  line ${error.line}: ${words.refusal(error)}`);
  throw new CommandError(`The post was not taken; nothing was stored.${lines.join('')}`);
}
