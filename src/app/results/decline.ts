import { findText } from '../find-text.js';
import type { Intent } from '../intent.js';
import { ownAnswers } from '../own-answers.js';
import type { Ports } from '../ports.js';
import { pseudonymOf } from '../pseudonym.js';
import { showDraftOver } from '../show-draft-over.js';
import type { Speaker } from '../speaker.js';
import type { View } from '../views.js';

/**
 * Asks first; then the member hears no reminder of the draft, and is counted among those who would rather not answer.
 * Whoever answers later counts as anybody does. Where others look on, nothing depends on what the member answered.
 */
export async function declineDraft(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'decline' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  if (draft === undefined) return { kind: 'notice', what: 'nothing-to-decline', subject };
  if (draft.state !== 'open') return showDraftOver(ports, draft.id);
  if (!speaker.overheard && (await ownAnswers(ports, speaker, text.it)).size > 0)
    return { kind: 'notice', what: 'nothing-to-decline', subject };
  if (!intent.confirmed) return { kind: 'confirm', what: 'decline', subject };
  const pseudonym = await pseudonymOf(ports, draft.charter, speaker.member);
  await ports.participation.decline({ draft: draft.id, pseudonym, at: ports.clock.now().toISOString() });
  return { kind: 'notice', what: 'declined', subject };
}
