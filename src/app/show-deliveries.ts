import type { Announcement } from '../domain/announcement.js';
import { given } from '../domain/given.js';
import { findCharter } from './find-text.js';
import type { Intent } from './intent.js';
import type { Ports } from './ports.js';
import type { Speaker } from './speaker.js';
import type { DeliveriesView, View } from './views.js';

const newestShown = 3;
const unreachedShown = 20;

/** Whom the newest announcements of a charter reached, and whom not, and why. */
export async function showDeliveries(
  ports: Ports,
  speaker: Speaker,
  intent: Extract<Intent, { kind: 'deliveries' }>,
): Promise<View> {
  const charter = await findCharter(ports, speaker, intent.charter, intent);
  if (charter.kind === 'instead') return charter.view;
  const { name } = charter.it;
  const newest = await ports.announcements.latest({ charter: name, limit: newestShown });
  const announcements = await Promise.all(newest.map((announcement) => deliveriesOf(ports, announcement)));
  return { kind: 'deliveries', charter: name, announcements };
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
