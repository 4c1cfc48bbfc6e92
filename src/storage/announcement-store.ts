import { sql } from 'kysely';

import type { AnnouncementStore } from '../app/ports.js';
import { reportOf } from '../domain/delivery.js';
import type { Scope } from '../domain/place.js';
import { announcementColumns, announcementOf } from './announcement-row.js';
import { beyondEditing, holdAnnouncements, writeAnnouncement } from './announce.js';
import type { Database } from './database.js';
import { filled } from './filled.js';

export function createAnnouncementStore({ query }: Database): AnnouncementStore {
  const announcements = query.selectFrom('announcements').select(announcementColumns);
  const name = sql<string | null>`case when places.scope <> 'personal' then places.name end`;
  // A place that was forgotten was a personal chat.
  const scope = sql<Scope>`coalesce(places.scope, 'personal')`;
  const possiblyTwice = sql<number>`case when state = 'sent' and doubts > 0 then 1 else 0 end`;

  return {
    async find(announcement) {
      const row = await announcements.where('id', '=', announcement).executeTakeFirst();
      return row && announcementOf(row);
    },

    async latest({ charter, limit }) {
      const rows = await announcements
        .where('charter', '=', charter)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(announcementOf);
    },

    announce: (announcement) => query.transaction().execute((tx) => writeAnnouncement(tx, announcement)),

    async report(announcement) {
      const rows = await query
        .selectFrom('deliveries')
        .select(['state', 'reason', 'edit', 'edit_reason as editReason', possiblyTwice.as('twice')])
        .select((eb) => eb.fn.countAll().as('count'))
        .where('announcement', '=', announcement)
        .groupBy(['state', 'reason', 'edit', 'edit_reason', possiblyTwice])
        .execute();
      return reportOf(
        rows.map(({ twice, count, ...row }) => ({
          ...filled(row),
          doubtful: twice === 1,
          count: Number(count),
        })),
      );
    },

    async unreached({ announcement, limit }) {
      const rows = await query
        .selectFrom('deliveries')
        .leftJoin('places', 'places.id', 'deliveries.place')
        .select([scope.as('scope'), 'deliveries.reason', name.as('name')])
        .where('announcement', '=', announcement)
        .where('state', 'in', ['failed', 'skipped'])
        // Not by place: whoever compares two reports would find each chat again by where it stands.
        .orderBy(sql`${name} is null`)
        .orderBy(name)
        .orderBy(scope)
        .orderBy('deliveries.reason')
        .limit(limit)
        .execute();
      return rows.map(({ reason, ...row }) => ({ ...filled(row), reason: reason ?? 'unknown' }));
    },

    async places(announcement) {
      const rows = await query
        .selectFrom('deliveries')
        .leftJoin('places', 'places.id', 'deliveries.place')
        .select([scope.as('scope'), 'state', 'reason', 'edit', 'edit_reason as editReason'])
        .select((eb) => [name.as('name'), possiblyTwice.as('twice'), eb.fn.countAll().as('count')])
        .where('announcement', '=', announcement)
        .groupBy([name, scope, 'state', 'reason', possiblyTwice, 'edit', 'edit_reason'])
        .orderBy(sql`${name} is null`)
        .orderBy(name)
        .orderBy(scope)
        .orderBy('state')
        .orderBy('reason')
        .orderBy('edit')
        .orderBy('edit_reason')
        .orderBy(possiblyTwice)
        .execute();
      return rows.map(({ twice, count, ...row }) => ({
        ...filled(row),
        possiblyTwice: twice === 1,
        count: Number(count),
      }));
    },

    async retry({ announcement, at }) {
      return query.transaction().execute(async (tx) => {
        await holdAnnouncements(tx, { announcement });
        const failed = (state: 'state' | 'edit') =>
          tx
            .updateTable('deliveries')
            .where('announcement', '=', announcement)
            .where(state, '=', 'failed')
            .where('place', 'in', (eb) =>
              eb.selectFrom('places').select('id').where('unreachable', 'is', null),
            );
        const anew = { due: at, attempts: 0, misses: 0 } as const;
        const over = tx
          .selectFrom('announcements')
          .innerJoin('drafts', 'drafts.id', 'announcements.draft')
          .leftJoin('consent_rounds', 'consent_rounds.draft', 'drafts.id')
          .select('announcements.id')
          .where('announcements.id', '=', announcement)
          .where((eb) =>
            eb.or([
              eb('kind', 'not in', ['consent', 'adopted', 'review']).and('drafts.state', '<>', 'open'),
              eb('kind', '=', 'consent').and('consent_rounds.closed_at', 'is not', null),
            ]),
          );
        const sends = await failed('state')
          .where('announcement', 'not in', over)
          .set({ state: 'waiting', reason: null, settled_at: null, task: 'send', ...anew })
          .executeTakeFirst();
        const edits = await failed('edit')
          .where('edit_reason', 'not in', beyondEditing)
          .set({ edit: 'waiting', edit_reason: null, task: 'edit', ...anew })
          .executeTakeFirst();
        return Number(sends.numUpdatedRows + edits.numUpdatedRows);
      });
    },
  };
}
