import type { ProcessStore } from '../app/process/process-store.js';
import { beginning } from '../app/ledger/chain.js';
import type { ProcessEntry } from '../domain/process.js';
import { changeRules, isAnswered } from './change-rules.js';
import type { Database } from './database.js';
import { eraseIdentities } from './erase-identities.js';
import { recordEntry } from './process-records.js';
import { seal } from './seal.js';
import { wipeOrSay, wipeTraces } from './wipe-traces.js';

export function createProcessStore(database: Database): ProcessStore {
  const { query } = database;
  return {
    changeRules: (change) => changeRules(database, change),
    isAnswered: (charter) => isAnswered(query, charter),

    async records(charter) {
      const rows = await query
        .selectFrom('process_records')
        .select(['number', 'at', 'entry', 'hash'])
        .where('charter', '=', charter)
        .orderBy('number')
        .execute();
      return rows.map(({ entry, ...row }) => ({ ...row, entry: JSON.parse(entry) as ProcessEntry }));
    },

    async head(charter) {
      const row = await query
        .selectFrom('process_records')
        .select('hash')
        .where('charter', '=', charter)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.hash ?? beginning;
    },

    record: ({ charter, entry, at }) =>
      query.transaction().execute((tx) => recordEntry(tx, charter, entry, at)),

    async seal(sealing) {
      const outcome = await seal(database, sealing);
      if (outcome === 'sealed') await wipeOrSay(database);
      return outcome;
    },

    async identitiesKept() {
      const rows = await query
        .selectFrom('charters')
        .select(['name as charter', 'sealed_at'])
        .select((eb) => eb.ref('sealed_at').$notNull().as('sealedAt'))
        .where('sealed_at', 'is not', null)
        .where('identities_erased_at', 'is', null)
        .orderBy('name')
        .execute();
      return rows.map(({ charter, sealedAt }) => ({ charter, sealedAt }));
    },

    async identitiesErasedAt(charter) {
      const row = await query
        .selectFrom('charters')
        .select('identities_erased_at')
        .where('name', '=', charter)
        .executeTakeFirst();
      return row?.identities_erased_at ?? undefined;
    },

    eraseIdentities: (which) => eraseIdentities(database, which),
    wipeTraces: () => wipeTraces(database),
  };
}
