import { sql } from 'kysely';

import type { PlaceStore } from '../app/ports.js';
import { everyCharter, type PlaceId } from '../domain/place.js';
import type { Database } from './database.js';
import { keep, type Naming } from './kept-query.js';
import { placeColumns, placeOf } from './place-row.js';

export function createPlaceStore({ query }: Database): PlaceStore {
  const withId = keep((parameter: Naming<{ place: PlaceId }>) =>
    query.selectFrom('places').select(placeColumns).where('id', '=', parameter('place')),
  );

  return {
    async note({ id, address, name, locale, at }) {
      const { tenant, conversation, scope, serviceUrl, team = null, member = null } = address;
      await query
        .insertInto('places')
        .values({
          id,
          tenant,
          conversation,
          scope,
          service_url: serviceUrl,
          team,
          member,
          name: name ?? null,
          locale,
          noted_at: at,
        })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((eb) => ({
              service_url: eb.ref('excluded.service_url'),
              team: eb.fn.coalesce('excluded.team', 'places.team'),
              member: eb.fn.coalesce('excluded.member', 'places.member'),
              name: eb.fn.coalesce('excluded.name', 'places.name'),
              locale: eb.ref('excluded.locale'),
              noted_at: eb.ref('excluded.noted_at'),
            }))
            .where(tellsSomethingNew),
        )
        .execute();
    },

    async find(place) {
      const { rows } = await query.executeQuery(withId({ place }));
      return rows.map(placeOf)[0];
    },

    async welcome({ place, at }) {
      const { numUpdatedRows } = await query
        .updateTable('places')
        .set({ welcomed_at: at })
        .where('id', '=', place)
        .where('welcomed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async remove({ place, at, reason }) {
      await query.transaction().execute(async (tx) => {
        await tx.updateTable('places').set({ welcomed_at: null }).where('id', '=', place).execute();
        await tx
          .updateTable('subscriptions')
          .set({ state: 'stopped', state_at: at })
          .where('place', '=', place)
          .where('state', '=', 'active')
          .execute();
        await tx
          .updateTable('deliveries')
          .set({ state: 'skipped', reason, settled_at: at })
          .where('place', '=', place)
          .where('settled_at', 'is', null)
          .where('state', '=', 'waiting')
          .execute();
      });
    },

    async inTeam({ tenant, team }) {
      const rows = await query
        .selectFrom('places')
        .select('id')
        .where('tenant', '=', tenant)
        .where('team', '=', team)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },

    async subscribe({ place, charter, state, at }) {
      const standing = { state, state_at: at };
      await query.transaction().execute(async (tx) => {
        if (charter === everyCharter)
          await tx.deleteFrom('subscriptions').where('place', '=', place).execute();
        await tx
          .insertInto('subscriptions')
          .values({ place, charter, ...standing })
          .onConflict((conflict) => conflict.columns(['place', 'charter']).doUpdateSet(standing))
          .execute();
      });
    },

    async subscribed({ place, charter }) {
      const rows = await query
        .selectFrom('subscriptions')
        .select(['charter', 'state'])
        .where('place', '=', place)
        .where('charter', 'in', [charter, everyCharter])
        .execute();
      const deciding = rows.find((row) => row.charter === charter) ?? rows[0];
      return deciding?.state === 'active';
    },
  };
}

/** Most activities come from a place that is known just so; then nothing is written. */
const tellsSomethingNew = sql<boolean>`
  (places.service_url, places.team, places.member, places.name, places.locale) is distinct from (
    excluded.service_url,
    coalesce(excluded.team, places.team),
    coalesce(excluded.member, places.member),
    coalesce(excluded.name, places.name),
    excluded.locale
  )`;
