import { createHash } from 'node:crypto';
import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { Draft } from '../domain/draft.js';
import { findText } from './find-text.js';
import type { Intent } from './intent.js';
import { zoneOf } from './planned-time.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';
import { localDay } from './zoned-time.js';

/** Asks first; then those who have not finished are reminded, and nobody is shown who they are. */
export async function showReminding(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'remind' }>,
): Promise<View> {
  const text = await findText(ports, speaker, intent.about, intent);
  if (text.kind === 'instead') return text.view;
  const { draft, subject } = text.it;
  if (draft?.state !== 'open') return { kind: 'notice', what: 'nothing-to-remind', subject };
  if (!intent.confirmed) return { kind: 'confirm', what: 'remind', subject };
  const announcement = await remindMembers(ports, draft);
  return { kind: 'notice', what: 'reminding', subject, announcement };
}

/** Once a day at most: asking for it again on the same day reminds nobody twice. */
async function remindMembers(
  ports: Pick<Ports, 'announcements' | 'charters' | 'clock' | 'manners'>,
  draft: Draft,
): Promise<AnnouncementId> {
  const now = ports.clock.now();
  const day = localDay(now, await zoneOf(ports, draft.charter));
  const id = createHash('sha256').update(`${draft.id} ${day}`).digest('hex').slice(0, 32) as AnnouncementId;
  await ports.announcements.announce(reminderOf(draft, { id, at: now }));
  return id;
}

export function reminderOf(
  { id: draft, charter }: Pick<Draft, 'id' | 'charter'>,
  { id, at }: { id: AnnouncementId; at: Date },
): Announcement {
  return { id, charter, kind: 'reminder', draft, audience: 'affected', at: at.toISOString() };
}
