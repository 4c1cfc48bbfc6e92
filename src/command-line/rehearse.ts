import { readFile } from 'node:fs/promises';

import { log } from '../log.js';
import { rehearse } from '../rehearsal/rehearse.js';
import type { Call } from './call.js';
import { CommandError } from './client.js';
import { postIn } from './post-file.js';

/** Where the posts of the rehearsal stand, seen from the compiled file. */
const examples = new URL('../../../../src/rehearsal/', import.meta.url);
const bounds = { seed: { from: 0, to: 2 ** 31 }, members: { from: 12, to: 500 } } as const;

/** A whole process with made-up members, played to its end; nothing of it stays. */
export async function rehearsal({ operand, options }: Call): Promise<string> {
  const seed = numberIn('seed', options.seed, 1);
  const members = numberIn('members', options.members, 40);
  const posts = operand === undefined ? await example() : { draft: await draftIn(operand) };
  log.level = 'warn';
  const lines: string[] = [];
  await rehearse({ seed, members, ...posts }, (line) => lines.push(line));
  return lines.join('\n');
}

async function example(): Promise<{ readonly announcement: string; readonly draft: string }> {
  const read = (file: string): Promise<string> => readFile(new URL(file, examples), 'utf8');
  return { announcement: await read('announcement.md'), draft: await read('draft.md') };
}

async function draftIn(file: string): Promise<string> {
  const { source, post } = await postIn(file);
  if (post.values.length > 0) return source;
  throw new CommandError(`${file} has no values to rehearse with: give it a draft.`);
}

function numberIn(name: keyof typeof bounds, said: string | undefined, usual: number): number {
  const { from, to } = bounds[name];
  const number = said === undefined ? usual : Number(said);
  if (Number.isInteger(number) && number >= from && number <= to) return number;
  throw new CommandError(`--${name} is a whole number from ${String(from)} to ${String(to)}.`);
}
