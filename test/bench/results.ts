import assert from 'node:assert/strict';

import { releaseFor } from '../../src/app/results/release-for.js';
import { resultsOf } from '../../src/domain/results.js';
import { openDatabase, type Database } from '../../src/storage/database.js';
import { createStores } from '../../src/storage/stores.js';
import { databaseNames, makeScratch } from '../support/database.js';
import { endSharedPostgres } from '../support/postgres.js';
import {
  aLargeCommunity,
  groups,
  members,
  sayGroups,
  values,
  type LargeCommunity,
} from './large-community.js';
import { median } from './measure.js';

const dialects = ['sqlite', 'postgres'] as const;
/** Milliseconds. */
const atMost = 300;

interface Cold {
  readonly database: string;
  readonly groups: number;
  readonly milliseconds: readonly number[];
}

/**
 * The first reading of a closed draft's results: gathered, computed and kept, in a charter of its own each time. With
 * groups it is harder than what is asked. Prints a table and answers whether all is as asked.
 */
export async function benchResults({ rounds }: { rounds: number }): Promise<boolean> {
  const cold: Cold[] = [];
  try {
    for (const dialect of dialects) cold.push(...(await measureOn(dialect, rounds)));
  } finally {
    await endSharedPostgres({ keep: false });
  }
  console.log([`Results of ${String(values)} values and ${whole(members)} members, cold:`, ''].join('\n'));
  console.log(['| database | groups | median ms | least | most |', '|---|---:|---:|---:|---:|'].join('\n'));
  console.log([...cold.map(row), '', ...cold.map(verdict)].join('\n'));
  return cold.every(isMet);
}

async function measureOn(dialect: (typeof dialects)[number], rounds: number): Promise<readonly Cold[]> {
  const scratch = await makeScratch(dialect);
  const database = await openDatabase(scratch.url);
  const alone: number[] = [];
  const grouped: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const community = await aLargeCommunity(database);
    alone.push(await measure(database, community));
    await database.query.deleteFrom('releases').where('draft', '=', community.draft.id).execute();
    await sayGroups(database, community);
    grouped.push(await measure(database, community));
    console.error(`results, round ${String(round + 1)} of ${String(rounds)} on ${databaseNames[dialect]}`);
  }
  await database.close();
  await scratch.remove();
  const name = databaseNames[dialect];
  return [
    { database: name, groups: 0, milliseconds: alone },
    { database: name, groups: groups.length, milliseconds: grouped },
  ];
}

async function measure(database: Database, { draft }: LargeCommunity): Promise<number> {
  const ports = { ...createStores(database), clock: { now: () => new Date() } };
  const closed = await ports.drafts.find(draft.id);
  assert.ok(closed);
  const start = performance.now();
  const release = await releaseFor(ports, closed);
  assert.ok(release);
  const results = resultsOf(release);
  const end = performance.now();
  assert.equal(results.filter(({ kind }) => kind === 'shown').length, values);
  assert.deepEqual(release.participation.finished, { kind: 'exactly', count: members });
  return end - start;
}

function row({ database, groups: count, milliseconds }: Cold): string {
  const least = Math.min(...milliseconds);
  const most = Math.max(...milliseconds);
  const cells = [median(milliseconds), least, most].map((each) => each.toFixed(0));
  return `| ${[database, String(count), ...cells].join(' | ')} |`;
}

function isMet({ milliseconds }: Cold): boolean {
  return median(milliseconds) < atMost;
}

function verdict(one: Cold): string {
  const found = `${median(one.milliseconds).toFixed(0)} ms`;
  const what = `${one.database}, ${String(one.groups)} groups: ${found}, to be under ${String(atMost)} ms`;
  return `${isMet(one) ? 'PASS' : 'FAIL'}  ${what}`;
}

function whole(count: number): string {
  return count.toLocaleString('en-GB');
}
