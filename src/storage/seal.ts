import type { Transaction } from 'kysely';

import { contactsOfCharter } from '../app/contact-about.js';
import type { ProcessStore } from '../app/process/process-store.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId, DraftState } from '../domain/draft.js';
import { adopt, recordAdoption } from './adopt.js';
import { cancelWaiting, writeAnnouncement } from './announce.js';
import { forgetConsents, hasOpenRound } from './consent-round.js';
import type { Database } from './database.js';
import { destroyedKey } from './destroyed-key.js';
import { recordEntry } from './process-records.js';
import { rulesFromJson } from './rules-json.js';
import type { Tables } from './schema.js';
import { sealAnswers } from './seal-answers.js';
import { sealComments } from './seal-comments.js';
import { repeatingDeadlocks } from './settle.js';
import { tellingOfAnswers, unplaceDeliveries } from './unplace-deliveries.js';

type Tx = Transaction<Tables>;
type Sealing = Parameters<ProcessStore['seal']>[0];
type Sealed = Awaited<ReturnType<ProcessStore['seal']>>;

/** Ends the transaction with nothing changed. */
class DraftOpen extends Error {}

/**
 * After this, nothing that the database holds leads from an answer to a member; `docs/decisions/0013-sealing.md` goes
 * through all that could. What deleted rows leave in files is for `wipe-traces.ts`.
 */
export async function seal(database: Database, sealing: Sealing): Promise<Sealed> {
  try {
    // Somebody may be erasing what is theirs, or reviewing a comment, at that very moment.
    return await repeatingDeadlocks(() =>
      database.query.transaction().execute((tx) => sealIn(database, tx, sealing)),
    );
  } catch (error) {
    if (error instanceof DraftOpen) return 'draft-open';
    throw error;
  }
}

async function sealIn(
  database: Database,
  tx: Tx,
  { charter, announcement, outcome }: Sealing,
): Promise<Sealed> {
  const { at } = announcement;
  const rules = await holdCharter(tx, charter, at);
  if (rules === undefined) return 'sealed-before';
  const drafts = await holdDrafts(tx, charter);
  if (drafts.some(({ state }) => state === 'open') || (await hasOpenRound(tx, charter)))
    throw new DraftOpen();
  if (outcome !== undefined && !(await adopt(tx, outcome, at))) throw new DraftOpen();
  const ids = drafts.map(({ id }) => id);
  await cancelWaiting(tx, { processOf: charter }, at);
  for (const draft of ids) await cancelWaiting(tx, { draft }, at);
  await unplaceDeliveries(tx, await tellingOfAnswers(tx, charter));
  await forgetContacts(tx, charter, ids);
  await forgetConsents(tx, charter);
  await sealComments(tx, charter, at);
  await sealAnswers(database, tx, { charter, drafts: ids, least: rulesFromJson(rules).least });
  await destroyKey(tx, charter);
  await writeAnnouncement(tx, announcement);
  if (outcome !== undefined) await recordAdoption(tx, outcome, at);
  await recordEntry(tx, charter, { kind: 'sealed' }, at);
  return 'sealed';
}

/** Whoever publishes, opens again or comments holds this row too: they come before, or find the charter sealed. */
async function holdCharter(tx: Tx, charter: CharterName, at: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('charters')
    .set({ sealed_at: at })
    .where('name', '=', charter)
    .where('sealed_at', 'is', null)
    .returning('rules')
    .executeTakeFirst();
  return row?.rules;
}

/** Nothing of them changes; writing them waits for whoever is rating one. */
function holdDrafts(
  tx: Tx,
  charter: CharterName,
): Promise<readonly { readonly id: DraftId; readonly state: DraftState }[]> {
  return tx
    .updateTable('drafts')
    .set((eb) => ({ state_at: eb.ref('state_at') }))
    .where('charter', '=', charter)
    .returning(['id', 'state'])
    .execute();
}

/**
 * How often somebody was reminded depends on what they had answered, and so does when something was last sent to their
 * chat. The pace forgets a few seconds by it.
 */
async function forgetContacts(tx: Tx, charter: CharterName, drafts: readonly DraftId[]): Promise<void> {
  await tx
    .deleteFrom('contacts')
    .where('about', 'in', [...drafts, ...contactsOfCharter(charter)])
    .execute();
  await tx
    .updateTable('conversations')
    .set({ in_seconds: 0, in_half_minute: 0, in_hour: 0 })
    .where('place', 'not in', (eb) => eb.selectFrom('places').select('id').where('scope', '<>', 'personal'))
    .execute();
  await tx
    .updateTable('conversations')
    .set({ holder: null, busy_until: 0 })
    .where('holder', 'in', (eb) => eb.selectFrom('announcements').select('id').where('charter', '=', charter))
    .execute();
}

async function destroyKey(tx: Tx, charter: CharterName): Promise<void> {
  await tx
    .updateTable('charter_keys')
    .set({ pseudonym_key: destroyedKey })
    .where('charter', '=', charter)
    .execute();
}
