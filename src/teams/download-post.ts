import { limits } from '../domain/imported-post.js';
import type { FileAttachment } from './activity.js';

export type Download =
  | { readonly kind: 'text'; readonly source: string }
  | { readonly kind: 'failed'; readonly why: 'not-text' | 'too-large' | 'not-fetched' };

const usualPatience = 10_000;
const textTypes = /^(?:md|markdown|mdown|mkd|txt|text|qmd|rmd)$/i;

/**
 * The text of a file sent in a personal chat, from an allowed host, no further than a post may be long. `patience` is
 * for the whole of it, in milliseconds.
 */
export async function downloadPost(
  { content }: FileAttachment,
  mayFetch: (url: string) => boolean,
  patience = usualPatience,
): Promise<Download> {
  const failed = (why: 'not-text' | 'too-large' | 'not-fetched'): Download => ({ kind: 'failed', why });
  if (!textTypes.test(content.fileType ?? 'md')) return failed('not-text');
  if (!mayFetch(content.downloadUrl)) return failed('not-fetched');
  const response = await fetch(content.downloadUrl, {
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  }).catch(() => undefined);
  if (response?.ok !== true || response.body === null) return failed('not-fetched');
  const bytes = await readUpTo(response.body, limits.bytes).catch(() => 'broken-off' as const);
  if (bytes === 'broken-off') return failed('not-fetched');
  if (bytes === undefined) return failed('too-large');
  const source = decode(bytes);
  return source === undefined ? failed('not-text') : { kind: 'text', source };
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
