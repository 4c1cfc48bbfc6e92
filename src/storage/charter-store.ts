import type { Selectable } from 'kysely';

import type { CharterStore } from '../app/ports.js';
import type { Charter, CharterName } from '../domain/charter.js';
import type { Database } from './database.js';
import { deleteCharter } from './delete-charter.js';
import { destroyedKey } from './destroyed-key.js';
import { filled } from './filled.js';
import { framingFromJson } from './framing-json.js';
import { keep } from './kept-query.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';
import { repeatingDeadlocks } from './settle.js';
import { wipeOrSay } from './wipe-traces.js';

export function createCharterStore(database: Database): CharterStore {
  const { query } = database;
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

    async delete(which) {
      const isDeleted = await repeatingDeadlocks(() =>
        query.transaction().execute((tx) => deleteCharter(database, tx, which)),
      );
      if (isDeleted) await wipeOrSay(database);
      return isDeleted;
    },

    deleted: () =>
      query
        .selectFrom('deleted_charters')
        .select(['name', 'deleted_at as at', 'head'])
        .orderBy('deleted_at')
        .orderBy('name')
        .execute(),

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
