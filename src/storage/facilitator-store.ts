import { sql } from 'kysely';

import type { FacilitatorStore } from '../app/ports.js';
import type { MemberId } from '../domain/place.js';
import type { Database } from './database.js';
import { filled } from './filled.js';

export function createFacilitatorStore({ query }: Database): FacilitatorStore {
  const withId = (member: MemberId) =>
    query.selectFrom('facilitators').select('role').where('member', '=', member);

  return {
    async has(member) {
      const row = await withId(member).where('role', '=', 'facilitator').executeTakeFirst();
      return row !== undefined;
    },

    async add({ member, at }) {
      await query
        .insertInto('facilitators')
        .values({ member, added_at: at, role: 'facilitator' })
        .onConflict((conflict) =>
          conflict
            .column('member')
            .doUpdateSet({ role: 'facilitator' })
            .where('facilitators.role', '=', 'moderator'),
        )
        .execute();
    },

    listed: () => Promise.reject(new Error('not built yet')),
    remove: () => Promise.reject(new Error('not built yet')),
    invite: () => Promise.reject(new Error('not built yet')),
    accept: () => Promise.reject(new Error('not built yet')),

    async isModerator(member) {
      return (await withId(member).executeTakeFirst()) !== undefined;
    },

    async addModerator({ member, at }) {
      await query
        .insertInto('facilitators')
        .values({ member, added_at: at, role: 'moderator' })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async noteName({ member, name }) {
      await query
        .updateTable('facilitators')
        .set({ name })
        .where('member', '=', member)
        .where('name', 'is distinct from', name)
        .execute();
    },

    async all() {
      const rows = await query
        .selectFrom('facilitators')
        .select(['role', 'name'])
        .orderBy(sql`name is null`)
        .orderBy('name')
        .orderBy('role')
        .execute();
      return rows.map(filled);
    },
  };
}
