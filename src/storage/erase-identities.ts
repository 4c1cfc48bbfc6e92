import { sql, type Transaction } from 'kysely';

import { contactsOfCharter } from '../app/contact-about.js';
import type { ProcessStore } from '../app/process/process-store.js';
import type { CharterName } from '../domain/charter.js';
import type { EditState } from '../domain/delivery.js';
import type { Database } from './database.js';
import { destroyedKey } from './destroyed-key.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';
import { unplaceDeliveries } from './unplace-deliveries.js';

type Tx = Transaction<Tables>;

/** What a sealed charter still knew of people, though of nobody's answers. */
export function eraseIdentities(
  { query }: Database,
  { charter, at }: Parameters<ProcessStore['eraseIdentities']>[0],
): Promise<void> {
  return query.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('charters')
      .set({ identities_erased_at: at })
      .where('name', '=', charter)
      .where('sealed_at', 'is not', null)
      .where('identities_erased_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await eraseFromDeliveries(tx, charter);
    await eraseEditors(tx, charter);
    await eraseFromChats(tx, charter);
    await eraseStragglers(tx, charter);
    await markToWipe(tx, charter);
    await recordEntry(tx, charter, { kind: 'identities-erased' }, at);
  });
}

/** Without their messages' ids nothing can be edited any more. */
async function eraseFromDeliveries(tx: Tx, charter: CharterName): Promise<void> {
  const announcements = await tx
    .updateTable('announcements')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('charter', '=', charter)
    .returning('id')
    .execute();
  const all = announcements.map(({ id }) => id);
  if (all.length === 0) return;
  await unplaceDeliveries(tx, { all, late: [] });
  await tx
    .updateTable('deliveries')
    .set({
      message: null,
      task: null,
      edit: sql<EditState | null>`case when edit = 'waiting' then null else edit end`,
    })
    .where('announcement', 'in', all)
    .where('settled_at', 'is not', null)
    .execute();
}

/** What they wrote is the charter's. */
async function eraseEditors(tx: Tx, charter: CharterName): Promise<void> {
  await tx.updateTable('corrections').set({ editor: '' }).where('charter', '=', charter).execute();
  for (const table of ['working_copies', 'working_copy_versions', 'approvals'] as const)
    await tx.deleteFrom(table).where('charter', '=', charter).execute();
  await tx.deleteFrom('appointments').where('charter', '=', charter).where('kind', '<>', 'review').execute();
}

async function eraseFromChats(tx: Tx, charter: CharterName): Promise<void> {
  await tx.deleteFrom('contacts').where('about', 'in', contactsOfCharter(charter)).execute();
  await tx
    .deleteFrom('subscriptions')
    .where('charter', '=', charter)
    .where('place', 'in', (eb) => eb.selectFrom('places').select('id').where('scope', '=', 'personal'))
    .execute();
}

/** What somebody said of taking part at the very moment of sealing lies under a pseudonym that nobody can make again. */
async function eraseStragglers(tx: Tx, charter: CharterName): Promise<void> {
  const drafts = tx.selectFrom('drafts').select('id').where('charter', '=', charter);
  await tx.deleteFrom('declines').where('draft', 'in', drafts).execute();
  await tx.deleteFrom('member_groups').where('charter', '=', charter).execute();
}

async function markToWipe(tx: Tx, charter: CharterName): Promise<void> {
  await tx
    .insertInto('charter_keys')
    .values({ charter, pseudonym_key: destroyedKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
