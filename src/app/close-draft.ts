import { canBecome, type Draft, type DraftState } from '../domain/draft.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { showDraftOver } from './show-draft-over.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** Asks first; then ends the rating, and everybody can read the results from that moment. */
export async function showClose(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'close' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  if (draft === undefined) return { kind: 'notice', what: 'nothing-to-close', subject };
  if (draft.state !== 'open') return showDraftOver(ports, draft.id);
  if (!intent.confirmed) return { kind: 'confirm-close', subject };
  if (!(await closeDraft(ports, draft))) return showDraftOver(ports, draft.id);
  return { kind: 'notice', what: 'closed-now', subject: { ...subject, state: 'closed' } };
}

/** Ends the rating. False when the draft is not open any more. */
export function closeDraft(ports: Pick<Ports, 'drafts' | 'clock'>, draft: Draft): Promise<boolean> {
  return end(ports, draft, 'closed');
}

/** Takes a draft back: nobody rates it any more, and its results are shown to nobody. False as for closing. */
export function withdrawDraft(ports: Pick<Ports, 'drafts' | 'clock'>, draft: Draft): Promise<boolean> {
  return end(ports, draft, 'withdrawn');
}

async function end(
  { drafts, clock }: Pick<Ports, 'drafts' | 'clock'>,
  { id, state }: Draft,
  to: DraftState,
): Promise<boolean> {
  if (!canBecome(state, to)) return false;
  return drafts.change({ draft: id, from: state, to, at: clock.now().toISOString() });
}
