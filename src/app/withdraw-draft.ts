import { withdrawDraft } from './close-draft.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { showDraftOver } from './show-draft-over.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** Asks first; then nobody rates the draft any more, and the copies posted say so. */
export async function showWithdraw(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'withdraw' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  if (draft === undefined || draft.state === 'closed')
    return { kind: 'notice', what: 'nothing-to-withdraw', subject };
  const isWithdrawn = draft.state === 'withdrawn' && intent.confirmed;
  if (draft.state !== 'open' && !isWithdrawn) return showDraftOver(ports, draft.id);
  if (!intent.confirmed) return { kind: 'confirm', what: 'withdraw', subject };
  if (!isWithdrawn && !(await withdrawDraft(ports, draft))) return showDraftOver(ports, draft.id);
  return { kind: 'notice', what: 'withdrawn-now', subject: { ...subject, state: 'withdrawn' } };
}
