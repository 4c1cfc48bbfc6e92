import type { Charter, CharterName } from '../../domain/charter.js';
import type { Theme } from '../../domain/theme.js';
import { findCharter, found, instead, type Found } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { Subject } from '../subject.js';
import { themesOf } from './show-themes.js';

/** Whose feedback is worked on: of a sealed charter nothing is changed any more. */
export async function findToAnswer(
  ports: Ports,
  speaker: Speaker,
  name: CharterName | undefined,
  intent: Intent,
): Promise<Found<Charter>> {
  const search = await findCharter(ports, speaker, name, intent);
  if (search.kind === 'instead' || search.it.sealedAt === undefined) return search;
  return instead({ kind: 'notice', what: 'charter-sealed', subject: textOfCharter(search.it).subject });
}

/** The theme of that number; where there is none, the list says so. */
export async function findTheme(ports: Ports, charter: Charter, number: number): Promise<Found<Theme>> {
  const theme = await ports.themes.numbered({ charter: charter.name, number });
  if (theme !== undefined) return found(theme);
  return instead(await themesOf(ports, charter, { just: { did: 'no-such-theme' } }));
}

/** The newest text of a charter, as cards name it. */
export async function subjectOf({ drafts }: Pick<Ports, 'drafts'>, charter: Charter): Promise<Subject> {
  const latest = await drafts.latest(charter.name);
  return (latest === undefined ? textOfCharter(charter) : textOfDraft(latest)).subject;
}
