import type { CharterName } from '../../domain/charter.js';
import { given } from '../../domain/given.js';
import { findCharter, found, instead, type Found } from '../find-text.js';
import { facilitators, type Ports } from '../ports.js';
import type { ReadWorkingCopy } from '../read-working-copy.js';
import type { Speaker } from '../speaker.js';
import { copyToRevise } from './begin-copy.js';
import { standingCopy } from './change-copy.js';
import type { EditingIntent } from './intents.js';

/** The working copy that is meant: that of the charter named, or of the only one; begun where there is none. */
export async function findCopy(
  ports: Ports,
  speaker: Speaker,
  intent: EditingIntent,
): Promise<Found<ReadWorkingCopy> & { readonly begun?: true }> {
  const name = intent.charter ?? (await onlyCopy(ports));
  if (name !== undefined && (await ports.charters.find(name)) === undefined) {
    // The first text of a charter: there is nothing to begin one from.
    const first = await standingCopy(ports, name);
    if (first.kind === 'found') return first;
  }
  const charter = await findCharter(ports, speaker, name, { ...intent, ...given({ charter: name }) });
  return charter.kind === 'instead' ? charter : copyToRevise(ports, speaker, charter.it);
}

/** Where there is no charter yet, or one: the text that stands. Where there are several, it is asked which. */
async function onlyCopy({
  workingCopies,
  charters,
}: Pick<Ports, 'workingCopies' | 'charters'>): Promise<CharterName | undefined> {
  const [copies, all] = await Promise.all([workingCopies.of(facilitators), charters.all()]);
  const names = new Set(
    [...copies, ...all.map(({ name }) => ({ charter: name }))].map(({ charter }) => charter),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/** The place of a value, from 1, or what to say instead. */
export function placeOf(
  { composed: { values }, text: { subject } }: Pick<ReadWorkingCopy, 'composed' | 'text'>,
  ref: NonNullable<Extract<EditingIntent, { kind: 'edit-value' }>['value']>,
): Found<number> {
  const position = ref.by === 'position' ? ref.position : values.findIndex(({ id }) => id === ref.id) + 1;
  if (values[position - 1] !== undefined) return found(position);
  return instead({ kind: 'notice', what: 'no-such-value', subject, total: values.length });
}
