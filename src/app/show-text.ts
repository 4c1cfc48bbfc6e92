import type { ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import type { Answer } from '../domain/rating.js';
import { findText, found, instead, type Found } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { ownAnswers } from './own-answers.js';
import type { Speaker } from './speaker.js';
import { textOfDraft, type Text } from './text.js';
import type { View } from './views.js';

/** A charter at a glance; where nobody else looks on, with the member's own answers. */
export async function showValues(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'values' }>,
): Promise<View> {
  const text = await findNumbered(ports, speaker, intent);
  if (text.kind === 'instead') return text.view;
  const { subject, framing, leadIn, values } = text.it;
  const answers = await answersToShow(ports, speaker, text.it);
  const adopted = subject.state === 'adopted' ? await ports.adoption.outcome(subject.charter) : undefined;
  return {
    kind: 'charter',
    subject,
    framing,
    values,
    ...given({
      leadIn,
      answers,
      address: await addressOf(ports, intent, text.it),
      adoptedOn: adopted?.adoptedOn,
    }),
  };
}

/** Of the page of a draft that was asked for by its number. */
async function addressOf(
  { charters, addresses }: Pick<Ports, 'charters' | 'addresses'>,
  { number }: Extract<Intent, { kind: 'values' }>,
  { draft }: Text,
): Promise<string | undefined> {
  if (number === undefined || draft === undefined) return undefined;
  const charter = await charters.find(draft.charter);
  return charter && addresses.draft({ charter, number });
}

/** The draft with the number, exactly as it was rated; without one, the newest. */
async function findNumbered(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'values' }>,
): Promise<Found<Text>> {
  const text = await findText(ports, speaker, intent.about, intent);
  const { number } = intent;
  if (text.kind === 'instead' || number === undefined || text.it.draft?.number === number) return text;
  const { subject } = text.it;
  const draft = await ports.drafts.numbered({ charter: subject.charter, number });
  return draft === undefined
    ? instead({ kind: 'notice', what: 'no-such-draft', subject })
    : found(textOfDraft(draft));
}

/** Of a draft that is over, none are as good as absent: a sealed charter's cannot be found by anybody any more. */
async function answersToShow(
  ports: Ports,
  speaker: Speaker,
  text: Text,
): Promise<ReadonlyMap<ValueId, Answer> | undefined> {
  if (speaker.overheard) return undefined;
  const answers = await ownAnswers(ports, speaker, text);
  const isOver = text.draft !== undefined && text.draft.state !== 'open';
  return isOver && answers.size === 0 ? undefined : answers;
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
