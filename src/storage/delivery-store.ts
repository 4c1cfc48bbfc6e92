import { sql } from 'kysely';

import type { ClaimedDelivery, DeliveryStore, Settlement } from '../app/ports.js';
import type { AnnouncementId } from '../domain/announcement.js';
import type { PlaceId } from '../domain/place.js';
import type { Database } from './database.js';
import { taking } from './dialect.js';
import { filled } from './filled.js';
import { placeColumns, placeOf } from './place-row.js';

type Query = Database['query'];

const noLease = { worker: null, lease_until: null } as const;

export function createDeliveryStore({ query, dialect }: Database): DeliveryStore {
  return {
    /** Choosing and taking are one statement. A lease that ran out counts as a try, so that none is tried for ever. */
    async claim({ worker, now, leaseUntil, limit }) {
      const due = query
        .selectFrom('deliveries')
        .select(['announcement', 'place'])
        .where('settled_at', 'is', null)
        .where('due', '<=', now)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
        .orderBy('due')
        .limit(limit);
      const claimed = await query
        .with('due', () => taking(dialect, due))
        .updateTable('deliveries')
        .from('due')
        .set((eb) => ({
          state: 'sending',
          worker,
          lease_until: leaseUntil,
          attempts: eb
            .case()
            .when('worker', 'is', null)
            .then(eb.ref('attempts'))
            .else(eb('attempts', '+', 1))
            .end(),
        }))
        .whereRef('deliveries.announcement', '=', 'due.announcement')
        .whereRef('deliveries.place', '=', 'due.place')
        .returning(['deliveries.announcement', 'deliveries.place'])
        .execute();
      return withDetails(query, claimed);
    },

    async settle({ announcement, place, worker, at, outcome }) {
      const { numUpdatedRows } = await query
        .updateTable('deliveries')
        .set((eb) => ({
          ...noLease,
          ...settled(outcome, at),
          ...(outcome.state === 'waiting' && outcome.countsAsAttempt
            ? { attempts: eb('attempts', '+', 1) }
            : {}),
        }))
        .where('announcement', '=', announcement)
        .where('place', '=', place)
        .where('worker', '=', worker)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async release(worker) {
      await query
        .updateTable('deliveries')
        .set({ ...noLease, state: 'waiting' })
        .where('settled_at', 'is', null)
        .where('worker', '=', worker)
        .execute();
    },
  };
}

function settled(outcome: Settlement, at: string) {
  switch (outcome.state) {
    case 'sent':
      return { state: outcome.state, message: outcome.message ?? null, settled_at: at };
    case 'waiting':
      return { state: outcome.state, due: outcome.due };
    case 'failed':
    case 'skipped':
      return { state: outcome.state, reason: outcome.reason, settled_at: at };
  }
}

async function withDetails(
  query: Query,
  claimed: readonly { announcement: AnnouncementId; place: PlaceId }[],
): Promise<readonly ClaimedDelivery[]> {
  if (claimed.length === 0) return [];
  const keys = sql.join(claimed.map(({ announcement, place }) => sql`(${announcement}, ${place})`));
  const rows = await query
    .selectFrom('deliveries')
    .innerJoin('announcements', 'announcements.id', 'deliveries.announcement')
    .innerJoin('places', 'places.id', 'deliveries.place')
    .select(placeColumns)
    .select(['announcement', 'charter', 'kind', 'draft', 'at', 'attempts'])
    .where(sql<boolean>`(deliveries.announcement, deliveries.place) in (values ${keys})`)
    .execute();
  return rows.map(({ announcement, charter, kind, draft, at, attempts, ...place }) => ({
    announcement: filled({ id: announcement, charter, kind, draft, at }),
    place: placeOf(place),
    attempts,
  }));
}
