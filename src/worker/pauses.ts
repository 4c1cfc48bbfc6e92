import type { TurnStore } from '../app/ports.js';
import type { SendOutcome } from '../domain/delivery.js';
import { log } from '../log.js';
import { Setbacks } from './setbacks.js';
import { now } from './waiting.js';

/** Milliseconds between two looks whether another process was told to pause. */
const looksApart = 100;

/** The pauses of one tenant: those this process was told to make, and those it hears of from others. */
export class Pauses {
  readonly #turns: TurnStore;
  readonly #tenant: string;
  readonly #setbacks: Setbacks;
  #lastLook = -Infinity;

  constructor(turns: TurnStore, { tenant, random }: { tenant: string; random: () => number }) {
    this.#turns = turns;
    this.#tenant = tenant;
    this.#setbacks = new Setbacks(random);
  }

  /** Milliseconds until the end of the pause; 0 without one. */
  get left(): number {
    return Math.max(0, this.#setbacks.pausedUntil - now());
  }

  /** It is tried with one request whether it goes again. */
  get isTrying(): boolean {
    return this.#setbacks.isTrying;
  }

  /** Looks what others were told, unless that was done a moment ago. */
  async look(): Promise<void> {
    if (now() < this.#lastLook + looksApart) return;
    this.#lastLook = now();
    const left = await this.#turns.pausedFor(this.#tenant);
    if (left > 0) this.#setbacks.pause(now(), left);
  }

  /** What came of a request that began at `began`; answers for how many seconds it makes everybody wait, if it does. */
  async note(outcome: SendOutcome, began: number): Promise<number | undefined> {
    const milliseconds = this.#setbacks.note(outcome, { began, now: now() });
    if (milliseconds === undefined) return undefined;
    // This process waits by itself, even if the others do not hear of it.
    await this.#turns.pause({ tenant: this.#tenant, milliseconds }).catch((error: unknown) => {
      log.error({ err: error }, 'a pause could not be told to other processes');
    });
    return milliseconds / 1000;
  }
}
