import { findCharter } from '../find-text.js';
import { facilitators, type Ports, type WorkingCopy } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { copyBy, readVersion } from './change-copy.js';
import type { EditingIntent } from './intents.js';
import { showConflict } from './show-conflict.js';
import { copyView } from './show-copy.js';

/** Puts a version in the place of the one that stands, if that is still the one that was seen; else both are shown again. */
export async function takeVersion(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<EditingIntent, { kind: 'take-version' }>,
): Promise<View> {
  const named = intent.charter ?? (await ports.workingCopies.of(facilitators))[0]?.charter;
  if (named === undefined) {
    const charter = await findCharter(ports, speaker, named, intent);
    return charter.kind === 'instead' ? charter.view : { kind: 'notice', what: 'no-working-copy' };
  }
  const which = { charter: named, editor: facilitators };
  const [version, standing] = await Promise.all([
    ports.workingCopies.version({ ...which, revision: intent.version }),
    ports.workingCopies.find(which),
  ]);
  if (version === undefined) return { kind: 'revision-notice', what: 'version-gone' };
  if (standing !== undefined && standing.revision !== intent.over && standing.source !== version.source)
    return showConflict(ports, speaker, { version, standing });
  const taken = copyBy(ports, speaker, version);
  if (standing?.source !== version.source) {
    const outcome = await ports.workingCopies.save(taken, standing?.revision);
    if (outcome === 'overtaken') return again(ports, speaker, version, which);
  }
  const read = await readVersion(ports, standing?.source === version.source ? standing : taken);
  if (read === undefined) return { kind: 'revision-notice', what: 'version-gone' };
  return copyView(ports, speaker, read, { did: 'taken' });
}

/** Somebody saved in this very moment. */
async function again(
  ports: Ports,
  speaker: Speaker,
  version: WorkingCopy,
  which: Pick<WorkingCopy, 'charter' | 'editor'>,
): Promise<View> {
  const standing = await ports.workingCopies.find(which);
  if (standing === undefined) return { kind: 'revision-notice', what: 'version-gone' };
  return showConflict(ports, speaker, { version, standing });
}
