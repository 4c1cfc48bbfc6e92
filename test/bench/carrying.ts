import assert from 'node:assert/strict';

import type { DraftChanges } from '../../src/domain/change.js';
import type { DraftContent } from '../../src/domain/draft.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { aDraft, anAnnouncement, noon, unique } from '../contract/made-up.js';
import { databaseNames, makeScratch } from '../support/database.js';
import { endSharedPostgres } from '../support/postgres.js';
import { aLargeCommunity, members, values } from './large-community.js';
import { median } from './measure.js';

const dialects = ['sqlite', 'postgres'] as const;
/** Milliseconds. */
const atMost = 2_000;

interface Carried {
  readonly database: string;
  readonly publishing: readonly number[];
  readonly without: readonly number[];
  readonly gathering: readonly number[];
}

/**
 * Publishes a draft to which every answer to the one before is carried, in a charter of its own each time; then reads what
 * a release of it is made of. Nobody hears of it: what announcing takes is measured elsewhere.
 */
export async function benchCarrying({ rounds }: { rounds: number }): Promise<boolean> {
  const measured: Carried[] = [];
  try {
    for (const dialect of dialects) measured.push(await measureOn(dialect, rounds));
  } finally {
    await endSharedPostgres({ keep: false });
  }
  const many = (values * members).toLocaleString('en');
  console.log(`A draft to which ${many} answers are carried, milliseconds (median):\n`);
  console.log('| database | published | without carrying | gathered when closed |\n|---|---:|---:|---:|');
  for (const { database, publishing, without, gathering } of measured) {
    const medians = [publishing, without, gathering].map((all) => median(all).toFixed(0));
    console.log(`| ${database} | ${medians.join(' | ')} |`);
  }
  return measured.every(({ publishing }) => median(publishing) <= atMost);
}

async function measureOn(dialect: (typeof dialects)[number], rounds: number): Promise<Carried> {
  const scratch = await makeScratch(dialect);
  const database = await openDatabase(scratch.url);
  const [publishing, without, gathering]: number[][] = [[], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const { draft } = await aLargeCommunity(database);
    await database.query.deleteFrom('subscriptions').execute();
    const plain = await aLargeCommunity(database);
    await database.query.deleteFrom('subscriptions').execute();
    const next = following(draft);
    publishing?.push(await timed(() => publish(database, next, [draft])));
    without?.push(await timed(() => publish(database, following(plain.draft), [])));
    await createStores(database).drafts.change({ draft: next.id, from: 'open', to: 'closed', at: noon(90) });
    gathering?.push(
      await timed(async () => {
        const { carried } = await createStores(database).releases.gather(next.id);
        assert.equal(
          carried.reduce((sum, { count }) => sum + count, 0),
          values * members,
        );
      }),
    );
  }
  await database.close();
  await scratch.remove();
  return {
    database: databaseNames[dialect],
    ...{ publishing: publishing ?? [], without: without ?? [], gathering: gathering ?? [] },
  };
}

function following({ charter, values: same }: DraftContent): DraftContent {
  const changes: DraftChanges = {
    base: 1,
    values: same.map(({ id }) => ({ value: id, kinds: [], from: [id], themes: [] })),
    removed: [],
    unanswered: { themes: [], comments: 0 },
  };
  return aDraft(charter, {
    number: 2,
    values: same,
    changes,
    publishedAt: noon(80),
    id: unique('draft') as DraftContent['id'],
  });
}

async function publish(
  database: Database,
  draft: DraftContent,
  from: readonly DraftContent[],
): Promise<void> {
  const { drafts, charters } = createStores(database);
  const charter = await charters.find(draft.charter);
  assert.ok(charter);
  const { kind } = await drafts.publish({
    charter,
    draft,
    carried: draft.values.map(({ id: value }) => ({ value, from: from.map(({ id }) => id) })),
    announcement: anAnnouncement(draft.charter, { kind: 'published', draft: draft.id, at: noon(80) }),
  });
  assert.equal(kind, 'published');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
