import { setMaxListeners } from 'node:events';
import { createDeliveries, type DeliverySettings } from '../app/deliver-due.js';
import type { Ports, TurnStore } from '../app/ports.js';
import { log } from '../log.js';
import type { Bell } from './bell.js';
import { Lane, type LaneSettings } from './lane.js';
import { Repeating } from './repeating.js';
import { apartAt } from './turns.js';
import { now, sleep } from './waiting.js';

export interface DeliveryLoopSettings
  extends Omit<DeliverySettings, 'persist'>, Pick<LaneSettings, 'waited'> {
  /** Requests a second to each tenant. */
  readonly perSecond: number;
  /** Rings when something may have become due. */
  readonly bell: Bell;
}

/** Milliseconds between two looks for tenants that are new. */
const looksApart = 250;
/** Milliseconds between two looks for what is due, of one tenant and of all together. */
const idle = { each: 50, together: 10 };
/** Milliseconds between two tries to write down an outcome. */
const persistsApart = 250;

/** Sends what is due until it is stopped: each tenant in a lane of its own, so that none waits for another. */
export class DeliveryLoop {
  readonly #stopping = new AbortController();
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #look: Repeating;
  readonly #release: () => Promise<void>;

  constructor(ports: Ports, turns: TurnStore, settings: DeliveryLoopSettings) {
    const { signal } = this.#stopping;
    // One for each lane, and for each delivery that waits for its turn.
    setMaxListeners(0, signal);
    const deliveries = createDeliveries(ports, {
      ...settings,
      persist: (work) => persist(work, settings.leaseSeconds * 1000, signal),
    });
    const laneSettings: LaneSettings = {
      apart: apartAt(settings.perSecond),
      idle: () => settings.bell.heard(Math.max(idle.each, idle.together * this.#lanes.size), signal),
      random: settings.random,
      ...(settings.waited === undefined ? {} : { waited: settings.waited }),
      stopping: signal,
    };
    this.#release = () => ports.deliveries.release(settings.worker);
    const look = async (): Promise<void> => {
      for (const tenant of await ports.deliveries.tenants())
        if (!this.#lanes.has(tenant))
          this.#lanes.set(tenant, new Lane(tenant, deliveries, turns, laneSettings).run());
    };
    this.#look = new Repeating('the look for tenants', look, looksApart);
  }

  /** Finishes the messages that are on their way and gives back the rest. The second call waits for the first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#look.stop();
    await Promise.all(this.#lanes.values());
    await this.#release().catch((error: unknown) => {
      log.error(
        { err: error },
        'deliveries could not be given back; they are due again when their lease ends',
      );
    });
  }
}

/** Tries again for so many milliseconds; a program that stops tries once. */
async function persist<T>(work: () => Promise<T>, milliseconds: number, stopping: AbortSignal): Promise<T> {
  const end = now() + milliseconds;
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (stopping.aborted || now() > end) throw error;
      if (tries === 1) log.warn({ err: error }, 'what became of a delivery cannot be written down now');
    }
    await sleep(persistsApart, stopping);
  }
}
