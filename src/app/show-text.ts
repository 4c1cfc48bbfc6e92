import type { ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { ownAnswers } from './own-answers.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** A charter at a glance; where nobody else looks on, with the member's own answers. */
export async function showValues(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'values' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { subject, framing, leadIn, values } = text.it;
  const answers = speaker.overheard ? undefined : await ownAnswers(ports, speaker, text.it);
  return { kind: 'charter', subject, framing, values, ...given({ leadIn, answers }) };
}

export async function showConsiderations(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'considerations' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { subject, framing, values } = text.it;
  const ref = intent.value;
  const value: ValueId | undefined = ref?.by === 'position' ? values[ref.position - 1]?.id : ref?.id;
  const { considerations } = framing;
  return { kind: 'considerations', subject, considerations, page: intent.page ?? 1, ...given({ value }) };
}

export async function showBackground(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'background' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { subject, framing } = text.it;
  const { title, introduction, background } = framing;
  const sections =
    introduction === undefined ? background : [{ heading: title, text: introduction }, ...background];
  return { kind: 'background', subject, sections, page: intent.page ?? 1 };
}
