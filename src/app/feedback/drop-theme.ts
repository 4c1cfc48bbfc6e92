import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';
import { findTheme, findToAnswer, subjectOf } from './find-theme.js';
import { themesOf } from './show-themes.js';

/** Asks first; what belonged to the theme belongs to none again. One that was answered before everybody stays. */
export async function dropTheme(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'drop-theme' }>,
): Promise<View> {
  const search = await findToAnswer(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const theme = await findTheme(ports, charter, intent.number);
  if (theme.kind === 'instead') return theme.view;
  const { number, toldAt } = theme.it;
  if (toldAt !== undefined) return themesOf(ports, charter, { just: { did: 'kept', number } });
  if (!intent.confirmed)
    return {
      kind: 'ask-first',
      what: 'drop-theme',
      subject: await subjectOf(ports, charter),
      theme: theme.it,
    };
  const dropped = await ports.themes.drop({ charter: charter.name, number });
  return themesOf(ports, charter, { just: { did: dropped ? 'dropped' : 'kept', number } });
}
