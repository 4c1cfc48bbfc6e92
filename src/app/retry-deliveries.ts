import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import { findCharter } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import { showDeliveries } from './show-deliveries.js';
import type { Speaker } from './speaker.js';
import type { View } from './views.js';

/** Sends the failed part of an announcement again; of the newest where none is named. */
export async function showRetry(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'retry' }>,
): Promise<View> {
  const named =
    intent.announcement === undefined ? undefined : await ports.announcements.find(intent.announcement);
  if (intent.announcement !== undefined && !belongsTo(named, intent.charter))
    return { kind: 'notice', what: 'outdated' };
  const charter = await findCharter(ports, speaker, named?.charter ?? intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  const { name } = charter.it;
  const [newest] = named ? [named] : await ports.announcements.latest({ charter: name, limit: 1 });
  if (newest === undefined) return showDeliveries(ports, speaker, { kind: 'deliveries', charter: name });
  return { kind: 'notice', what: 'retried', count: await retryDeliveries(ports, newest.id) };
}

/** What failed waits again; answers how many. Whoever got it is left alone. */
export function retryDeliveries(
  { announcements, clock }: Pick<Ports, 'announcements' | 'clock'>,
  announcement: AnnouncementId,
): Promise<number> {
  return announcements.retry({ announcement, at: clock.now().toISOString() });
}

function belongsTo(announcement: Announcement | undefined, charter: CharterName | undefined): boolean {
  return announcement !== undefined && (charter === undefined || announcement.charter === charter);
}
