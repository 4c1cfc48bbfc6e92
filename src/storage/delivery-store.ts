import { sql } from 'kysely';

import type { DeliveryStore } from '../app/ports.js';
import { noLease } from './announce.js';
import { claim } from './claim.js';
import { freeConversations } from './conversations.js';
import type { Database } from './database.js';
import { createDeliveryWrites } from './settle.js';

export function createDeliveryStore(database: Database): DeliveryStore {
  const { query } = database;

  return {
    ...createDeliveryWrites(database),

    async tenants() {
      const rows = await query.selectFrom('tenants').select('tenant').orderBy('tenant').execute();
      return rows.map(({ tenant }) => tenant);
    },

    claim: (which) => claim(database, which),

    async release(worker) {
      await query.transaction().execute(async (tx) => {
        const released = await tx
          .updateTable('deliveries')
          .set({ state: sql`case when task = 'send' then 'waiting' else state end`, ...noLease })
          .where('task', 'is not', null)
          .where('worker', '=', worker)
          .where('begun', '=', 0)
          .returning(['place', 'announcement as holder'])
          .execute();
        await freeConversations(tx, database, released);
      });
    },

    async isSuperseded({ announcement, place }) {
      const later = await query
        .selectFrom('announcements')
        .innerJoin('announcements as later', 'later.draft', 'announcements.draft')
        .innerJoin('deliveries', 'deliveries.announcement', 'later.id')
        .select('later.id')
        .where('announcements.id', '=', announcement)
        .whereRef('later.at', '>', 'announcements.at')
        .where('deliveries.place', '=', place)
        .where('deliveries.state', 'in', ['waiting', 'sending', 'sent'])
        .limit(1)
        .executeTakeFirst();
      return later !== undefined;
    },

    async queue(now) {
      const { length, oldest } = await query
        .selectFrom('deliveries')
        .select((eb) => [
          eb.fn.countAll().as('length'),
          eb.fn.min<string | null>('due').filterWhere('due', '<=', now).as('oldest'),
        ])
        .where('task', 'is not', null)
        .executeTakeFirstOrThrow();
      return { length: Number(length), ...(oldest === null ? {} : { oldest }) };
    },
  };
}
