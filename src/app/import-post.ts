import { randomUUID } from 'node:crypto';
import { proposeCharterName, type CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import type { ImportedPost, Refusal } from '../domain/imported-post.js';
import type { MemberId } from '../domain/place.js';
import type { Ports, WorkingCopy } from './ports.js';

export type Import =
  | {
      readonly kind: 'imported';
      readonly charter: CharterName;
      readonly post: ImportedPost;
      readonly revision: string;
    }
  | { readonly kind: 'refused'; readonly errors: readonly Refusal[] }
  /** Somebody else's text stands. What came is kept beside it. */
  | { readonly kind: 'beside'; readonly version: WorkingCopy; readonly standing: WorkingCopy }
  /** There are several charters and neither the post nor its sender says which. */
  | { readonly kind: 'which-charter'; readonly charters: readonly CharterName[] };

interface Incoming {
  readonly source: string;
  readonly charter?: CharterName;
  readonly editor: string;
  /** The facilitator who sends it. */
  readonly savedBy?: MemberId;
  readonly savedByName?: string;
}

type Needs = Pick<Ports, 'readPost' | 'charters' | 'workingCopies' | 'clock'>;

/**
 * Reads a post and keeps it as its editor's working copy. A refused post leaves what was there before; so does one that comes
 * over another facilitator's text, until its sender says what is to stand.
 */
export async function importPost(
  ports: Needs,
  { source, charter, editor, savedBy, savedByName }: Incoming,
): Promise<Import> {
  const reading = ports.readPost(source);
  if (reading.kind === 'refused') return reading;
  const which = await charterFor(ports, reading.post, charter);
  if (which.kind !== 'named') return which;
  const copy: WorkingCopy = {
    ...{ charter: which.name, editor, source, revision: randomUUID() },
    savedAt: ports.clock.now().toISOString(),
    ...given({ savedBy, savedByName }),
  };
  const imported = { kind: 'imported', charter: which.name, post: reading.post } as const;
  const standing = await ports.workingCopies.find({ charter: which.name, editor });
  if (standing?.source === source && savedBy !== undefined)
    return { ...imported, revision: standing.revision };
  const isTheirs = savedBy !== undefined && standing !== undefined && standing.savedBy !== savedBy;
  const over = savedBy === undefined ? 'any' : isTheirs ? undefined : standing?.revision;
  if ((await ports.workingCopies.save(copy, over)) === 'saved')
    return { ...imported, revision: copy.revision };
  const winner = await ports.workingCopies.find({ charter: which.name, editor });
  if (winner !== undefined) return { kind: 'beside', version: copy, standing: winner };
  // What stood there was published in between.
  await ports.workingCopies.save(copy, undefined);
  return { ...imported, revision: copy.revision };
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
