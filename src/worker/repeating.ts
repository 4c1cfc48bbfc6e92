import { setMaxListeners } from 'node:events';
import { log } from '../log.js';
import { sleep } from './waiting.js';

/** Does the same again and again, a while apart, until it is stopped. */
export class Repeating {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;

  constructor(what: string, work: () => Promise<unknown>, apart: number) {
    setMaxListeners(0, this.#stopping.signal);
    this.#running = this.#run(what, work, apart);
  }

  /** Resolves when what is being done is done. The second call waits for the first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(what: string, work: () => Promise<unknown>, apart: number): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await work().catch((error: unknown) => log.error({ err: error }, `${what} cannot go on now`));
      await sleep(apart, signal);
    }
  }
}
