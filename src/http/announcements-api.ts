import type { Ports, ReportedPlaces } from '../app/ports.js';
import { retryDeliveries } from '../app/retry-deliveries.js';
import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import { given } from '../domain/given.js';
import { ok, refused, withCharter, type ApiAnswer } from './api-answer.js';
import { csvOf } from './csv.js';
import { notFound } from './problem.js';

const mostListed = 10;

/** What was announced, and whom it reached. */
export function createAnnouncementsApi(ports: Ports) {
  return {
    readAnnouncements: (charter: string) =>
      withCharter(ports, charter, async (name) => {
        const latest = await ports.announcements.latest({ charter: name, limit: mostListed });
        return ok(200, { announcements: await Promise.all(latest.map((each) => described(ports, each))) });
      }),
    readAnnouncement: (id: string) =>
      withAnnouncement(ports, id, async (found) => ok(200, await described(ports, found))),
    readDeliveries: (id: string, form: 'json' | 'csv') =>
      withAnnouncement(ports, id, async (found) => {
        const rows = await ports.announcements.places(found.id);
        return form === 'csv' ? { kind: 'csv', csv: csvOf(columns, rows.map(cellsOf)) } : inJson(found, rows);
      }),
    retry: (id: string) =>
      withAnnouncement(ports, id, async (found) =>
        ok(200, { announcement: found.id, retried: await retryDeliveries(ports, found.id) }),
      ),
  };
}

async function withAnnouncement(
  { announcements }: Ports,
  id: string,
  then: (announcement: Announcement) => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const announcement = await announcements.find(id as AnnouncementId);
  return announcement === undefined ? refused(notFound) : then(announcement);
}

async function described({ announcements }: Ports, announcement: Announcement): Promise<object> {
  const { id, charter, kind, draft, audience, at } = announcement;
  return { id, charter, kind, ...given({ draft }), audience, at, ...(await announcements.report(id)) };
}

function inJson({ id }: Announcement, rows: readonly ReportedPlaces[]): ApiAnswer {
  const intended = rows.reduce((sum, { count }) => sum + count, 0);
  const deliveries = rows.map(({ name, reason, edit, editReason, ...rest }) => ({
    ...{ place: name ?? null, scope: rest.scope, state: rest.state, reason: reason ?? null },
    ...{ possiblyTwice: rest.possiblyTwice, edit: edit ?? null, editReason: editReason ?? null },
    count: rest.count,
  }));
  return ok(200, { announcement: id, intended, deliveries });
}

const columns = [
  'place',
  'scope',
  'state',
  'reason',
  'possiblyTwice',
  'edit',
  'editReason',
  'count',
] as const;

function cellsOf({ name, scope, state, reason, possiblyTwice, edit, editReason, count }: ReportedPlaces) {
  return [name, scope, state, reason, possiblyTwice, edit, editReason, count];
}
