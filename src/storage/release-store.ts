import type { Selectable, Transaction } from 'kysely';

import type { ReleaseStore } from '../app/results/release-store.js';
import { wordingOf } from '../app/results/wording.js';
import type { CharterName } from '../domain/charter.js';
import type { DraftId } from '../domain/draft.js';
import type { Release } from '../domain/release.js';
import type { Database } from './database.js';
import { holdingAlone } from './dialect.js';
import { gather } from './gather.js';
import type { Tables } from './schema.js';
import { toldFromJson, toldToJson } from './told-json.js';

type Tx = Transaction<Tables>;
type ReleaseRow = Selectable<Tables['releases']>;

export function createReleaseStore(database: Database): ReleaseStore {
  const { query } = database;
  return {
    gather: (draft) => gather(database, draft),

    async of(charter) {
      const rows = await query
        .selectFrom('releases')
        .selectAll()
        .where('charter', '=', charter)
        .orderBy('at')
        .orderBy('sequence')
        .execute();
      const wordings = rows.length === 0 ? new Map<string, string>() : await readWordings(database, charter);
      return rows.map((row) => inTodaysWords(releaseOf(row), wordings));
    },

    async standing(draft) {
      const row = await query
        .selectFrom('releases')
        .innerJoin('drafts', (join) =>
          join.onRef('drafts.id', '=', 'releases.draft').onRef('drafts.round', '=', 'releases.round'),
        )
        .selectAll('releases')
        .where('releases.draft', '=', draft)
        // `closing` comes before `interim`.
        .orderBy('releases.kind')
        .orderBy('releases.sequence', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && releaseOf(row);
    },

    keep: (release, which) => query.transaction().execute((tx) => keepIn(database, tx, release, which)),
  };
}

/** The charter's row is held: releases of one charter are kept one after another. */
async function keepIn(
  { dialect }: Database,
  tx: Tx,
  release: Release,
  { round, after }: Parameters<ReleaseStore['keep']>[1],
): Promise<boolean> {
  const { draft, kind, at } = release;
  const ofDraft = tx
    .selectFrom('charters')
    .innerJoin('drafts', 'drafts.charter', 'charters.name')
    .where('drafts.id', '=', draft)
    .select(['charters.name as charter', 'charters.sealed_at']);
  const { charter, sealed_at } = await holdingAlone(dialect, ofDraft, 'charters').executeTakeFirstOrThrow();
  const known = await tx
    .selectFrom('releases')
    .select(['draft', 'round', 'kind'])
    .where('charter', '=', charter)
    .execute();
  const own = known.filter((each) => each.draft === draft);
  const isTold = own.some((each) => each.round === round && each.kind === 'closing');
  if (sealed_at !== null || isTold || known.length !== after) return false;
  const told = toldToJson(release);
  const sequence = own.length + 1;
  await tx.insertInto('releases').values({ draft, sequence, charter, round, kind, at, told }).execute();
  return true;
}

function releaseOf({ draft, kind, at, told }: ReleaseRow): Release {
  return { draft, kind, at, ...toldFromJson(told) };
}

async function readWordings({ query }: Database, charter: CharterName): Promise<ReadonlyMap<string, string>> {
  const values = await query
    .selectFrom('draft_values')
    .innerJoin('drafts', 'drafts.id', 'draft_values.draft')
    .where('drafts.charter', '=', charter)
    .select(['draft_values.draft', 'draft_values.value', 'draft_values.title', 'draft_values.text'])
    .execute();
  return new Map(values.map((each) => [keyOf(each.draft, each.value), wordingOf(each)]));
}

function inTodaysWords(release: Release, wordings: ReadonlyMap<string, string>): Release {
  const values = release.values.map((each) => ({
    ...each,
    wording: wordings.get(keyOf(release.draft, each.value)) ?? each.wording,
  }));
  return { ...release, values };
}

function keyOf(draft: DraftId, value: string): string {
  return JSON.stringify([draft, value]);
}
