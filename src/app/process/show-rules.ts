import { findCharter } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import type { Speaker } from '../speaker.js';
import { textOfCharter } from '../text.js';
import type { View } from '../views.js';

/** The form with the rules as they are. */
export async function showRules(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'rules' }>,
): Promise<View> {
  const search = await findCharter(ports, speaker, intent.charter, intent);
  if (search.kind === 'instead') return search.view;
  const { name, rules, sealedAt } = search.it;
  const { subject } = textOfCharter(search.it);
  if (sealedAt !== undefined) return { kind: 'notice', what: 'charter-sealed', subject };
  return { kind: 'rules', subject, rules, answered: await ports.process.isAnswered(name) };
}
