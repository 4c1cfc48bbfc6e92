import type { Transaction } from 'kysely';

import type { FacilitatorStore } from '../app/ports.js';
import type { Database } from './database.js';
import { holdingAlone } from './dialect.js';
import { recordEntry } from './process-records.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Whom facilitators removed, they alone bring back. */
export async function addFacilitator(
  tx: Tx,
  { member, at, by }: Parameters<FacilitatorStore['add']>[0],
): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('facilitators')
    .values({ member, added_at: at, role: 'facilitator', removed_at: null })
    .onConflict((conflict) => {
      const again = conflict.column('member').doUpdateSet({ role: 'facilitator', removed_at: null });
      if (by === 'configuration')
        return again
          .where('facilitators.role', '=', 'moderator')
          .where('facilitators.removed_at', 'is', null);
      return again.where((eb) =>
        eb.or([eb('facilitators.role', '=', 'moderator'), eb('facilitators.removed_at', 'is not', null)]),
      );
    })
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  const { length: count } = await facilitating(tx).execute();
  await recordEverywhere(tx, { became: 'added', count }, at);
}

/** Nobody else is removed meanwhile: of the last two, one stays. */
export async function removeFacilitator(
  { dialect }: Database,
  tx: Tx,
  { member, at }: Parameters<FacilitatorStore['remove']>[0],
): Promise<'removed' | 'last' | 'too-few' | 'unknown'> {
  const all = await holdingAlone(dialect, facilitating(tx), 'facilitators').execute();
  if (!all.some((each) => each.member === member)) return 'unknown';
  const count = all.length - 1;
  if (count === 0) return 'last';
  if (count === 1 && (await isSecondWanted(tx))) return 'too-few';
  await tx
    .updateTable('facilitators')
    .set({ removed_at: at, name: null })
    .where('member', '=', member)
    .execute();
  await recordEverywhere(tx, { became: 'removed', count }, at);
  return 'removed';
}

function facilitating(tx: Tx) {
  return tx
    .selectFrom('facilitators')
    .select('member')
    .where('role', '=', 'facilitator')
    .where('removed_at', 'is', null)
    .orderBy('member');
}

async function isSecondWanted(tx: Tx): Promise<boolean> {
  const rows = await unsealed(tx).execute();
  return rows.some(({ rules }) => rulesFromJson(rules).second.length > 0);
}

function unsealed(tx: Tx) {
  return tx.selectFrom('charters').select(['name', 'rules']).where('sealed_at', 'is', null).orderBy('name');
}

/** Facilitators are those of all charters; each that goes on says so. */
async function recordEverywhere(
  tx: Tx,
  what: { readonly became: 'added' | 'removed'; readonly count: number },
  at: string,
): Promise<void> {
  for (const { name } of await unsealed(tx).execute())
    await recordEntry(tx, name, { kind: 'facilitators', ...what }, at);
}
