import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { findCharter } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { DeliveriesView, View } from './views.js';

const newestShown = 3;
const unreachedShown = 20;

/** Whom an announcement, or the newest of a charter, reached, and whom not, and why. */
export async function showDeliveries(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'deliveries' }>,
): Promise<View> {
  const charter = await findCharter(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  const { name } = charter.it;
  const chosen = await chooseAnnouncements(ports, name, intent.announcement);
  const announcements = await Promise.all(chosen.map((announcement) => deliveriesOf(ports, announcement)));
  return { kind: 'deliveries', charter: name, announcements };
}

/** The one that is named, if it is the charter's. */
async function chooseAnnouncements(
  { announcements }: Ports,
  charter: CharterName,
  id: AnnouncementId | undefined,
): Promise<readonly Announcement[]> {
  const named = id === undefined ? undefined : await announcements.find(id);
  if (named?.charter === charter) return [named];
  return announcements.latest({ charter, limit: newestShown });
}

async function deliveriesOf(
  { announcements, drafts }: Ports,
  announcement: Announcement,
): Promise<DeliveriesView['announcements'][number]> {
  const { id } = announcement;
  const draft = announcement.draft === undefined ? undefined : await drafts.find(announcement.draft);
  const report = await announcements.report(id);
  const unreached = await announcements.unreached({ announcement: id, limit: unreachedShown });
  return { announcement, report, unreached, ...given({ number: draft?.number }) };
}
