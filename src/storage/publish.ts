import { randomBytes } from 'node:crypto';

import type { Transaction } from 'kysely';

import type { Publication, PublicationOutcome } from '../app/ports.js';
import type { CharterFrame, CharterName } from '../domain/charter.js';
import type { DraftContent } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { cancelWaiting, refreshCopies, writeAnnouncement } from './announce.js';
import { carryRatings } from './carry-ratings.js';
import { changesToJson } from './changes-json.js';
import { endConsent } from './consent-round.js';
import type { Database } from './database.js';
import { framingToJson } from './framing-json.js';
import { recordEntry } from './process-records.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

/** Both end the transaction with nothing changed. */
class Overtaken extends Error {}
class Sealed extends Error {}

export async function publish({ query }: Database, publication: Publication): Promise<PublicationOutcome> {
  try {
    return await query.transaction().execute((tx) => publishIn(tx, publication));
  } catch (error) {
    if (error instanceof Overtaken) return { kind: 'overtaken' };
    if (error instanceof Sealed) return { kind: 'sealed' };
    throw error;
  }
}

async function publishIn(tx: Tx, publication: Publication): Promise<PublicationOutcome> {
  const { charter, draft, announcement, workingCopy, appointment, source, carried = [] } = publication;
  const earlier = await answeredBefore(tx, publication);
  if (earlier) return earlier;
  if (!(await storeCharter(tx, charter))) throw new Sealed();
  if (workingCopy) await takeWorkingCopy(tx, { charter: charter.name, ...workingCopy });
  if (appointment) await tx.deleteFrom('appointments').where('id', '=', appointment).execute();
  const replaced = draft ? await storeDraft(tx, draft) : [];
  if (draft) await carryRatings(tx, draft, carried);
  const intended = await writeAnnouncement(tx, announcement, given({ source }));
  if (!draft) await recordEntry(tx, charter.name, { kind: 'announced' }, announcement.at);
  if (draft) await recordDrafts(tx, draft, { replaced, ...publication.digests });
  return { kind: 'published', intended };
}

/** Writing the key comes first: a second request with it waits for the end of the first, and then finds it. */
async function answeredBefore(
  tx: Tx,
  { request, announcement }: Publication,
): Promise<PublicationOutcome | undefined> {
  if (!request) return undefined;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('requests')
    .values({ ...request, announcement: announcement.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) return undefined;
  const first = await tx
    .selectFrom('requests')
    .select(['fingerprint', 'announcement'])
    .where('key', '=', request.key)
    .executeTakeFirstOrThrow();
  if (first.fingerprint !== request.fingerprint) return { kind: 'key-reused' };
  return { kind: 'repeated', announcement: first.announcement };
}

/**
 * Holds the charter's row as well, so that publications of one charter come one after another. False when it is sealed,
 * and nothing can follow.
 */
async function storeCharter(tx: Tx, charter: CharterFrame): Promise<boolean> {
  const columns = { framing: framingToJson(charter), time_zone: charter.timeZone };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('charters')
    .values({ name: charter.name, ...columns })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet(columns).where('charters.sealed_at', 'is', null),
    )
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await tx
    .insertInto('charter_keys')
    .values({ charter: charter.name, pseudonym_key: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

async function takeWorkingCopy(
  tx: Tx,
  { charter, editor, revision }: { charter: CharterName; editor: string; revision: string },
): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('working_copies')
    .where('charter', '=', charter)
    .where('editor', '=', editor)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Overtaken();
  await tx
    .deleteFrom('working_copy_versions')
    .where('charter', '=', charter)
    .where('editor', '=', editor)
    .where('stood', '=', 1)
    .execute();
}

type Replaced = Pick<DraftContent, 'id' | 'number'>;

/** Answers the drafts that it replaced. */
async function storeDraft(tx: Tx, draft: DraftContent): Promise<readonly Replaced[]> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('drafts')
    .values({
      id: draft.id,
      charter: draft.charter,
      number: draft.number,
      state: 'open',
      state_at: draft.publishedAt,
      framing: framingToJson(draft),
      lead_in: draft.leadIn ?? null,
      reason: draft.reason ?? null,
      source: draft.source,
      published_at: draft.publishedAt,
      changes: draft.changes ? changesToJson(draft.changes) : null,
    })
    .onConflict((conflict) => conflict.columns(['charter', 'number']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw new Overtaken();
  const replaced = await replaceEarlier(tx, draft);
  await bringUpToDate(tx, draft);
  if (draft.values.length > 0) await storeValues(tx, draft);
  return replaced;
}

async function recordDrafts(
  tx: Tx,
  { charter, number, publishedAt }: DraftContent,
  {
    replaced,
    ...digests
  }: Partial<NonNullable<Publication['digests']>> & { readonly replaced: readonly Replaced[] },
): Promise<void> {
  for (const { id } of replaced) await endConsent(tx, id, publishedAt);
  for (const { number: earlier } of replaced)
    await recordEntry(tx, charter, { kind: 'draft', number: earlier, became: 'replaced' }, publishedAt);
  await recordEntry(tx, charter, { kind: 'draft', number, became: 'open', ...digests }, publishedAt);
}

async function replaceEarlier(
  tx: Tx,
  { charter, id, publishedAt }: DraftContent,
): Promise<readonly Replaced[]> {
  const rows = await tx
    .updateTable('drafts')
    .set({ state: 'replaced', state_at: publishedAt })
    .where('charter', '=', charter)
    .where('id', '<>', id)
    .where('state', 'in', ['open', 'closed'])
    .returning(['id', 'number'])
    .execute();
  return rows.toSorted((one, other) => one.number - other.number);
}

/** What is told of the draft before, and of the process since then, is over or leads to this one. */
async function bringUpToDate(tx: Tx, { charter, number, publishedAt }: DraftContent): Promise<void> {
  const before = await tx
    .selectFrom('drafts')
    .select(['id', 'state', 'published_at'])
    .where('charter', '=', charter)
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const process = { processOf: charter, ...given({ since: before?.published_at }) };
  await cancelWaiting(tx, process, publishedAt);
  await refreshCopies(tx, process, publishedAt);
  if (!before || before.state === 'adopted') return;
  await cancelWaiting(tx, { draft: before.id }, publishedAt);
  await refreshCopies(tx, { draft: before.id }, publishedAt);
  await tx.deleteFrom('appointments').where('draft', '=', before.id).execute();
}

async function storeValues(tx: Tx, { id: draft, charter, values }: DraftContent): Promise<void> {
  await tx
    .insertInto('draft_values')
    .values(values.map(({ id, title, text }, position) => ({ draft, value: id, position, title, text })))
    .execute();
  await tx
    .insertInto('charter_values')
    .values(values.map(({ id }) => ({ charter, id, first_draft: draft })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
