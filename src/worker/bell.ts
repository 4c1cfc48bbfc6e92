import { sleep } from './waiting.js';

/** Wakes those who wait for something to do before their time is over. */
export class Bell {
  readonly #waiting = new Set<() => void>();

  ring(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Resolves after so many milliseconds, when it is rung, or when the program stops. */
  heard(milliseconds: number, stopping: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      void sleep(milliseconds, stopping).then(wake);
    });
  }
}
