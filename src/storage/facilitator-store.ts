import type { FacilitatorStore } from '../app/ports.js';
import type { Database } from './database.js';

export function createFacilitatorStore({ query }: Database): FacilitatorStore {
  return {
    async has(member) {
      const row = await query
        .selectFrom('facilitators')
        .select('member')
        .where('member', '=', member)
        .executeTakeFirst();
      return row !== undefined;
    },

    async add({ member, at }) {
      await query
        .insertInto('facilitators')
        .values({ member, added_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}
