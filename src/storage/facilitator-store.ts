import { createHmac } from 'node:crypto';

import { sql, type Transaction } from 'kysely';

import type { FacilitatorStore } from '../app/ports.js';
import type { MemberId } from '../domain/place.js';
import type { Database } from './database.js';
import { addFacilitator, removeFacilitator } from './facilitators.js';
import { filled } from './filled.js';
import type { InstallationKeys } from './installation-keys.js';
import { acceptInvitation, keepInvitation } from './invitations.js';
import type { Tables } from './schema.js';
import { repeatingDeadlocks } from './settle.js';

/** Characters of a mark. */
const markLength = 8;

export function createFacilitatorStore(database: Database, keys: InstallationKeys): FacilitatorStore {
  const { query } = database;
  const inOne = <T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
    repeatingDeadlocks(() => query.transaction().execute(work));
  /** Whoever was removed may still be a moderator. */
  const standing = query
    .selectFrom('facilitators')
    .where((eb) => eb.or([eb('role', '=', 'moderator'), eb('removed_at', 'is', null)]));
  const facilitating = standing.where('role', '=', 'facilitator');

  return {
    async has(member) {
      const row = await facilitating.select('member').where('member', '=', member).executeTakeFirst();
      return row !== undefined;
    },

    add: (facilitator) => inOne((tx) => addFacilitator(tx, facilitator)),

    async listed() {
      const key = await keys('facilitators');
      const rows = await facilitating
        .select(['member', 'name'])
        .orderBy(sql`name is null`)
        .orderBy('name')
        .orderBy('member')
        .execute();
      return rows.map((row) => ({ mark: markOf(key, row.member), ...filled(row) }));
    },

    remove: (which) => inOne((tx) => removeFacilitator(database, tx, which)),
    invite: (invitation) => inOne((tx) => keepInvitation(tx, invitation)),
    accept: (which) => inOne((tx) => acceptInvitation(tx, which)),

    async isModerator(member) {
      const row = await standing.select('member').where('member', '=', member).executeTakeFirst();
      return row !== undefined;
    },

    /** It does not make a facilitator again of somebody who was removed, but does not hide that they moderate. */
    async addModerator({ member, at }) {
      await query
        .insertInto('facilitators')
        .values({ member, added_at: at, role: 'moderator' })
        .onConflict((conflict) =>
          conflict
            .column('member')
            .doUpdateSet({ role: 'moderator' })
            .where('facilitators.removed_at', 'is not', null),
        )
        .execute();
    },

    async noteName({ member, name }) {
      await query
        .updateTable('facilitators')
        .set({ name })
        .where('member', '=', member)
        .where((eb) => eb.or([eb('role', '=', 'moderator'), eb('removed_at', 'is', null)]))
        .where('name', 'is distinct from', name)
        .execute();
    },

    async all() {
      const rows = await standing
        .select(['role', 'name'])
        .orderBy(sql`name is null`)
        .orderBy('name')
        .orderBy('role')
        .execute();
      return rows.map(filled);
    },
  };
}

/** The same for the same member; who knows ids and not the key cannot tell whose it is. */
function markOf(key: Buffer, member: MemberId): string {
  return createHmac('sha256', key).update(member).digest('hex').slice(0, markLength);
}
