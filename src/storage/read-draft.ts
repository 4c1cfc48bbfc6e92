import type { Kysely } from 'kysely';

import type { DraftChanges } from '../domain/change.js';
import type { DraftContent, DraftId, ValueId } from '../domain/draft.js';
import { given } from '../domain/given.js';
import { changesFromJson } from './changes-json.js';
import { readCorrections } from './corrections.js';
import type { Database } from './database.js';
import { filled } from './filled.js';
import { framingFromJson } from './framing-json.js';
import type { Tables } from './schema.js';

export interface ReadDraft {
  readonly content: DraftContent;
  readonly revision: number;
}

/** In one transaction that sees one moment, so that a correction is there as a whole or not at all. */
export function readDraft({ query }: Database, draft: DraftId): Promise<ReadDraft | undefined> {
  return query
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => readIn(tx, draft));
}

export async function readIn(query: Kysely<Tables>, draft: DraftId): Promise<ReadDraft | undefined> {
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
      'revision',
      'changes as changesJson',
    ])
    .where('id', '=', draft)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { framing, revision, changesJson, ...row } = found;
  const changes = changesJson === null ? undefined : await readChanges(query, draft, changesJson);
  const values = await readValues(query, draft);
  const corrections = await readCorrections(query, { draft });
  const content = { ...framingFromJson(framing), ...filled(row), ...given({ changes }), values, corrections };
  return { content, revision };
}

async function readChanges(query: Kysely<Tables>, draft: DraftId, json: string): Promise<DraftChanges> {
  const rows = await query
    .selectFrom('spelling_disputes')
    .select('value')
    .where('draft', '=', draft)
    .execute();
  const disputed = new Set(rows.map(({ value }) => value));
  const changes = changesFromJson(json);
  const values = changes.values.map((each) =>
    disputed.has(each.value) ? { ...each, disputed: true as const } : each,
  );
  return { ...changes, values };
}

function readValues(
  query: Kysely<Tables>,
  draft: DraftId,
): Promise<readonly { id: ValueId; title: string; text: string }[]> {
  return query
    .selectFrom('draft_values')
    .select(['value as id', 'title', 'text'])
    .where('draft', '=', draft)
    .orderBy('position')
    .execute();
}
