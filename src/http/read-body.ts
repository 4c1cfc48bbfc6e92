import type { IncomingMessage } from 'node:http';
import { problem, type Problem } from './problem.js';

/** A pasted post of 256 KiB, escaped as JSON, fits; nothing much larger is read. */
export const mostBytes = 1024 * 1024;

export type Body =
  { readonly kind: 'read'; readonly bytes: Buffer } | { readonly kind: 'too-large' | 'broken-off' };

/** The whole body, or why not; no more than `most` bytes are kept. */
export function readBody(request: IncomingMessage, most: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else resolve({ kind: 'too-large' });
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve({ kind: 'read', bytes: chunks.length === 1 && only ? only : Buffer.concat(chunks) });
    });
    request.on('error', () => resolve({ kind: 'broken-off' }));
    request.on('close', () => resolve({ kind: 'broken-off' }));
  });
}

export function bodyProblem(kind: Exclude<Body['kind'], 'read'>): Problem {
  return kind === 'too-large'
    ? problem(413, 'too-large', `The body is larger than ${mostBytes} bytes`)
    : problem(400, 'broken-off', 'The body broke off');
}
