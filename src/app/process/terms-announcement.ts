import { randomUUID } from 'node:crypto';

import type { Announcement, AnnouncementId } from '../../domain/announcement.js';
import type { CharterName } from '../../domain/charter.js';

/**
 * Tells every place that what was fixed when rating opened has changed. What changed is in the ledger, under the same
 * instant. It names no draft: it is told also where that ends meanwhile.
 */
export function termsAnnouncement(charter: CharterName, at: string): Announcement {
  return { id: randomUUID() as AnnouncementId, charter, kind: 'terms', audience: 'all', at };
}
