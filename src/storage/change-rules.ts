import { sql, type Kysely, type Transaction } from 'kysely';

import type { ProcessStore, RulesOutcome } from '../app/process/process-store.js';
import { termsDigest } from '../app/ledger/terms.js';
import type { CharterName } from '../domain/charter.js';
import { given } from '../domain/given.js';
import { changesBetween, weakenings } from '../domain/process.js';
import { writeAnnouncement } from './announce.js';
import type { Database } from './database.js';
import { frozenUntil } from './frozen-terms.js';
import { recordEntry } from './process-records.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type RulesWish = Parameters<ProcessStore['changeRules']>[0];

export function changeRules({ query }: Database, wish: RulesWish): Promise<RulesOutcome> {
  return query.transaction().execute((tx) => changeIn(tx, wish));
}

/** What would weaken anything is refused as a whole. */
async function changeIn(tx: Tx, { charter, rules, at, announcement }: RulesWish): Promise<RulesOutcome> {
  const standing = await hold(tx, charter);
  if (standing.sealed_at !== null) return { kind: 'sealed' };
  const before = rulesFromJson(standing.rules);
  const after = { ...before, ...rules };
  const changes = changesBetween(before, after);
  if (changes.length === 0) return { kind: 'unchanged' };
  const weaker = weakenings(before, after);
  if (weaker.length > 0 && (await isAnswered(tx, charter))) {
    await recordEntry(tx, charter, { kind: 'change-refused', changes: weaker }, at);
    return { kind: 'refused', changes: weaker };
  }
  const kept = JSON.stringify(after);
  await tx.updateTable('charters').set({ rules: kept }).where('name', '=', charter).execute();
  const frozen = await frozenUntil(tx, charter);
  const terms = frozen && termsDigest({ rules: after, closes: frozen.closes });
  if (terms !== undefined && announcement !== undefined) await writeAnnouncement(tx, announcement);
  await recordEntry(tx, charter, { kind: 'rules-changed', changes, ...given({ terms }) }, at);
  return { kind: 'changed', changes };
}

/** Nothing changes; writing the drafts waits for whoever is rating one, and lets nobody begin. */
async function hold(tx: Tx, charter: CharterName) {
  const standing = await tx
    .updateTable('charters')
    .set((eb) => ({ rules: eb.ref('rules') }))
    .where('name', '=', charter)
    .returning(['rules', 'sealed_at'])
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('drafts')
    .set((eb) => ({ state_at: eb.ref('state_at') }))
    .where('charter', '=', charter)
    .execute();
  return standing;
}

/**
 * Whoever rated, commented or said where they belong did so under the rules they were told. What was released was too, also
 * where all of them had themselves forgotten since.
 */
export async function isAnswered(query: Kysely<Tables>, charter: CharterName): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`
    select 1 as found from ratings join drafts on drafts.id = ratings.draft where drafts.charter = ${charter}
    union all select 1 from comments where charter = ${charter}
    union all select 1 from consents join drafts on drafts.id = consents.draft where drafts.charter = ${charter}
    union all select 1 from member_groups where charter = ${charter}
    union all select 1 from releases where charter = ${charter}
    union all select 1 from charters where name = ${charter} and sealed_at is not null
    limit 1`.execute(query);
  return rows.length > 0;
}
