import { waitBeforeRetry, type SendOutcome } from '../domain/delivery.js';

/**
 * When nobody in a tenant may be sent anything for a while, and for how long: as long as Teams says, else longer each
 * time in a row. Times are milliseconds of one clock.
 */
export class Setbacks {
  readonly #random: () => number;
  #inARow = 0;
  #pausedUntil = -Infinity;

  constructor(random: () => number) {
    this.#random = random;
  }

  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  /** Nobody has said how long to wait: it is tried with one request whether it goes again. */
  get isTrying(): boolean {
    return this.#inARow > 0;
  }

  /** Another process learnt it. */
  pause(now: number, milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + milliseconds);
  }

  /** What came of a request that began at `began`; answers the milliseconds to wait, if it calls for a pause. */
  note(outcome: SendOutcome, { began, now }: { began: number; now: number }): number | undefined {
    if (outcome.kind !== 'throttled' && outcome.kind !== 'unable') {
      if (outcome.kind !== 'busy' && began >= this.#pausedUntil) this.#inARow = 0;
      return undefined;
    }
    const told = outcome.kind === 'throttled' ? outcome.wait : undefined;
    const left = this.#pausedUntil - now;
    // What was on its way when the pause began says nothing new.
    if (told === undefined && left > 0) return left;
    if (told === undefined) this.#inARow += 1;
    const wait = 1000 * (told ?? waitBeforeRetry(this.#inARow, this.#random()));
    this.pause(now, wait);
    return Math.max(wait, left);
  }
}
