import type { DraftStore } from '../app/ports.js';
import type { Draft, DraftContent, DraftId, DraftState, ValueId } from '../domain/draft.js';
import { createBoundedCache } from './bounded-cache.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import { framingFromJson } from './framing-json.js';
import { keep } from './kept-query.js';
import { publish } from './publish.js';

/** Contents kept in memory: what a draft says never changes, only its state is asked for each time. */
const mostContents = 50;

export function createDraftStore(database: Database): DraftStore {
  const { query } = database;
  const contents = createBoundedCache<DraftId, DraftContent>(mostContents);
  const standing = query.selectFrom('drafts').select(['id', 'state']);
  const state = keep<{ draft: DraftId }, { state: DraftState }>((parameter) =>
    query.selectFrom('drafts').select('state').where('id', '=', parameter('draft')),
  );

  async function first(which: typeof standing): Promise<Draft | undefined> {
    const row = await which.executeTakeFirst();
    return row && standingAs(row.id, row.state);
  }

  async function contentOf(draft: DraftId): Promise<DraftContent | undefined> {
    const content = contents.get(draft) ?? (await readContent(database, draft));
    if (content !== undefined) contents.set(draft, content);
    return content;
  }

  async function standingAs(draft: DraftId, state: DraftState): Promise<Draft | undefined> {
    const content = await contentOf(draft);
    return content && { ...content, state };
  }

  return {
    async find(draft) {
      const { rows } = await query.executeQuery(state({ draft }));
      return rows[0] && standingAs(draft, rows[0].state);
    },
    content: contentOf,
    numbered: async ({ charter, number }) =>
      isDraftNumber(number)
        ? first(standing.where('charter', '=', charter).where('number', '=', number))
        : undefined,
    latest: (charter) => first(standing.where('charter', '=', charter).orderBy('number', 'desc').limit(1)),
    publish: (publication) => publish(database, publication),

    async change({ draft, from, to, at }) {
      const { numUpdatedRows } = await query
        .updateTable('drafts')
        .set({ state: to, state_at: at })
        .where('id', '=', draft)
        .where('state', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** PostgreSQL fails on a number that its integers cannot hold, and somebody may ask for one. */
function isDraftNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}

async function readContent({ query }: Database, draft: DraftId): Promise<DraftContent | undefined> {
  const found = await query
    .selectFrom('drafts')
    .select([
      'id',
      'charter',
      'number',
      'framing',
      'lead_in as leadIn',
      'reason',
      'source',
      'published_at as publishedAt',
    ])
    .where('id', '=', draft)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { framing, ...row } = found;
  return { ...framingFromJson(framing), ...filled(row), values: await readValues(query, draft) };
}

function readValues(
  query: Database['query'],
  draft: DraftId,
): Promise<readonly { id: ValueId; title: string; text: string }[]> {
  return query
    .selectFrom('draft_values')
    .select(['value as id', 'title', 'text'])
    .where('draft', '=', draft)
    .orderBy('position')
    .execute();
}
