import { findText } from '../find-text.js';
import type { Intent } from '../intent.js';
import type { Ports } from '../ports.js';
import { usualRules } from '../../domain/process.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';

/** Who can see what of answers and comments. In the preview of a first post the rules are as usual. */
export async function showPrivacy(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'privacy' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { subject } = text.it;
  const charter = await ports.charters.find(subject.charter);
  const rules = charter?.rules ?? usualRules;
  return { kind: 'privacy', subject, rules, sealed: charter?.sealedAt !== undefined };
}
