import type { AnnouncementStore } from '../app/ports.js';
import { reportOf } from '../domain/delivery.js';
import type { Database } from './database.js';
import { filled } from './filled.js';

export function createAnnouncementStore({ query }: Database): AnnouncementStore {
  const announcements = query.selectFrom('announcements').select(['id', 'charter', 'kind', 'draft', 'at']);

  return {
    async find(announcement) {
      const row = await announcements.where('id', '=', announcement).executeTakeFirst();
      return row && filled(row);
    },

    async latest({ charter, limit }) {
      const rows = await announcements
        .where('charter', '=', charter)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(filled);
    },

    async report(announcement) {
      const rows = await query
        .selectFrom('deliveries')
        .select((eb) => ['state', 'reason', eb.fn.countAll().as('count')])
        .where('announcement', '=', announcement)
        .groupBy(['state', 'reason'])
        .execute();
      return reportOf(
        rows.map(({ state, reason, count }) => ({ ...filled({ state, reason }), count: Number(count) })),
      );
    },

    async unreached({ announcement, limit }) {
      const rows = await query
        .selectFrom('deliveries')
        .innerJoin('places', 'places.id', 'deliveries.place')
        .select(['places.name', 'places.scope', 'deliveries.reason'])
        .where('announcement', '=', announcement)
        .where('state', 'in', ['failed', 'skipped'])
        .orderBy('places.id')
        .limit(limit)
        .execute();
      return rows.map(({ name, scope, reason }) => ({
        ...filled({ name: scope === 'personal' ? null : name, scope }),
        reason: reason ?? 'unknown',
      }));
    },
  };
}
