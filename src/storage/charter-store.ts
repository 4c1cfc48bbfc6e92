import type { CharterStore } from '../app/ports.js';
import type { Charter, CharterName } from '../domain/charter.js';
import type { Database } from './database.js';
import { framingFromJson } from './framing-json.js';

export function createCharterStore({ query }: Database): CharterStore {
  return {
    async all() {
      const rows = await query.selectFrom('charters').selectAll().orderBy('name').execute();
      return rows.map(charterOf);
    },

    async find(charter) {
      const row = await query
        .selectFrom('charters')
        .selectAll()
        .where('name', '=', charter)
        .executeTakeFirst();
      return row && charterOf(row);
    },

    async pseudonymKey(charter) {
      const row = await query
        .selectFrom('charter_keys')
        .select('pseudonym_key')
        .where('charter', '=', charter)
        .executeTakeFirst();
      return row?.pseudonym_key;
    },
  };
}

function charterOf({ name, framing }: { name: CharterName; framing: string }): Charter {
  return { ...framingFromJson(framing), name };
}
