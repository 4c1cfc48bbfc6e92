/*
 * `npm run chaos`: one announcement to 2,000 places while Teams is difficult and processes are killed at random, on
 * SQLite with one process and on PostgreSQL with three. Ends with 1 when a promise is broken. `--recipients`, `--kills`,
 * `--databases sqlite,postgres`; `--seed` strikes as another run did.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

import type { Dialect } from '../../src/storage/dialect.js';
import { databaseNames, makeScratch } from '../support/database.js';
import { endSharedPostgres } from '../support/postgres.js';
import { difficultTimes } from './difficult-times.js';
import { promisesOf, type Promised } from './promises.js';
import { runChaos, type ChaosPlan, type ChaosRecord } from './run-chaos.js';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: randomUUID() },
    recipients: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
    databases: { type: 'string', default: 'sqlite,postgres' },
  },
});

console.log(`The seed is ${options.seed}`);
let broken = 0;
try {
  for (const name of options.databases.split(',')) broken += await runOn(dialectOf(name));
} finally {
  await endSharedPostgres({ keep: broken > 0 });
}
// The cluster that the tests start would end the program with 0.
process.exit(broken === 0 ? 0 : 1);

/** How many promises were broken. */
async function runOn(dialect: Dialect): Promise<number> {
  const scratch = await makeScratch(dialect);
  const plan: ChaosPlan = {
    databaseUrl: scratch.url,
    seed: options.seed,
    recipients: Number(options.recipients),
    kills: Number(options.kills),
    processes: dialect === 'sqlite' ? 1 : 3,
    perSecond: 100,
    faults: difficultTimes,
    leasesEnd: false,
  };
  const record = await runChaos(plan);
  const promises = promisesOf(plan, record);
  console.log([describe(dialect, plan, record), ...promises.map(row)].join('\n'));
  const brokenOnes = promises.filter((promise) => promise.broken.length > 0);
  for (const { promise, broken: against } of brokenOnes)
    console.log(['', `Broken: ${promise}`, ...against.slice(0, 20)].join('\n'));
  if (brokenOnes.length === 0) await scratch.remove();
  else console.log(`\nWhat is left is in ${scratch.where}`);
  return brokenOnes.length;
}

function dialectOf(name: string): Dialect {
  assert.ok(name === 'sqlite' || name === 'postgres', `There is no database "${name}"`);
  return name;
}

function describe(dialect: Dialect, { recipients, processes }: ChaosPlan, record: ChaosRecord): string {
  const outcomes = Object.entries(record.outcomes).map(([outcome, count]) => `${outcome}: ${String(count)}`);
  return [
    '',
    `${databaseNames[dialect]}, ${String(processes)} at a time, ${String(recipients)} places, ${record.seconds.toFixed(0)} s`,
    `calls by outcome: ${outcomes.join(', ')}`,
    '',
    '| kept | promise | found |',
    '|---|---|---|',
  ].join('\n');
}

function row({ promise, found, broken: against }: Promised): string {
  return `| ${against.length === 0 ? 'yes' : 'NO'} | ${promise} | ${found} |`;
}
