import { sql, type Transaction } from 'kysely';

import type { PlaceStore } from '../app/ports.js';
import type { CharterName } from '../domain/charter.js';
import { everyCharter, type PlaceId } from '../domain/place.js';
import { beyondEditing, noLease } from './announce.js';
import { freeConversations } from './conversations.js';
import type { Database } from './database.js';
import { keep, type Naming } from './kept-query.js';
import { placeColumns, placeOf, wishColumns, wishesAsRow, wishesOf } from './place-row.js';
import type { Tables } from './schema.js';

export function createPlaceStore(database: Database): PlaceStore {
  const { query } = database;
  const withId = keep((parameter: Naming<{ place: PlaceId }>) =>
    query.selectFrom('places').select(placeColumns).where('id', '=', parameter('place')),
  );
  const noteTenant = createTenantNotes(query);

  return {
    async note({ id, address, name, locale, timeZone, at }) {
      const { tenant, conversation, scope, serviceUrl, team = null, member = null } = address;
      await noteTenant(tenant);
      const { numInsertedOrUpdatedRows } = await query
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
          time_zone: timeZone ?? null,
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
              time_zone: eb.fn.coalesce('excluded.time_zone', 'places.time_zone'),
              noted_at: eb.ref('excluded.noted_at'),
              unreachable: null,
            }))
            .where(tellsSomethingNew),
        )
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows) await editCopiesAgain(query, id, at);
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

    async park({ place, at, reason }) {
      await query.transaction().execute(async (tx) => {
        await tx
          .updateTable('places')
          .set({ unreachable: reason, ...(reason === uninstalled ? { welcomed_at: null } : {}) })
          .where('id', '=', place)
          .execute();
        const skipped = await unclaimed(tx, place)
          .set({
            state: sql`case when task = 'send' then 'skipped' else state end`,
            reason: sql`case when task = 'send' then ${reason} else reason end`,
            edit: sql`case when task = 'edit' then 'failed' else edit end`,
            edit_reason: sql`case when task = 'edit' then ${reason} else edit_reason end`,
            settled_at: sql`case when task = 'send' then ${at} else settled_at end`,
            task: null,
            ...noLease,
          })
          .returning(['place', 'announcement as holder'])
          .execute();
        await freeConversations(tx, database, skipped);
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
        if (state === 'active') return;
        const skipped = await unclaimed(tx, place, charter)
          .where('task', '=', 'send')
          .set({ state: 'skipped', reason: 'unsubscribed', settled_at: at, task: null, ...noLease })
          .returning(['place', 'announcement as holder'])
          .execute();
        await freeConversations(tx, database, skipped);
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

    async subscriptions(place) {
      const rows = await query
        .selectFrom('subscriptions')
        .select(['charter', 'state'])
        .where('place', '=', place)
        .orderBy('charter')
        .execute();
      return new Map(rows.map(({ charter, state }) => [charter, state]));
    },

    async wishes(place) {
      const row = await query
        .selectFrom('places')
        .select(wishColumns)
        .where('id', '=', place)
        .executeTakeFirst();
      return row ? wishesOf(row) : {};
    },

    async wish({ place, wishes, at }) {
      await query.transaction().execute(async (tx) => {
        await tx.updateTable('places').set(wishesAsRow(wishes)).where('id', '=', place).execute();
        await unclaimed(tx, place).set({ due: at }).where('held', '=', 1).where('due', '>', at).execute();
      });
    },
  };
}

const uninstalled = 'uninstalled';

/** What is to be done at a place and not on its way there. */
function unclaimed(
  tx: Transaction<Tables>,
  place: PlaceId,
  charter: CharterName | typeof everyCharter = everyCharter,
) {
  return tx
    .updateTable('deliveries')
    .where('place', '=', place)
    .where('task', 'is not', null)
    .where('begun', '=', 0)
    .$if(charter !== everyCharter, (update) =>
      update.where('announcement', 'in', (eb) =>
        eb
          .selectFrom('announcements')
          .select('id')
          .where('charter', '=', charter as CharterName),
      ),
    );
}

/** Most activities come from a place that is known just so; then nothing is written. */
const tellsSomethingNew = sql<boolean>`
  (places.service_url, places.team, places.member, places.name, places.locale, places.time_zone, places.unreachable)
  is distinct from (
    excluded.service_url,
    coalesce(excluded.team, places.team),
    coalesce(excluded.member, places.member),
    coalesce(excluded.name, places.name),
    excluded.locale,
    coalesce(excluded.time_zone, places.time_zone),
    null
  )`;

/** Notes a tenant the first time that one of its places is noted by this process. */
function createTenantNotes(query: Database['query']): (tenant: string) => Promise<void> {
  const noted = new Set<string>();
  return async (tenant) => {
    if (noted.has(tenant)) return;
    await query
      .insertInto('tenants')
      .values({ tenant })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    noted.add(tenant);
  };
}

/** A place that could not be reached may have copies that say what is not so any more. */
async function editCopiesAgain(query: Database['query'], place: PlaceId, at: string): Promise<void> {
  await query
    .updateTable('deliveries')
    .set({ task: 'edit', edit: 'waiting', edit_reason: null, due: at, attempts: 0, misses: 0 })
    .where('place', '=', place)
    .where('edit', '=', 'failed')
    .where('edit_reason', 'not in', beyondEditing)
    .execute();
}
