import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { CharterName } from '../../src/domain/charter.js';
import { openDatabase } from '../../src/storage/database.js';
import type { Dialect } from '../../src/storage/dialect.js';
import { apiEnvironment, createApiClient, type ApiJson } from '../http/api-client.js';
import { gardenPost } from '../http/garden-post.js';
import { startIdentityEndpoint, startProgram, type IdentityEndpoint, type Program } from '../http/program.js';
import { homeTenant } from '../support/cast.js';
import type { FaultMix } from '../support/connector-chance.js';
import {
  startConnectorProcess,
  type ConnectorProcess,
  type ConnectorTally,
} from '../support/connector-process.js';
import { databaseNames, makeScratch } from '../support/database.js';
import { seedPlaces } from '../support/seeded-places.js';
import type { TokenIssuer } from '../support/token-issuer.js';
import { cpuSeconds, peakMemory } from './measure.js';
import type { PlainBroadcast } from './fan-out-plain.js';

export interface FanOutPlan {
  readonly dialect: Dialect;
  readonly recipients: number;
  readonly faults: boolean;
  readonly processes: number;
  /** Messages a second to the tenant, which the connector enforces too. */
  readonly perSecond: number;
}

/** One fan-out, measured. */
export interface FanOut {
  /** Of whom: the program with its database, or a plain bot. */
  readonly who: string;
  readonly recipients: number;
  readonly faults: boolean;
  readonly processes: number;
  readonly perSecond: number;
  /** From the answer to the publication to the last recipient's copy. */
  readonly seconds: number;
  readonly requests: number;
  readonly throttled: number;
  /** Recipients without a copy, and with more than one. */
  readonly lost: number;
  readonly doubled: number;
  /** Told by the report. */
  readonly failed?: number;
  readonly possiblyTwice?: number;
  readonly publishSeconds?: number;
  /** MB resident at most, in the process that had most. */
  readonly memory: number | undefined;
  /** CPU milliseconds of all processes for each request. */
  readonly cpu?: number;
}

/** What one fan-out after another runs in. */
export interface Surroundings {
  readonly issuer: TokenIssuer;
  readonly seed: string;
}

/** Milliseconds that every call to the connector takes. */
export const latency = 20;
/** What Teams allows a tenant in a second. */
export const teamsPerSecond = 50;
const warmUp = { charter: 'warm-up' as CharterName, count: 200 };

/** As many throttles in a small fan-out as in a large one, since each is a pause for everybody. */
function mixFor(recipients: number): FaultMix {
  const throttles = 5 / recipients;
  return { throttles, conflicts: 0.005, outages: 0.01, resets: 0.005, delays: 0.02, most: 4 };
}

/** A new database, a new connector, new processes that have sent a little before; one announcement to all. */
export async function runFanOut({ issuer, seed }: Surroundings, plan: FanOutPlan): Promise<FanOut> {
  const identity = await startIdentityEndpoint(issuer);
  const connector = await startConnectorProcess({ scale: plan.perSecond / teamsPerSecond, latency });
  const scratch = await makeScratch(plan.dialect);
  const programs: Program[] = [];
  try {
    await seedAll(scratch.url, plan.recipients, connector.serviceUrl);
    const environment = environmentFor(scratch.url, plan.perSecond);
    for (let index = 0; index < plan.processes; index += 1)
      programs.push(
        await startProgram({ ...identity.environmentOf(`program ${String(index)}`), ...environment }),
      );
    await publishAndSettle(programs, connector, warmUp.charter, warmUp.count, 60);
    if (plan.faults) await connector.beDifficult(seed, mixFor(plan.recipients));
    return await measure(programs, connector, plan);
  } finally {
    programs.forEach((program) => program.kill('SIGTERM'));
    await Promise.all(programs.map((program) => program.ended()));
    await Promise.all([connector.stop(), identity.stop()]);
    await scratch.remove();
  }
}

async function seedAll(url: string, recipients: number, serviceUrl: string): Promise<void> {
  const database = await openDatabase(url);
  await seedPlaces(database, { count: recipients, serviceUrl, charter: 'garden' as CharterName });
  await seedPlaces(database, { ...warmUp, serviceUrl });
  await database.close();
}

function environmentFor(url: string, perSecond: number): Record<string, string> {
  return {
    ...apiEnvironment,
    DATABASE_URL: url,
    SENDS_PER_SECOND: String(perSecond),
    NODE_ENV: 'production',
  };
}

async function measure(
  programs: readonly Program[],
  connector: ConnectorProcess,
  plan: FanOutPlan,
): Promise<FanOut> {
  const before = await connector.tally();
  const cpuBefore = cpuOf(programs);
  const patience = (3 * plan.recipients) / plan.perSecond + 120;
  const published = await publishAndSettle(programs, connector, 'garden', plan.recipients, patience);
  const after = await connector.tally();
  const requests = after.requests - before.requests;
  return {
    who: databaseNames[plan.dialect],
    ...plan,
    seconds: (after.lastAt - published.at) / 1000,
    requests,
    throttled: throttledIn(after) - throttledIn(before),
    lost: plan.recipients - (after.reached - before.reached),
    doubled: after.doubled - before.doubled,
    failed: Object.values(published.report.failed ?? {}).reduce((total, count) => total + count, 0),
    possiblyTwice: published.report.possiblyTwice ?? 0,
    publishSeconds: published.seconds,
    memory: maximum(programs.map(({ pid }) => peakMemory(pid))),
    cpu: ((cpuOf(programs) - cpuBefore) * 1000) / requests,
  };
}

interface Published {
  /** Milliseconds since 1970, when the answer came. */
  readonly at: number;
  readonly seconds: number;
  readonly report: ApiJson;
}

/** Publishes through the first process; resolves when all are reached and settled, or patience ends. */
async function publishAndSettle(
  programs: readonly Program[],
  connector: ConnectorProcess,
  charter: string,
  recipients: number,
  patienceSeconds: number,
): Promise<Published> {
  const api = createApiClient(() => programs[0]?.origin ?? '');
  const { reached } = await connector.tally();
  const begun = performance.now();
  const { status, json, text: answer } = await api.publish(charter, gardenPost());
  const published = { at: Date.now(), seconds: (performance.now() - begun) / 1000 };
  if (status !== 201) throw new Error(`Publishing was refused: ${answer}`);
  const end = AbortSignal.timeout(patienceSeconds * 1000);
  await Promise.race([connector.reaches(reached + recipients), aborted(end)]);
  for (;;) {
    const report = (await api.get(`/api/announcements/${json.announcement ?? ''}`)).json;
    if ((report.waiting === 0 && report.sending === 0) || end.aborted) return { ...published, report };
    await delay(200);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function throttledIn({ outcomes }: ConnectorTally): number {
  return outcomes['429'] ?? 0;
}

function cpuOf(programs: readonly Program[]): number {
  return programs.reduce((total, { pid }) => total + (cpuSeconds(pid) ?? NaN), 0);
}

function maximum(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** The same without Touchstone: a plain bot that has the conversations in memory. */
export async function runPlain(
  { issuer, seed }: Surroundings,
  plan: { way: 'loop' | 'all'; recipients: number; faults: boolean; perSecond: number },
): Promise<FanOut> {
  const identity = await startIdentityEndpoint(issuer);
  const connector = await startConnectorProcess({ scale: plan.perSecond / teamsPerSecond, latency });
  try {
    if (plan.faults) await connector.beDifficult(seed, mixFor(plan.recipients));
    const broadcast = await broadcastPlainly(identity, connector, plan);
    const tally = await connector.tally();
    return {
      who: plan.way === 'loop' ? 'plain loop' : 'plain Promise.all',
      ...plan,
      processes: 1,
      seconds: (tally.lastAt - broadcast.startedAt) / 1000,
      requests: tally.requests,
      throttled: throttledIn(tally),
      lost: plan.recipients - tally.reached,
      doubled: tally.doubled,
      failed: broadcast.failed,
      memory: broadcast.peakMemory,
    };
  } finally {
    await Promise.all([connector.stop(), identity.stop()]);
  }
}

async function broadcastPlainly(
  identity: IdentityEndpoint,
  { serviceUrl }: ConnectorProcess,
  { way, recipients }: { way: string; recipients: number },
): Promise<PlainBroadcast> {
  const script = fileURLToPath(new URL('./fan-out-plain.js', import.meta.url));
  const child = spawn(process.execPath, [script, way, String(recipients), serviceUrl, homeTenant], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...identity.environmentOf('plain bot') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(await text(child.stdout)) as PlainBroadcast;
}
