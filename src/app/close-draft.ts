import { canBecome, type Draft, type DraftState } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import { planClosing } from './plan-closing.js';
import { plannedNotice } from './planned-notice.js';
import { zoneOf } from './planned-time.js';
import type { Ports } from './ports.js';
import { showDraftOver } from './show-draft-over.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** Asks first; then ends the rating, and everybody can read the results from that moment. At a time: plans it. */
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
  if (intent.at !== undefined) {
    const planned = await planClosing(ports, { draft, at: intent.at, editor: speaker.member });
    return plannedNotice(planned, subject);
  }
  if (!intent.confirmed) {
    const timeZone = await zoneOf(ports, draft.charter);
    const planned = draft.closesAt === undefined ? undefined : { at: draft.closesAt, timeZone };
    return { kind: 'confirm', what: 'close', subject, timeZone, ...given({ planned }) };
  }
  if (!(await closeDraft(ports, draft))) return showDraftOver(ports, draft.id);
  return { kind: 'notice', what: 'closed-now', subject: { ...subject, state: 'closed' } };
}

/** Ends the rating. False when the draft is not open any more. */
export function closeDraft(ports: Pick<Ports, 'drafts' | 'clock'>, draft: Draft): Promise<boolean> {
  return endDraft(ports, draft, 'closed');
}

/** Takes a draft back: nobody rates it any more, and its results are shown to nobody. False as for closing. */
export function withdrawDraft(ports: Pick<Ports, 'drafts' | 'clock'>, draft: Draft): Promise<boolean> {
  return endDraft(ports, draft, 'withdrawn');
}

async function endDraft(
  { drafts, clock }: Pick<Ports, 'drafts' | 'clock'>,
  { id, state }: Draft,
  to: DraftState,
): Promise<boolean> {
  if (!canBecome(state, to)) return false;
  return drafts.change({ draft: id, from: state, to, at: clock.now().toISOString() });
}
