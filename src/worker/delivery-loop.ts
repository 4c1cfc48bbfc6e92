import { setMaxListeners } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { deliverDue, type DeliverySettings, type Pace } from '../app/deliver-due.js';
import type { Ports } from '../app/ports.js';
import { log } from '../log.js';
import { conversationWindows, createPace } from './pace.js';

export interface DeliveryLoopSettings extends DeliverySettings {
  readonly perSecond: number;
  /** How long to wait when nothing is due. */
  readonly idleMilliseconds: number;
}

/** Sends what is due until it is stopped. */
export class DeliveryLoop {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor(ports: Ports, settings: DeliveryLoopSettings) {
    // One for each tenant that waits for its turn.
    setMaxListeners(0, this.#stopping.signal);
    const pace = createPace({
      perSecond: settings.perSecond,
      windows: conversationWindows,
      now: () => performance.now(),
      sleep: (milliseconds) => this.#sleep(milliseconds),
      stopping: this.#stopping.signal,
    });
    this.#running = this.#run(ports, pace, settings);
  }

  /** Finishes the messages that are on their way and gives back the rest. The second call waits for the first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(ports: Ports, pace: Pace, settings: DeliveryLoopSettings): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const claimed = await deliverDue(ports, pace, settings).catch((error: unknown) => {
        log.error({ err: error }, 'deliveries cannot go on now');
        return 0;
      });
      if (claimed === 0) await this.#sleep(settings.idleMilliseconds);
    }
    await ports.deliveries.release(settings.worker).catch((error: unknown) => {
      log.error(
        { err: error },
        'deliveries could not be given back; they are due again when their lease ends',
      );
    });
  }

  async #sleep(milliseconds: number): Promise<void> {
    await after(milliseconds, undefined, { signal: this.#stopping.signal }).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) throw error;
    });
  }
}
