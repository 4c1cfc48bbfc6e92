import { given } from '../../domain/given.js';
import type { Ports, WorkingCopy } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { readVersion, savedBy } from './change-copy.js';
import { wordingOf } from './matched-changes.js';
import type { CopyConflictView } from './views.js';

/** Whose text stands, and what is otherwise in the one that came: its sender chooses. */
export async function showConflict(
  ports: Ports,
  speaker: Speaker,
  { version, standing }: { version: WorkingCopy; standing: WorkingCopy },
): Promise<View> {
  const [came, stands] = await Promise.all([readVersion(ports, version), readVersion(ports, standing)]);
  if (came === undefined || stands === undefined) return { kind: 'revision-notice', what: 'version-gone' };
  const values = differences(stands, came);
  return {
    kind: 'copy-conflict',
    subject: stands.text.subject,
    version: version.revision,
    over: standing.revision,
    saved: await savedBy(ports, speaker, stands),
    values,
    others: hasOthers(stands, came),
  };
}

/** Value by value, those that read the same left out. */
function differences(stands: ReadWorkingCopy, came: ReadWorkingCopy): CopyConflictView['values'] {
  const [before, after] = [stands.composed.values, came.composed.values];
  const kept = after.map((value) => ({ value, former: before.find(({ id }) => id === value.id) }));
  const changed = kept
    .filter(({ value, former }) => former?.title !== value.title || former.text !== value.text)
    .map(({ value, former }) => ({
      after: wordingOf(value),
      ...given({ before: former && wordingOf(former) }),
    }));
  const gone = before.filter(({ id }) => !after.some((value) => value.id === id));
  return [...changed, ...gone.map((value) => ({ before: wordingOf(value) }))];
}

/** What frames the values, their order, and what is said of changes; not how a post writes it down. */
function hasOthers(stands: ReadWorkingCopy, came: ReadWorkingCopy): boolean {
  const common = new Set(stands.composed.values.map(({ id }) => id));
  const both = came.composed.values.map(({ id }) => id).filter((id) => common.has(id));
  const rest = ({ composed }: ReadWorkingCopy): string => {
    const { framing, leadIn, reason, values, changes } = composed;
    const order = values.map(({ id }) => id).filter((id) => both.includes(id));
    const said = changes?.values.map(({ value, size, why, themes }) => ({ value, size, why, themes }));
    return JSON.stringify([
      framing,
      leadIn,
      reason,
      order,
      said?.filter(({ value }) => both.includes(value)),
    ]);
  };
  return rest(stands) !== rest(came);
}
