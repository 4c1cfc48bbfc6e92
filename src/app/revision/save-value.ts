import { given } from '../../domain/given.js';
import { limits, type PostText } from '../../domain/imported-post.js';
import { facilitators, type Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { changeCopy, readVersion, savedBy } from './change-copy.js';
import { formFor } from './edit-value.js';
import { findCopy, placeOf } from './find-copy.js';
import type { EditingIntent } from './intents.js';
import { pinPost } from './pin-post.js';
import { copyView } from './show-copy.js';
import type { ValueFormView, Wording } from './views.js';

type Saving = Extract<EditingIntent, { kind: 'save-value' }>;

/**
 * Puts what was written into the working copy that stands. Changes of others to other values stay; where somebody else
 * changed the same value since its editor saw it, both are shown, and its editor chooses.
 */
export async function saveValue(ports: Ports, speaker: Speaker, intent: Saving): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  const version = await seenBy(ports, copy.it, intent);
  // What its editor saw was published meanwhile: nobody knows any more what of it was others'.
  const isKnown = version !== undefined;
  const seen = version ?? copy.it;
  const place = intent.value === undefined ? undefined : placeOf(seen, intent.value);
  const inDialog = intent.inDialog ?? false;
  if (place?.kind === 'instead') {
    const { title, text } = intent;
    if (title === undefined && text === undefined) return place.view;
    return formFor(copy.it, undefined, { ...given({ title, text }), problem: 'gone', inDialog });
  }
  const before = place === undefined ? undefined : seen.composed.values[place.it - 1];
  const written = writtenIn(intent, before);
  const problem = problemWith(written, before === undefined ? copy.it.post.values.length : 0);
  if (problem !== undefined) return formFor(seen, place?.it, { ...written, problem, inDialog });

  const theirs: { found?: ReadWorkingCopy } = {};
  const changed = await changeCopy(ports, speaker, copy.it.copy.charter, (standing) => {
    const now = standing.composed.values.find(({ id }) => id === before?.id);
    if (before !== undefined && !(isKnown && isSame(now, before)) && !isSame(now, written)) {
      if (intent.over !== standing.copy.revision) {
        theirs.found = standing;
        return { instead: { kind: 'revision-notice', what: 'busy' } };
      }
    }
    return withValue(standing, before?.id, written, seen);
  });
  if (theirs.found !== undefined) {
    const form = formFor(seen, place?.it, { ...written, inDialog });
    const theirChanges = await theirChange(ports, speaker, theirs.found, before);
    if (isKnown) return { ...form, theirs: theirChanges };
    const { seen: _seen, saved, ...rest } = theirChanges;
    return {
      ...form,
      theirs: { ...rest, saved: copy.begun === true ? { at: saved.at, own: false } : saved },
    };
  }
  switch (changed.kind) {
    case 'instead':
      return changed.view;
    case 'reads-otherwise':
      return formFor(seen, place?.it, { ...written, problem: 'reads-otherwise', inDialog });
    case 'refused':
      return formFor(seen, place?.it, { ...written, problem: 'refused', errors: changed.errors, inDialog });
    case 'saved': {
      const did = before === undefined ? 'added' : isSame(before, written) ? 'unchanged' : 'saved';
      return copyView(ports, speaker, changed.read, { did, title: written.title });
    }
  }
}

/** The version that its editor saw; nothing where that is not known any more. */
async function seenBy(
  ports: Ports,
  standing: ReadWorkingCopy,
  { revision }: Saving,
): Promise<ReadWorkingCopy | undefined> {
  if (revision === undefined || revision === standing.copy.revision) return standing;
  const { charter } = standing.copy;
  const version = await ports.workingCopies.version({ charter, editor: facilitators, revision });
  return version && readVersion(ports, version);
}

/** What was left out stays. */
function writtenIn({ title, text }: Saving, before: Wording | undefined): Wording {
  return {
    title: (title ?? before?.title ?? '').replace(/\s+/g, ' ').trim(),
    text: (text ?? before?.text ?? '').replace(/\r\n?/g, '\n').trim(),
  };
}

function problemWith({ title, text }: Wording, values: number): ValueFormView['problem'] {
  if (title === '') return 'no-title';
  if ([...title].length > limits.titleCharacters) return 'title-too-long';
  if ([...text].length > limits.valueCharacters) return 'text-too-long';
  return values >= limits.values ? 'too-many-values' : undefined;
}

function isSame(one: Wording | undefined, other: Wording): boolean {
  return one !== undefined && one.title === other.title && one.text === other.text;
}

/** A value that somebody else removed comes back at the place where its editor saw it. */
function withValue(
  standing: ReadWorkingCopy,
  id: string | undefined,
  written: Wording,
  seen: ReadWorkingCopy,
): PostText {
  const post = pinPost(standing);
  if (id === undefined) return { ...post, values: [...post.values, written] };
  if (post.values.some(({ explicitId }) => explicitId === id)) {
    const values = post.values.map((value) =>
      value.explicitId === id ? { explicitId: id, ...written } : value,
    );
    return { ...post, values };
  }
  const place = seen.composed.values.findIndex((value) => value.id === id);
  return { ...post, values: post.values.toSpliced(place, 0, { explicitId: id, ...written }) };
}

async function theirChange(
  ports: Ports,
  speaker: Speaker,
  standing: ReadWorkingCopy,
  before: (Wording & { readonly id: string }) | undefined,
): Promise<NonNullable<ValueFormView['theirs']>> {
  const now = standing.composed.values.find(({ id }) => id === before?.id);
  return {
    revision: standing.copy.revision,
    saved: await savedBy(ports, speaker, standing),
    ...given({ seen: before && wordingOf(before), now: now && wordingOf(now) }),
  };
}

function wordingOf({ title, text }: Wording): Wording {
  return { title, text };
}
