import { findCharter } from '../find-text.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter, textOfDraft } from '../text.js';
import type { View } from '../views.js';
import type { FacilitatorsIntent } from './intents.js';
import { askForSecond, needsSecond } from './second.js';

/** Says what goes for ever, and asks; then everything of a charter goes but that it was there. */
export async function deleteCharter(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<FacilitatorsIntent, { kind: 'delete-charter' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, { ...intent, confirmed: false });
  if (search.kind === 'instead') return search.view;
  const charter = search.it;
  const { name } = charter;
  const latest = await ports.drafts.latest(name);
  const { subject } = latest === undefined ? textOfCharter(charter) : textOfDraft(latest);
  if (!intent.confirmed || intent.charter === undefined)
    return {
      kind: 'deleting',
      subject,
      drafts: latest?.number ?? 0,
      answered: await ports.process.isAnswered(name),
      comments: (await ports.comments.all(name)).length > 0,
      second: needsSecond(charter, 'delete'),
    };
  const asked = { charter, action: 'delete', intent, subject } as const;
  const second = await askForSecond(ports, speaker, asked);
  if (second !== undefined) return second;
  const head = await ports.process.head(name);
  if (!(await ports.charters.delete({ charter: name, at: ports.clock.now().toISOString() })))
    return { kind: 'notice', what: 'outdated' };
  return { kind: 'people-notice', what: 'deleted', charter: name, head };
}
