import type { DraftId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { textOfDraft } from './text.js';
import type { Ports } from './ports.js';
import type { View } from './views.js';

/** Says that a draft cannot be rated any more, and leads to the one that can, or that was adopted. */
export async function showDraftOver({ drafts }: Pick<Ports, 'drafts'>, id: DraftId): Promise<View> {
  const draft = await drafts.find(id);
  if (draft === undefined || draft.state === 'open') return { kind: 'notice', what: 'outdated' };
  const latest = await drafts.latest(draft.charter);
  const isLater = latest !== undefined && latest.id !== draft.id;
  const isCurrent = isLater && (latest.state === 'open' || latest.state === 'adopted');
  const current = isCurrent ? textOfDraft(latest).subject : undefined;
  const { subject } = textOfDraft(draft);
  return { kind: 'notice', what: `draft-${draft.state}`, subject, ...given({ current }) };
}
