interface Sent {
  readonly turn: number;
  readonly at: number;
}

/** Turns so far apart, in milliseconds, are a second apart when they are taken, whatever held up the one before. */
const farApart = 1_002;
const second = 1_000;
/** What is late goes so many times faster than the turns come, those of so many milliseconds at a time. */
const catchingUp = { faster: 2, lasts: 20 };

/**
 * When a request may go that has a turn. Turns are far enough apart; but after a moment in which this process could not
 * run, all that missed their turn in it would go at once, and too many in one second with those that follow.
 */
export class Spacing {
  /** How many go at a time, and the milliseconds until more do. */
  readonly #late: { readonly count: number; readonly rest: number };
  #sent: Sent[] = [];

  /** Milliseconds between turns. */
  constructor(apart: number) {
    const count = Math.ceil(catchingUp.lasts / apart);
    this.#late = { count, rest: (count * apart) / catchingUp.faster };
  }

  /** In its turn, a moment after those just before it, and a second after what had its turn a second before. */
  goesAt(turn: number): number {
    const justBefore = this.#sent.at(-this.#late.count)?.at ?? -Infinity;
    const secondBefore = this.#sent.findLast((each) => each.turn <= turn - farApart)?.at ?? -Infinity;
    return Math.max(turn, justBefore + this.#late.rest, secondBefore + second);
  }

  /** A request that has this turn goes now. */
  note(turn: number, now: number): void {
    this.#sent.push({ turn, at: now });
    const [oldest] = this.#sent;
    // Those that are over are thrown away many at a time.
    if (oldest !== undefined && oldest.at < now - 10 * second)
      this.#sent = this.#sent.filter(({ at }) => at >= now - 3 * second);
  }
}
