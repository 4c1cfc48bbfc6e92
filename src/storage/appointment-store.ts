import type { AppointmentStore } from '../app/ports.js';
import type { Database } from './database.js';
import { filled } from './filled.js';

export function createAppointmentStore({ query }: Database): AppointmentStore {
  const appointments = query
    .selectFrom('appointments')
    .select(['id', 'kind', 'charter', 'draft', 'at', 'time_zone as timeZone', 'editor', 'source', 'audience'])
    .orderBy('at')
    .orderBy('id');

  return {
    async make({ id, kind, charter, draft, at, timeZone, editor, source, audience }) {
      const row = {
        ...{ id, at, time_zone: timeZone, editor },
        ...{ draft: draft ?? null, source: source ?? null, audience: audience ?? null },
      };
      await query
        .insertInto('appointments')
        .values({ kind, charter, ...row })
        .onConflict((conflict) => conflict.columns(['charter', 'kind']).doUpdateSet(row))
        .execute();
    },

    async cancel({ charter, kind }) {
      const { numDeletedRows } = await query
        .deleteFrom('appointments')
        .where('charter', '=', charter)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async of(charter) {
      const rows = await appointments.where('charter', '=', charter).execute();
      return rows.map(filled);
    },

    async due(now) {
      const rows = await appointments.where('at', '<=', now).execute();
      return rows.map(filled);
    },

    async kept(id) {
      await query.deleteFrom('appointments').where('id', '=', id).execute();
    },
  };
}
