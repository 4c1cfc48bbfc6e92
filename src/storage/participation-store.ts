import type { ParticipationStore } from '../app/results/release-store.js';
import type { Database } from './database.js';

export function createParticipationStore({ query }: Database): ParticipationStore {
  return {
    async chooseGroup({ charter, pseudonym, group }) {
      if (group === null) {
        const own = query.deleteFrom('member_groups').where('charter', '=', charter);
        await own.where('pseudonym', '=', pseudonym).execute();
        return;
      }
      await query
        .insertInto('member_groups')
        .values({ charter, pseudonym, group_name: group })
        .onConflict((conflict) =>
          conflict.columns(['charter', 'pseudonym']).doUpdateSet({ group_name: group }),
        )
        .execute();
    },

    async groupOf({ charter, pseudonym }) {
      const row = await query
        .selectFrom('member_groups')
        .select('group_name')
        .where('charter', '=', charter)
        .where('pseudonym', '=', pseudonym)
        .executeTakeFirst();
      return row?.group_name;
    },

    async decline({ draft, pseudonym, at }) {
      await query
        .insertInto('declines')
        .values({ draft, pseudonym, declined_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async hasDeclined({ draft, pseudonym }) {
      const row = await query
        .selectFrom('declines')
        .select('draft')
        .where('draft', '=', draft)
        .where('pseudonym', '=', pseudonym)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
