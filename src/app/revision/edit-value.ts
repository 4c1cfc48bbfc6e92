import { given } from '../../domain/given.js';
import type { Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findCopy, placeOf } from './find-copy.js';
import type { EditingIntent } from './intents.js';
import type { ValueFormView } from './views.js';

/** The form for a value as it stands; without one, for a new value. */
export async function editValue(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<EditingIntent, { kind: 'edit-value' }>,
): Promise<View> {
  const copy = await findCopy(ports, speaker, intent);
  if (copy.kind === 'instead') return copy.view;
  const inDialog = intent.inDialog ?? false;
  if (intent.value === undefined) return formFor(copy.it, undefined, { inDialog, ...typedIn(intent) });
  const place = placeOf(copy.it, intent.value);
  if (place.kind === 'instead') return place.view;
  return formFor(copy.it, place.it, { inDialog, ...typedIn(intent) });
}

/** What was written on the card before its window was opened. */
function typedIn({ title, text, revision }: Extract<EditingIntent, { kind: 'edit-value' }>): FormParts {
  return given({ title, text, revision });
}

type FormParts = Partial<Omit<ValueFormView, 'kind' | 'subject' | 'value'>>;

export function formFor(
  { copy, composed, text }: ReadWorkingCopy,
  position: number | undefined,
  parts: FormParts,
): ValueFormView {
  const value = position === undefined ? undefined : composed.values[position - 1];
  return {
    kind: 'value-form',
    subject: text.subject,
    revision: copy.revision,
    ...(value === undefined || position === undefined ? {} : { value: { id: value.id, position } }),
    title: value?.title ?? '',
    text: value?.text ?? '',
    inDialog: false,
    ...parts,
  };
}
