import { randomUUID } from 'node:crypto';
import type { Announcement, AnnouncementId, Audience } from '../domain/announcement.js';
import { canBecome, type Draft } from '../domain/draft.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { releaseFor } from './results/release-for.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** Asks first; then the draft can be rated again, and its results are hidden until it is closed. */
export async function showReopen(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'reopen' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  const isOver = draft === undefined || (draft.state !== 'closed' && !intent.confirmed);
  if (isOver) return { kind: 'notice', what: 'nothing-to-reopen', subject };
  if (await isSealed(ports, draft)) return { kind: 'notice', what: 'charter-sealed', subject };
  if (!intent.confirmed) return { kind: 'confirm', what: 'reopen', subject };
  const announcement = (await reopenDraft(ports, draft, intent.audience)) ?? (await reopened(ports, draft));
  if (announcement === undefined) return { kind: 'notice', what: 'nothing-to-reopen', subject };
  const { intended } = await ports.announcements.report(announcement.id);
  return {
    kind: 'notice',
    what: 'reopened-now',
    subject: { ...subject, state: 'open' },
    intended,
    announcement: announcement.id,
  };
}

/**
 * Opens a closed draft again and tells of it; nothing when it is not closed any more. Its results are released before, also
 * where nobody has read them: whatever could be read counts as told.
 */
export async function reopenDraft(
  ports: Pick<Ports, 'drafts' | 'clock' | 'releases' | 'charters'>,
  draft: Draft,
  audience: Audience = 'affected',
): Promise<Announcement | undefined> {
  const { id, charter, state } = draft;
  if (!canBecome(state, 'open')) return undefined;
  await releaseFor(ports, draft);
  const announcement: Announcement = {
    id: randomUUID() as AnnouncementId,
    charter,
    kind: 'reopened',
    draft: id,
    audience,
    at: ports.clock.now().toISOString(),
  };
  return (await ports.drafts.reopen({ draft: id, announcement })) ? announcement : undefined;
}

/** Nobody rates a sealed charter any more. */
export async function isSealed(
  { charters }: Pick<Ports, 'charters'>,
  { charter }: Pick<Draft, 'charter'>,
): Promise<boolean> {
  return (await charters.find(charter))?.sealedAt !== undefined;
}

/** What told of it, when the draft is open again already: the same button was pressed before. */
async function reopened(
  { drafts, announcements }: Pick<Ports, 'drafts' | 'announcements'>,
  { id, charter }: Draft,
): Promise<Announcement | undefined> {
  const [newest] = await announcements.latest({ charter, limit: 1 });
  if (newest?.kind !== 'reopened' || newest.draft !== id) return undefined;
  return (await drafts.find(id))?.state === 'open' ? newest : undefined;
}
