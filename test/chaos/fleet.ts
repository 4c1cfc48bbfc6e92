import type { Program } from '../http/program.js';
import { chance } from '../support/connector-chance.js';

/** One process among those that share the work. */
export interface Replica {
  readonly name: string;
  readonly program: Program;
  /** Under which it holds deliveries. */
  readonly worker: string;
}

/** Processes of which one or the other is killed; each is followed by another. */
export interface Fleet {
  /** Those that run. */
  readonly up: readonly Replica[];
  readonly kills: number;
  /** To be called at each call to the connector: some of them are the moment for a kill. */
  called(): void;
  /** Resolves when all kills are made and each has its successor; rejects when one could not be started. */
  settled(): Promise<void>;
  /** Ends them in good order; answers how each ended. */
  stop(): Promise<readonly (number | NodeJS.Signals)[]>;
}

export interface FleetPlan {
  readonly size: number;
  readonly seed: string;
  /** How many are killed, within how many calls from the moment on when the fleet is told to begin. */
  readonly kills: number;
  readonly withinCalls: number;
  readonly start: (name: string) => Promise<Program>;
  /** What is done between a kill and the start of the successor. */
  readonly fallen: (replica: Replica) => Promise<void>;
}

export async function startFleet(plan: FleetPlan): Promise<Fleet> {
  const up: Replica[] = [];
  const moments = momentsOf(plan);
  const successions: Promise<void>[] = [];
  let calls = 0;
  let kills = 0;
  let started = 0;

  async function start(): Promise<void> {
    started += 1;
    const name = `replica ${String(started)}`;
    const program = await plan.start(name);
    up.push({ name, program, worker: workerOf(program) });
  }

  async function replace(replica: Replica): Promise<void> {
    replica.program.kill('SIGKILL');
    await replica.program.ended();
    await plan.fallen(replica);
    await start();
  }

  for (let index = 0; index < plan.size; index += 1) await start();
  return {
    up,
    get kills() {
      return kills;
    },
    called: () => {
      calls += 1;
      const moment = moments[kills];
      if (moment === undefined || calls < moment || up.length === 0) return;
      kills += 1;
      const [struck] = up.splice(Math.floor(chance(plan.seed, 'whom', kills) * up.length), 1);
      if (struck !== undefined) successions.push(replace(struck));
    },
    settled: async () => {
      for (let index = 0; index < successions.length; index += 1) await successions[index];
    },
    stop: () => {
      for (const { program } of up) program.kill('SIGTERM');
      return Promise.all(up.map(({ program }) => program.ended()));
    },
  };
}

/** After how many calls: at random, but one in each part of the way, or the same few would be struck again and again. */
function momentsOf({ seed, kills, withinCalls }: FleetPlan): readonly number[] {
  return Array.from({ length: kills }, (_, index) =>
    Math.ceil(((index + chance(seed, 'when', index)) / kills) * withinCalls),
  );
}

function workerOf({ lines }: Program): string {
  const worker = lines
    .map((line) => /"worker":"([^"]+)"/.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (worker === undefined) throw new Error('The program does not log under which name it works');
  return worker;
}
