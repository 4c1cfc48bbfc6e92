import type { PostText } from '../../domain/imported-post.js';
import { facilitators, type Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { changeCopy, readVersion, type Changed } from './change-copy.js';
import { findCopy, placeOf } from './find-copy.js';
import type { EditingIntent } from './intents.js';
import { pinPost } from './pin-post.js';
import { copyView } from './show-copy.js';
import type { WorkingCopyView } from './views.js';

type Arranging = Extract<EditingIntent, { kind: 'remove-value' | 'move-value' }>;

/** Moves or removes a value, whatever else others changed meanwhile. */
export async function arrangeValue(ports: Ports, speaker: Speaker, intent: Arranging): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  const place = placeOf(copy.it, intent.value);
  if (place.kind === 'instead') return place.view;
  const value = copy.it.composed.values[place.it - 1];
  const { subject } = copy.it.text;
  if (value === undefined) return { kind: 'revision-notice', what: 'removed-meanwhile', subject };
  const { title } = value;
  if (intent.kind === 'move-value') {
    const changed = await changeCopy(ports, speaker, copy.it.copy.charter, (standing) =>
      movedTo(standing, value.id, intent.to),
    );
    return afterwards(ports, speaker, changed, (read) => ({
      did: 'moved',
      title,
      position: read.composed.values.findIndex(({ id }) => id === value.id) + 1,
    }));
  }
  if (copy.it.composed.values.length === 1) return { kind: 'revision-notice', what: 'last-value', subject };
  if (!intent.confirmed || (await isChanged(ports, copy.it, intent, value.id)))
    return {
      kind: 'remove-value',
      subject,
      value: { ...value, position: place.it },
      revision: copy.it.copy.revision,
    };
  const changed = await changeCopy(ports, speaker, copy.it.copy.charter, (standing) =>
    without(standing, value.id),
  );
  return afterwards(ports, speaker, changed, () => ({ did: 'removed', title }));
}

/** Whoever confirms removing a value means the words that they saw. */
async function isChanged(
  ports: Ports,
  standing: ReadWorkingCopy,
  { revision }: Arranging,
  value: string,
): Promise<boolean> {
  const { charter } = standing.copy;
  if (revision === undefined || revision === standing.copy.revision) return false;
  const version = await ports.workingCopies.version({ charter, editor: facilitators, revision });
  const seen = version && (await readVersion(ports, version));
  const [before, now] = [seen, standing].map((read) => read?.composed.values.find(({ id }) => id === value));
  return before?.title !== now?.title || before?.text !== now?.text;
}

async function afterwards(
  ports: Ports,
  speaker: Speaker,
  changed: Changed,
  just: (read: ReadWorkingCopy) => NonNullable<WorkingCopyView['just']>,
): Promise<View> {
  switch (changed.kind) {
    case 'instead':
      return changed.view;
    case 'reads-otherwise':
      return { kind: 'revision-notice', what: 'busy', subject: changed.read.text.subject };
    case 'refused':
      return { kind: 'import-refused', errors: changed.errors, charter: changed.read.copy.charter };
    case 'saved':
      return copyView(ports, speaker, changed.read, just(changed.read));
  }
}

function movedTo(standing: ReadWorkingCopy, id: string, to: number | 'up'): PostText {
  const post = pinPost(standing);
  const place = post.values.findIndex(({ explicitId }) => explicitId === id);
  const value = post.values[place];
  if (value === undefined) return post;
  const wanted = to === 'up' ? place - 1 : to - 1;
  const others = post.values.toSpliced(place, 1);
  return { ...post, values: others.toSpliced(Math.min(Math.max(wanted, 0), others.length), 0, value) };
}

function without(standing: ReadWorkingCopy, id: string): PostText {
  const post = pinPost(standing);
  return { ...post, values: post.values.filter(({ explicitId }) => explicitId !== id) };
}
