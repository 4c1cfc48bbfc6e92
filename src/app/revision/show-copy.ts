import { undeclaredIn } from '../../domain/asked-again.js';
import { given } from '../../domain/given.js';
import type { Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { savedBy } from './change-copy.js';
import { findCopy } from './find-copy.js';
import type { EditingIntent } from './intents.js';
import type { WorkingCopyView } from './views.js';

/** The working copy, value by value; begun from the newest draft where there is none. */
export async function showRevision(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<EditingIntent, { kind: 'revise' }>,
): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  return copyView(ports, speaker, copy.it, copy.begun === true ? { did: 'begun' } : undefined);
}

export async function copyView(
  ports: Ports,
  speaker: Speaker,
  read: ReadWorkingCopy,
  just?: WorkingCopyView['just'],
): Promise<WorkingCopyView> {
  const { copy, composed, text } = read;
  const { changes } = composed;
  const kinds = new Map(changes?.values.map((change) => [change.value, change.kinds]));
  return {
    kind: 'working-copy',
    subject: text.subject,
    revision: copy.revision,
    saved: await savedBy(ports, speaker, read),
    values: composed.values.map(({ id, title }) => ({ id, title, kinds: kinds.get(id) ?? [] })),
    removed: changes?.removed.map(({ title }) => title) ?? [],
    undeclared: changes === undefined ? 0 : undeclaredIn(changes),
    ...given({ base: changes?.base, just }),
  };
}
