import { randomUUID } from 'node:crypto';
import type { CharterName } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import type { PostText, Refusal } from '../../domain/imported-post.js';
import { found, instead, type Found } from '../find-text.js';
import { facilitators, type Ports, type WorkingCopy } from '../ports.js';
import { readWorkingCopy, type ReadWorkingCopy } from '../read-working-copy.js';
import { timeZoneOf } from '../settings.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import type { SavedBy } from './views.js';

/** What is to be made of the copy that stands: another text, or something to say instead. */
export type Change = (read: ReadWorkingCopy) => PostText | { readonly instead: View };

export type Changed =
  | { readonly kind: 'saved'; readonly read: ReadWorkingCopy }
  | { readonly kind: 'refused'; readonly errors: readonly Refusal[]; readonly read: ReadWorkingCopy }
  /** What was written would be read as something else than one value. */
  | { readonly kind: 'reads-otherwise'; readonly read: ReadWorkingCopy }
  | { readonly kind: 'instead'; readonly view: View };

/** As often as two facilitators may save between a look and a try. */
const mostTries = 5;

/**
 * Makes `change` on the working copy that stands, also when somebody else saves meanwhile: then on theirs. What `change`
 * makes is read back before it is saved; nothing is saved that could not be published.
 */
export async function changeCopy(
  ports: Ports,
  speaker: Speaker,
  charter: CharterName,
  change: Change,
): Promise<Changed> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const standing = await standingCopy(ports, charter);
    if (standing.kind === 'instead') return standing;
    const read = standing.it;
    const next = change(read);
    if ('instead' in next) return { kind: 'instead', view: next.instead };
    const source = ports.writePost(next);
    const reading = ports.readPost(source);
    if (reading.kind === 'refused') return { ...reading, read };
    if (idsIn(reading.post) !== idsIn(next)) return { kind: 'reads-otherwise', read };
    if (source === read.copy.source) return { kind: 'saved', read };
    const copy = copyBy(ports, speaker, { charter, source });
    if ((await ports.workingCopies.save(copy, read.copy.revision)) === 'saved') {
      const saved = await readVersion(ports, copy);
      return saved === undefined ? { kind: 'instead', view: gone } : { kind: 'saved', read: saved };
    }
  }
  return { kind: 'instead', view: { kind: 'revision-notice', what: 'busy' } };
}

function idsIn({ values }: Pick<PostText, 'values'>): string {
  return values.map(({ explicitId = '' }) => explicitId).join(' ');
}

/** A text as a facilitator saves it. */
export function copyBy(
  { clock }: Pick<Ports, 'clock'>,
  { member, name }: Speaker,
  { charter, source }: Pick<WorkingCopy, 'charter' | 'source'>,
): WorkingCopy {
  return {
    charter,
    editor: facilitators,
    source,
    revision: randomUUID(),
    savedAt: clock.now().toISOString(),
    savedBy: member,
    ...given({ savedByName: name }),
  };
}

const gone: View = { kind: 'notice', what: 'no-working-copy' };

/** The working copy that stands, if it can be read. */
export async function standingCopy(ports: Ports, charter: CharterName): Promise<Found<ReadWorkingCopy>> {
  const read = await readWorkingCopy(ports, facilitators, charter);
  if (read === undefined) return instead(gone);
  if (read.kind === 'read') return found(read);
  return instead({ kind: 'import-refused', errors: read.errors, charter });
}

/** Any version, set beside the draft before it. Nothing when it cannot be read. */
export async function readVersion(ports: Ports, copy: WorkingCopy): Promise<ReadWorkingCopy | undefined> {
  const only = { find: () => Promise.resolve(copy), of: () => Promise.resolve([copy]) };
  const workingCopies = { ...ports.workingCopies, ...only };
  const read = await readWorkingCopy({ ...ports, workingCopies }, copy.editor, copy.charter);
  return read?.kind === 'read' ? read : undefined;
}

export async function savedBy(
  ports: Ports,
  speaker: Speaker,
  { copy, composed }: Pick<ReadWorkingCopy, 'copy' | 'composed'>,
): Promise<SavedBy> {
  const timeZone = composed.timeZone ?? (await timeZoneOf(ports, speaker));
  return {
    at: { at: copy.savedAt, timeZone },
    own: copy.savedBy === speaker.member,
    ...given({ name: copy.savedByName }),
  };
}
