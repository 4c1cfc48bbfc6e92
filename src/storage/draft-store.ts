import type { DraftStore } from '../app/ports.js';
import type { Draft, DraftContent, DraftId, DraftState } from '../domain/draft.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import { keep } from './kept-query.js';
import { moveDraft, reopenDraft, setClosing } from './move-draft.js';
import { publish } from './publish.js';
import { readDraft, type ReadDraft } from './read-draft.js';

/** Contents kept in memory: what a draft says changes with its revision only, which is asked for with its state. */
const mostContents = 50;

interface Standing {
  readonly id: DraftId;
  readonly state: DraftState;
  readonly revision: number;
  readonly closesAt: string | null;
}

export function createDraftStore(database: Database): DraftStore {
  const { query } = database;
  const contents = createBoundedCache<DraftId, ReadDraft>(mostContents);
  const standing = query.selectFrom('drafts').select(['id', 'state', 'revision', 'closes_at as closesAt']);
  const standingOf = keep<{ draft: DraftId }, Standing>((parameter) =>
    standing.where('id', '=', parameter('draft')),
  );

  async function first(which: typeof standing): Promise<Draft | undefined> {
    const row = await which.executeTakeFirst();
    return row && standingAs(row);
  }

  /** Of any revision that is known, unless it is older than the one asked for. */
  async function contentOf(draft: DraftId, revision = 0): Promise<DraftContent | undefined> {
    const known = contents.get(draft);
    if (known !== undefined && known.revision >= revision) return known.content;
    const read = await readDraft(database, draft);
    if (read !== undefined) contents.set(draft, read);
    return read?.content;
  }

  async function standingAs({ id, state, revision, closesAt }: Standing): Promise<Draft | undefined> {
    const content = await contentOf(id, revision);
    return content && { ...content, ...filled({ closesAt }), state };
  }

  return {
    async find(draft) {
      const { rows } = await query.executeQuery(standingOf({ draft }));
      return rows[0] && standingAs(rows[0]);
    },
    content: (draft) => contentOf(draft),
    numbered: async ({ charter, number }) =>
      isDraftNumber(number)
        ? first(standing.where('charter', '=', charter).where('number', '=', number))
        : undefined,
    latest: (charter) => first(standing.where('charter', '=', charter).orderBy('number', 'desc').limit(1)),
    publish: (publication) => publish(database, publication),
    change: (change) => moveDraft(database, change),
    reopen: (change) => reopenDraft(database, change),
    setClosing: (change) => setClosing(database, change),
  };
}

/** PostgreSQL fails on a number that its integers cannot hold, and somebody may ask for one. */
function isDraftNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
