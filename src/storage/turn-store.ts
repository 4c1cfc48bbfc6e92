import { randomUUID } from 'node:crypto';

import { sql, type RawBuilder } from 'kysely';

import type { TurnStore } from '../app/ports.js';
import type { PlaceId } from '../domain/place.js';
import { freeConversations, takeConversations } from './conversations.js';
import type { Database } from './database.js';
import { clock, greatest } from './dialect.js';

/** How long somebody who entered may be silent before another may enter, in milliseconds. */
const longestStay = 20_000;

/** Turns and pauses go by the database's clock, so that it does not matter how the replicas' clocks differ. */
export function createTurnStore(database: Database): TurnStore {
  const { query, dialect } = database;
  const now = clock(dialect);
  /** What this process holds. */
  const holders = new Map<PlaceId, string>();
  const atLeast = (milliseconds: RawBuilder<number>) => greatest(dialect, sql.lit(0), milliseconds);

  return {
    async reserve({ tenant, count, apart }) {
      const taken = sql<number>`cast(${count * apart} as double precision)`;
      const { wait } = await query
        .insertInto('tenants')
        .values({ tenant, next_turn: sql`${now} + ${taken}` })
        .onConflict((conflict) =>
          conflict.column('tenant').doUpdateSet({
            next_turn: sql<number>`${greatest(dialect, sql`tenants.next_turn`, sql`tenants.paused_until`, now)} + ${taken}`,
          }),
        )
        .returning(atLeast(sql`next_turn - ${taken} - ${now}`).as('wait'))
        .executeTakeFirstOrThrow();
      return wait;
    },

    async pause({ tenant, milliseconds }) {
      const until = sql<number>`${now} + cast(${milliseconds} as double precision)`;
      await query
        .insertInto('tenants')
        .values({ tenant, paused_until: until })
        .onConflict((conflict) =>
          conflict
            .column('tenant')
            .doUpdateSet({ paused_until: greatest(dialect, sql`tenants.paused_until`, until) }),
        )
        .execute();
    },

    async pausedFor(tenant) {
      const row = await query
        .selectFrom('tenants')
        .select(atLeast(sql`paused_until - ${now}`).as('left'))
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      return row?.left ?? 0;
    },

    async enter(place) {
      const holder = `reply ${randomUUID()}`;
      const taken = await takeConversations(query, database, {
        takers: [{ place, holder }],
        milliseconds: longestStay,
      });
      if (taken.has(place)) holders.set(place, holder);
      return taken.has(place);
    },

    async leave(place) {
      const holder = holders.get(place);
      if (holder === undefined) return;
      holders.delete(place);
      await freeConversations(query, database, [{ place, holder }]);
    },
  };
}
