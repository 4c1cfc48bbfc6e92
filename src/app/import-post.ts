import { randomUUID } from 'node:crypto';
import { proposeCharterName, type CharterName } from '../domain/charter.js';
import type { ImportedPost, Refusal } from '../domain/imported-post.js';
import type { Ports } from './ports.js';

export type Import =
  | {
      readonly kind: 'imported';
      readonly charter: CharterName;
      readonly post: ImportedPost;
      readonly revision: string;
    }
  | { readonly kind: 'refused'; readonly errors: readonly Refusal[] }
  /** There are several charters and neither the post nor its sender says which. */
  | { readonly kind: 'which-charter'; readonly charters: readonly CharterName[] };

/** Reads a post and keeps it as its editor's working copy. A refused post leaves what was there before. */
export async function importPost(
  ports: Pick<Ports, 'readPost' | 'charters' | 'workingCopies' | 'clock'>,
  { source, charter, editor }: { source: string; charter?: CharterName; editor: string },
): Promise<Import> {
  const reading = ports.readPost(source);
  if (reading.kind === 'refused') return reading;
  const which = await charterFor(ports, reading.post, charter);
  if (which.kind !== 'named') return which;
  const revision = randomUUID();
  const savedAt = ports.clock.now().toISOString();
  await ports.workingCopies.save({ charter: which.name, editor, source, revision, savedAt }, 'any');
  return { kind: 'imported', charter: which.name, post: reading.post, revision };
}

async function charterFor(
  { charters }: Pick<Ports, 'charters'>,
  post: ImportedPost,
  asked: CharterName | undefined,
): Promise<{ kind: 'named'; name: CharterName } | Extract<Import, { kind: 'which-charter' }>> {
  if (asked !== undefined) return { kind: 'named', name: asked };
  if (post.charter !== undefined) return { kind: 'named', name: post.charter };
  const [first, ...others] = await charters.all();
  if (first === undefined) return { kind: 'named', name: proposeCharterName(post.title) };
  if (others.length === 0) return { kind: 'named', name: first.name };
  return { kind: 'which-charter', charters: [first, ...others].map(({ name }) => name) };
}
