import { randomUUID } from 'node:crypto';

import { endSharedPostgres } from '../support/postgres.js';
import { startTokenIssuer } from '../support/token-issuer.js';
import { fanOutTable, fanOutVerdicts } from './fan-out-report.js';
import {
  latency,
  runFanOut,
  runPlain,
  teamsPerSecond,
  type FanOut,
  type FanOutPlan,
  type Surroundings,
} from './fan-out-run.js';

export type Length = 'quick' | 'usual' | 'long';

const scale = 5;
const perSecond = teamsPerSecond * scale;
/** More than the processes manage, so that they and not the limit decide; the most that can be configured. */
const beyond = 1_000;
const dialects = ['sqlite', 'postgres'] as const;

/** Recipients of the fan-outs without faults, with faults, of the plain loop, of `Promise.all`, of the replicas. */
const sizes: Readonly<
  Record<Length, Readonly<Record<'calm' | 'faulty' | 'loop' | 'all' | 'shared', readonly number[]>>>
> = {
  quick: { calm: [1_000], faulty: [1_000], loop: [200], all: [1_000], shared: [] },
  usual: {
    calm: [1_000, 10_000, 100_000],
    faulty: [1_000, 10_000],
    loop: [1_000],
    all: [1_000, 10_000],
    shared: [10_000],
  },
  long: {
    calm: [1_000, 10_000, 100_000],
    faulty: [1_000, 10_000, 100_000],
    loop: [1_000, 10_000],
    all: [1_000, 10_000, 100_000],
    shared: [10_000, 100_000],
  },
};

/** One announcement to many, on both databases, beside plain bots; prints tables and answers whether all is as asked. */
export async function benchFanOut(length: Length, seed: string = randomUUID()): Promise<boolean> {
  const issuer = await startTokenIssuer();
  const around = { issuer, seed };
  try {
    console.log(introduction(seed));
    const own = await runAll(around, plansFor(length));
    const plain = await runPlainOnes(around, length);
    const shared = await runAll(around, sharedPlans(length));
    const verdicts = fanOutVerdicts([...own, ...shared.filter((one) => one.perSecond === perSecond)]);
    console.log(['', fanOutTable([...own, ...plain, ...shared]), ''].join('\n'));
    console.log(verdicts.map(({ line }) => line).join('\n'));
    return verdicts.every(({ met }) => met);
  } finally {
    await issuer.stop();
    await endSharedPostgres({ keep: false });
  }
}

function introduction(seed: string): string {
  return [
    `Fan-out: Teams' limits times ${String(scale)} (${String(perSecond)} requests a second to the tenant, ${String(7 * scale)} a`,
    `second to a conversation, and so on), ${String(latency)} ms for each call, 80 % personal chats. PostgreSQL does not wait`,
    `for the disk; SQLite does. Faults by the seed ${seed}: 429, 412, 502, 503, 504, resets, delays.`,
  ].join('\n');
}

function plansFor(length: Length): readonly FanOutPlan[] {
  const plan = { processes: 1, perSecond };
  return dialects.flatMap((dialect) => [
    ...sizes[length].calm.map((recipients) => ({ ...plan, dialect, recipients, faults: false })),
    ...sizes[length].faulty.map((recipients) => ({ ...plan, dialect, recipients, faults: true })),
  ]);
}

/** Replicas at Teams' limit, and with one that is beyond them. */
function sharedPlans(length: Length): readonly FanOutPlan[] {
  const plan = { dialect: 'postgres' as const, faults: false };
  return sizes[length].shared.flatMap((recipients) =>
    [perSecond, beyond].flatMap((limit) =>
      [1, 2, 4].map((processes) => ({ ...plan, recipients, processes, perSecond: limit })),
    ),
  );
}

async function runAll(around: Surroundings, plans: readonly FanOutPlan[]): Promise<FanOut[]> {
  const fanOuts: FanOut[] = [];
  for (const plan of plans) fanOuts.push(told(await runFanOut(around, plan)));
  return fanOuts;
}

async function runPlainOnes(around: Surroundings, length: Length): Promise<FanOut[]> {
  const fanOuts: FanOut[] = [];
  for (const way of ['loop', 'all'] as const)
    for (const recipients of sizes[length][way])
      for (const faults of [false, true])
        fanOuts.push(told(await runPlain(around, { way, recipients, faults, perSecond })));
  return fanOuts;
}

/** Whoever waits sees that it goes on. */
function told(one: FanOut): FanOut {
  const { who, recipients, faults, processes, seconds, lost, throttled } = one;
  console.error(JSON.stringify({ who, recipients, faults, processes, seconds, lost, throttled }));
  return one;
}
