import type { Kysely, Selectable, Transaction } from 'kysely';

import type { Correctable, CorrectionStore, ProposedCorrection } from '../app/ports.js';
import type { DraftId, Value } from '../domain/draft.js';
import { digestOf } from '../app/ledger/chain.js';
import { contentDigest } from '../app/ledger/content.js';
import { refreshCopies } from './announce.js';
import { changesFromJson, changesToJson, readCorrections } from './corrections.js';
import type { Database } from './database.js';
import { framingToJson } from './framing-json.js';
import { recordEntry } from './process-records.js';
import { readIn } from './read-draft.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;
type Row = Selectable<Tables['corrections']>;
type Correcting = Parameters<CorrectionStore['apply']>[0];

export function createCorrectionStore({ query }: Database): CorrectionStore {
  return {
    /** What is corrected meanwhile has another revision by then, and the proposal is found overtaken. */
    async propose({ id, charter, of, editor, source, changes, at }) {
      const { source: before, revision } = await standing(query, of).executeTakeFirstOrThrow();
      await query
        .insertInto('corrections')
        .values({
          ...{ id, charter, editor, source, proposed_at: at },
          ...{ draft: of.draft ?? null, announcement: of.announcement ?? null },
          ...{ changes: changesToJson(changes), source_before: before ?? '', revision_before: revision },
        })
        .execute();
    },

    async find(id) {
      const row = await query.selectFrom('corrections').selectAll().where('id', '=', id).executeTakeFirst();
      return row && proposedIn(row);
    },

    apply: (correction) => query.transaction().execute((tx) => applyIn(tx, correction)),

    async sourceOf(which) {
      const row = await standing(query, which).executeTakeFirst();
      return row?.source ?? undefined;
    },

    of: (which) => readCorrections(query, which),
  };
}

function standing(query: Kysely<Tables>, { draft, announcement }: Correctable) {
  return draft === undefined
    ? query.selectFrom('announcements').select(['source', 'revision']).where('id', '=', announcement)
    : query.selectFrom('drafts').select(['source', 'revision']).where('id', '=', draft);
}

function proposedIn({
  id,
  charter,
  editor,
  source,
  changes,
  proposed_at: at,
  ...row
}: Row): ProposedCorrection {
  return { id, charter, of: whichIn(row), editor, source, changes: changesFromJson(changes), at };
}

function whichIn({ draft, announcement }: Pick<Row, 'draft' | 'announcement'>): Correctable {
  if (draft !== null) return { draft };
  if (announcement !== null) return { announcement };
  throw new Error('The database holds a correction of nothing.');
}

async function applyIn(tx: Tx, correction: Correcting): Promise<'applied' | 'applied-before' | 'overtaken'> {
  const { id, at } = correction;
  await holdCharter(tx, id);
  const row = await tx.selectFrom('corrections').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return 'overtaken';
  if (row.applied_at !== null) return 'applied-before';
  const corrected = await (row.draft === null
    ? correctAnnouncement(tx, row, correction)
    : correctDraft(tx, { ...row, draft: row.draft }, correction));
  if (!corrected) return 'overtaken';
  await tx.updateTable('corrections').set({ applied_at: at }).where('id', '=', id).execute();
  await refreshCopies(tx, whichIn(row), at);
  await recordEntry(tx, row.charter, { kind: 'corrected', ...(await said(tx, row, correction)) }, at);
  return 'applied';
}

/** Of what a draft says from now on, or of the framing of an announcement that has none. */
async function said(
  tx: Tx,
  { draft }: Row,
  { framing }: Correcting,
): Promise<{ readonly number: number | null; readonly content: string }> {
  const read = draft === null ? undefined : await readIn(tx, draft);
  return read === undefined
    ? { number: null, content: digestOf(framing) }
    : { number: read.content.number, content: contentDigest(read.content) };
}

/** Corrections and publications of one charter come one after another, and take its row before any other. */
async function holdCharter(tx: Tx, correction: string): Promise<void> {
  await tx
    .updateTable('charters')
    .set((eb) => ({ framing: eb.ref('framing') }))
    .where('name', '=', (eb) => eb.selectFrom('corrections').select('charter').where('id', '=', correction))
    .execute();
}

async function correctDraft(
  tx: Tx,
  { charter, draft, source, revision_before: revision }: Row & { draft: DraftId },
  { framing, leadIn, reason, values }: Correcting,
): Promise<boolean> {
  const before = await tx.selectFrom('drafts').select('framing').where('id', '=', draft).executeTakeFirst();
  const after = framingToJson(framing);
  const { numUpdatedRows } = await tx
    .updateTable('drafts')
    .set({ framing: after, lead_in: leadIn ?? null, reason: reason ?? null, source, revision: revision + 1 })
    .where('id', '=', draft)
    .where('revision', '=', revision)
    .where('state', 'in', ['open', 'closed'])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  for (const value of values) await correctValue(tx, draft, value);
  await correctCharter(tx, { charter, before: before?.framing, after });
  return true;
}

async function correctValue(tx: Tx, draft: DraftId, { id, title, text }: Value): Promise<void> {
  await tx
    .updateTable('draft_values')
    .set({ title, text })
    .where('draft', '=', draft)
    .where('value', '=', id)
    .execute();
}

/** Its revision grows for other reasons as well, so it is by the post that an earlier correction is known. */
async function correctAnnouncement(
  tx: Tx,
  { charter, announcement, source, source_before: sourceBefore }: Row,
  { framing }: Correcting,
): Promise<boolean> {
  const before = await tx
    .selectFrom('announcements')
    .select('framing')
    .where('id', '=', announcement)
    .executeTakeFirst();
  const after = framingToJson(framing);
  const { numUpdatedRows } = await tx
    .updateTable('announcements')
    .set({ framing: after, source })
    .where('id', '=', announcement)
    .where('source', '=', sourceBefore)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await correctCharter(tx, { charter, before: before?.framing, after });
  return true;
}

/** A charter carries the framing of what was published last: it is corrected with that, and with nothing older. */
async function correctCharter(
  tx: Tx,
  { charter, before, after }: { charter: Row['charter']; before: string | null | undefined; after: string },
): Promise<void> {
  await tx
    .updateTable('charters')
    .set({ framing: after })
    .where('name', '=', charter)
    .where('framing', '=', before ?? '')
    .execute();
}
