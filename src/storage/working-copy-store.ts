import type { WorkingCopyStore } from '../app/ports.js';
import type { Database } from './database.js';

export function createWorkingCopyStore({ query }: Database): WorkingCopyStore {
  const copies = query
    .selectFrom('working_copies')
    .select(['charter', 'editor', 'source', 'revision', 'saved_at as savedAt']);

  return {
    version: () => Promise.reject(new Error('not built yet')),

    async save({ charter, editor, source, revision, savedAt }, _over) {
      const text = { source, revision, saved_at: savedAt };
      await query
        .insertInto('working_copies')
        .values({ charter, editor, ...text })
        .onConflict((conflict) => conflict.columns(['charter', 'editor']).doUpdateSet(text))
        .execute();
      return 'saved' as const;
    },

    find: ({ charter, editor }) =>
      copies.where('charter', '=', charter).where('editor', '=', editor).executeTakeFirst(),

    of: (editor) =>
      copies.where('editor', '=', editor).orderBy('saved_at', 'desc').orderBy('charter').execute(),
  };
}
