import type { TurnStore } from '../app/ports.js';
import { now, sleep } from './waiting.js';

/** A slice is as much as is sent in so many milliseconds: a pause or a stop finds little that was prepared in vain. */
const sliceLasts = 250;
/** The first slice after idle time is so many times smaller, to be on its way sooner; those that follow double. */
const startsSmaller = 8;
/**
 * After a second in which nothing was sent, the first requests take longer than those that follow, and would arrive
 * together with them: for so many milliseconds turns are taken so much wider apart.
 */
const easing = { lasts: 1_000, apart: 1.02 };
/**
 * Where others take turns as well, nobody sees how many requests all of them send in a second. So what missed its turn
 * by more than `late` milliseconds takes another; and, to miss few, turns are taken `ahead` of the last one, for slices
 * so many times `smaller`. Whether others do is remembered for a while (`lasts`), and told from a gap of so many turns.
 */
const sharing = { late: 25, ahead: 30, smaller: 5, lasts: 3_000, gap: 2.5 };
/** Where turns begin later than this, in milliseconds, so many share them that each takes fewer at a time. */
const farAway = 1_000;

export interface SlicesSettings {
  readonly tenant: string;
  /** Milliseconds between turns. */
  readonly apart: number;
  readonly stopping: AbortSignal;
}

/** How much is prepared at a time, and the turns it gets. */
export class Slices {
  readonly #turns: TurnStore;
  readonly #settings: SlicesSettings;
  readonly #usual: number;
  #size: number;
  #lastTurn = -Infinity;
  #easedUntil = -Infinity;
  #sharedUntil = -Infinity;

  constructor(turns: TurnStore, settings: SlicesSettings) {
    this.#turns = turns;
    this.#settings = settings;
    this.#usual = Math.max(1, Math.floor(sliceLasts / settings.apart));
    this.#size = this.#usual;
  }

  /** How many deliveries the next slice has. */
  get size(): number {
    const most = this.#isShared ? this.#usual / sharing.smaller : this.#usual;
    return Math.max(1, Math.floor(Math.min(this.#size, most)));
  }

  startSmall(): void {
    this.#size = this.#usual / startsSmaller;
  }

  /** When the next turns are, by the clock of this process. */
  async take(count: number): Promise<readonly number[]> {
    const { tenant, stopping } = this.#settings;
    if (this.#isShared) await sleep(this.#lastTurn - sharing.ahead - now(), stopping);
    const asked = now();
    if (asked > this.#lastTurn + easing.lasts) this.#easedUntil = asked + easing.lasts;
    const apart = this.#settings.apart * (asked < this.#easedUntil ? easing.apart : 1);
    const wait = await this.#turns.reserve({ tenant, count, apart });
    // The database answered at some moment between the question and now.
    const told = (asked + now()) / 2 + wait;
    this.#learnFrom(told, wait);
    const first = Math.max(told, this.#lastTurn + apart);
    this.#lastTurn = first + (count - 1) * apart;
    return Array.from({ length: count }, (_, index) => first + index * apart);
  }

  /** True of a turn that was missed so that another is to be taken. */
  isMissed(turn: number): boolean {
    return this.#isShared && now() > turn + sharing.late;
  }

  get #isShared(): boolean {
    return now() < this.#sharedUntil;
  }

  #learnFrom(first: number, wait: number): void {
    const { apart } = this.#settings;
    this.#size = wait > farAway ? this.#size / 2 : Math.min(this.#size * 2, this.#usual);
    const hasGap = first > this.#lastTurn + sharing.gap * apart;
    if (wait > apart && hasGap) this.#sharedUntil = now() + sharing.lasts;
  }
}
