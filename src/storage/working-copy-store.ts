import type { Transaction } from 'kysely';

import type { WorkingCopy, WorkingCopyStore } from '../app/ports.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import type { Tables } from './schema.js';

type Tx = Transaction<Tables>;

const names = [
  'versions.charter',
  'versions.editor',
  'versions.source',
  'versions.revision',
  'versions.saved_at as savedAt',
  'versions.saved_by as savedBy',
  'versions.saved_by_name as savedByName',
] as const;

export function createWorkingCopyStore({ query }: Database): WorkingCopyStore {
  const versions = query.selectFrom('working_copy_versions as versions').select(names);
  const standing = versions.innerJoin('working_copies', (join) =>
    join
      .onRef('working_copies.charter', '=', 'versions.charter')
      .onRef('working_copies.editor', '=', 'versions.editor')
      .onRef('working_copies.revision', '=', 'versions.revision'),
  );

  return {
    save: (copy, over) =>
      query.transaction().execute(async (tx) => {
        const saved = (await place(tx, copy, over)) || (await stands(tx, copy));
        await keepVersion(tx, copy, saved);
        return saved ? 'saved' : 'overtaken';
      }),

    async version({ charter, editor, revision }) {
      const row = await versions
        .where('charter', '=', charter)
        .where('editor', '=', editor)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row && filled(row);
    },

    async find({ charter, editor }) {
      const row = await standing
        .where('versions.charter', '=', charter)
        .where('versions.editor', '=', editor)
        .executeTakeFirst();
      return row && filled(row);
    },

    async of(editor) {
      const rows = await standing
        .where('versions.editor', '=', editor)
        .orderBy('versions.saved_at', 'desc')
        .orderBy('versions.charter')
        .execute();
      return rows.map((row) => filled(row));
    },
  };
}

/** In one statement each, so that of two that come at once one finds what the other left. */
async function place(tx: Tx, copy: WorkingCopy, over: string | undefined): Promise<boolean> {
  const { charter, editor, source, revision, savedAt } = copy;
  const text = { source, revision, saved_at: savedAt };
  if (over !== undefined && over !== 'any') {
    const { numUpdatedRows } = await tx
      .updateTable('working_copies')
      .set(text)
      .where('charter', '=', charter)
      .where('editor', '=', editor)
      .where('revision', '=', over)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('working_copies')
    .values({ charter, editor, ...text })
    .onConflict((conflict) => {
      const standing = conflict.columns(['charter', 'editor']);
      return over === 'any' ? standing.doUpdateSet(text) : standing.doNothing();
    })
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The second of two calls that are the same. */
async function stands(tx: Tx, { charter, editor, revision }: WorkingCopy): Promise<boolean> {
  const row = await tx
    .selectFrom('working_copies')
    .select('revision')
    .where('charter', '=', charter)
    .where('editor', '=', editor)
    .executeTakeFirst();
  return row?.revision === revision;
}

async function keepVersion(
  tx: Tx,
  { charter, editor, source, revision, savedAt, savedBy, savedByName }: WorkingCopy,
  stood: boolean,
): Promise<void> {
  const version = {
    ...{ source, saved_at: savedAt, stood: stood ? 1 : 0 },
    ...{ saved_by: savedBy ?? null, saved_by_name: savedByName ?? null },
  };
  await tx
    .insertInto('working_copy_versions')
    .values({ charter, editor, revision, ...version })
    .onConflict((conflict) => conflict.columns(['charter', 'editor', 'revision']).doUpdateSet(version))
    .execute();
}
