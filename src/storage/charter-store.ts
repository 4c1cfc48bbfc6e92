import type { Selectable } from 'kysely';

import type { CharterStore } from '../app/ports.js';
import type { Charter, CharterName } from '../domain/charter.js';
import type { Database } from './database.js';
import { destroyedKey } from './destroyed-key.js';
import { filled } from './filled.js';
import { framingFromJson } from './framing-json.js';
import { keep } from './kept-query.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

export function createCharterStore({ query }: Database): CharterStore {
  const key = keep<{ charter: CharterName }, { pseudonym_key: string }>((parameter) =>
    query.selectFrom('charter_keys').select('pseudonym_key').where('charter', '=', parameter('charter')),
  );

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

    delete: () => Promise.reject(new Error('not built yet')),
    deleted: () => Promise.reject(new Error('not built yet')),

    async pseudonymKey(charter) {
      const { rows } = await query.executeQuery(key({ charter }));
      const [row] = rows;
      return row === undefined || row.pseudonym_key === destroyedKey ? undefined : row.pseudonym_key;
    },
  };
}

function charterOf(row: Selectable<Tables['charters']>): Charter {
  const { name, framing, time_zone: timeZone, rules, sealed_at: sealedAt } = row;
  return {
    ...framingFromJson(framing),
    name,
    timeZone,
    rules: rulesFromJson(rules),
    ...filled({ sealedAt }),
  };
}
