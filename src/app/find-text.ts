import type { Charter, CharterName } from '../domain/charter.js';
import type { About } from './about.js';
import type { Intent } from './intent.js';
import { facilitators, type Ports } from './ports.js';
import { readWorkingCopy } from './read-working-copy.js';
import type { Speaker } from './speaker.js';
import { textOfCharter, textOfDraft, type Text } from './text.js';
import type { View } from './views.js';

/** Either what was looked for, or what to say instead. */
export type Found<T> =
  { readonly kind: 'found'; readonly it: T } | { readonly kind: 'instead'; readonly view: View };

export function found<T>(it: T): Found<T> {
  return { kind: 'found', it };
}

export function instead(view: View): { readonly kind: 'instead'; readonly view: View } {
  return { kind: 'instead', view };
}

/** The text that `about` names: the draft of a card, else the newest of the charter named or of the only one. */
export async function findText(
  ports: Ports,
  speaker: Speaker,
  about: About,
  intent: Intent,
): Promise<Found<Text>> {
  if (about.preview === true) return previewText(ports, speaker, about);
  if (about.draft !== undefined) {
    const draft = await ports.drafts.find(about.draft);
    return draft === undefined ? instead({ kind: 'notice', what: 'outdated' }) : found(textOfDraft(draft));
  }
  const charter = await findCharter(ports, speaker, about.charter, intent);
  if (charter.kind === 'instead') return charter;
  const draft = await ports.drafts.latest(charter.it.name);
  return found(draft === undefined ? textOfCharter(charter.it) : textOfDraft(draft));
}

/** The charter named, or the only one; asks which when there are several. */
export async function findCharter(
  ports: Ports,
  speaker: Speaker,
  name: CharterName | undefined,
  intent: Intent,
): Promise<Found<Charter>> {
  const charters = await ports.charters.all();
  const [first, second] = charters;
  if (first === undefined) {
    const facilitator = await ports.facilitators.has(speaker.member);
    return instead({ kind: 'notice', what: 'no-charter', facilitator });
  }
  if (name !== undefined) {
    const charter = charters.find((each) => each.name === name);
    if (charter !== undefined) return found(charter);
    return instead({ kind: 'notice', what: 'no-such-charter', charters: charters.map((each) => each.name) });
  }
  return second === undefined ? found(first) : instead({ kind: 'choose-charter', charters, intent });
}

async function previewText(ports: Ports, speaker: Speaker, { charter }: About): Promise<Found<Text>> {
  if (!(await ports.facilitators.has(speaker.member)))
    return instead({ kind: 'notice', what: 'for-facilitators' });
  const copy = await readWorkingCopy(ports, facilitators, charter);
  if (copy === undefined) return instead({ kind: 'notice', what: 'no-working-copy' });
  if (copy.kind === 'read') return found(copy.text);
  return instead({ kind: 'import-refused', errors: copy.errors, charter: copy.copy.charter });
}
