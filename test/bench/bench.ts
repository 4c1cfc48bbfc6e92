/*
 * `npm run bench`: one rating pressed on a card, over HTTP with real token checks, on Touchstone, on a plain bot and on
 * the least that does the same work; then one announcement to as many as 100,000; then the results of a large community,
 * computed and served; then a draft to which its ratings are carried. `--ratings`, `--fan-out`, `--results` or `--carrying`
 * runs one part alone. `--quick` takes a minute or two; `--long` adds the slowest fan-outs, for about an hour;
 * `--servers floor,plain` leaves some out; `--seed` repeats the faults of another run.
 * Databases lie in the folder for temporary files: `TMPDIR` moves them to another disk.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTokenIssuer, type TokenIssuer } from '../support/token-issuer.js';
import { benchFanOut } from './fan-out.js';
import { benchCarrying } from './carrying.js';
import { runLoad } from './load.js';
import { measureRound, type Round } from './measure.js';
import { createPresses, type Presses } from './presses.js';
import { table, verdicts, type Measured } from './report.js';
import { benchResultsPage } from './results-page.js';
import { benchResults } from './results.js';
import { startFloor, startPlainBot, startTouchstone, type Server, type Surroundings } from './servers.js';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    ratings: { type: 'boolean', default: false },
    'fan-out': { type: 'boolean', default: false },
    results: { type: 'boolean', default: false },
    carrying: { type: 'boolean', default: false },
    seed: { type: 'string' },
    servers: { type: 'string', default: 'touchstone,floor,plain' },
  },
});
const plan = options.quick ? { warmUp: 1, rounds: 3, seconds: 1 } : { warmUp: 3, rounds: 7, seconds: 3 };
const starters = { touchstone: startTouchstone, floor: startFloor, plain: startPlainBot };

const one = options.ratings || options['fan-out'] || options.results || options.carrying;
const length = options.quick ? 'quick' : options.long ? 'long' : 'usual';
const met = [
  one && !options.ratings ? true : await benchRatings(),
  one && !options['fan-out'] ? true : await benchFanOut(length, options.seed),
  one && !options.results ? true : await benchResults({ rounds: options.quick ? 3 : 7 }),
  one && !options.results ? true : await benchResultsPage(plan),
  one && !options.carrying ? true : await benchCarrying({ rounds: options.quick ? 1 : 3 }),
];
// The cluster that the tests start would end the program with 0.
process.exit(met.every(Boolean) ? 0 : 1);

async function benchRatings(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const issuer = await startTokenIssuer();
  const running: Server[] = [];
  try {
    const around = await surroundings(issuer, folder);
    for (const name of options.servers.split(',')) running.push(await startNamed(name, around));
    const measured = await measureAll(running.map((server) => ({ server, presses: createPresses(server) })));
    const lines = verdicts(measured);
    console.log([table(measured), '', ...lines.map((each) => each.line)].join('\n'));
    return lines.every((each) => each.met);
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await issuer.stop();
    await rm(folder, { recursive: true });
  }
}

async function surroundings(issuer: TokenIssuer, folder: string): Promise<Surroundings> {
  const serviceUrl = 'http://127.0.0.1:9/teams/';
  const tokens = Array.from({ length: 8 }, (_, index) =>
    issuer.channelToken({ serviceUrl, claims: { jti: `token-${String(index)}` } }),
  );
  return { issuer, tenantId: randomUUID(), serviceUrl, tokens: await Promise.all(tokens), folder };
}

function startNamed(name: string, around: Surroundings): Promise<Server> {
  const start = Object.entries(starters).find(([known]) => known === name)?.[1];
  assert.ok(start, `There is no server "${name}"; there are ${Object.keys(starters).join(', ')}`);
  return start(around);
}

interface Candidate {
  readonly server: Server;
  readonly presses: Presses;
}

/** Rounds take turns, so that a noisy minute of the machine hits all servers alike. */
async function measureAll(candidates: readonly Candidate[]): Promise<Measured[]> {
  for (const { server, presses } of candidates) {
    await runLoad({ origin: server.origin, presses, connections: 64, seconds: plan.warmUp });
  }
  const measured = [...(await measureAt(16, candidates)), ...(await measureAt(64, candidates))];
  for (const { server, presses } of candidates) {
    assert.deepEqual(sorted(await server.tally()), sorted(presses.expected()), `${server.name} lost ratings`);
  }
  return measured;
}

async function measureAt(connections: number, candidates: readonly Candidate[]): Promise<Measured[]> {
  const rounds = new Map<string, Round[]>(candidates.map(({ server }) => [server.name, []]));
  for (let round = 0; round < plan.rounds; round += 1) {
    const first = round % candidates.length;
    for (const { server, presses } of [...candidates.slice(first), ...candidates.slice(0, first)]) {
      const load = { origin: server.origin, presses, connections, seconds: plan.seconds };
      rounds.get(server.name)?.push(await measureRound(server.pid, load));
    }
    console.error(
      `round ${String(round + 1)} of ${String(plan.rounds)} at ${String(connections)} connections`,
    );
  }
  return candidates.map(({ server }) => ({
    server: server.name,
    connections,
    rounds: rounds.get(server.name) ?? [],
  }));
}

function sorted(tally: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(tally).sort(([a], [b]) => a.localeCompare(b));
}
