import type { Deliveries, ReadyDelivery } from '../app/deliver-due.js';
import type { TurnStore } from '../app/ports.js';
import { log } from '../log.js';
import { Pauses } from './pauses.js';
import { Slices } from './slices.js';
import { Spacing } from './spacing.js';
import { now, sleep } from './waiting.js';

export interface LaneSettings {
  /** Milliseconds between turns. */
  readonly apart: number;
  /** Resolves when it is time to look again whether something is due. */
  readonly idle: () => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
  /** Told how many seconds each delivery waited for its turn. */
  readonly waited?: (seconds: number) => void;
  readonly stopping: AbortSignal;
}

/** Something to send, and since when it waits for a turn. */
interface Waiting {
  readonly ready: ReadyDelivery;
  readonly since: number;
  /** It was marked as on its way when a pause began. */
  readonly begun: boolean;
}

interface Turned extends Waiting {
  /** When its turn is. */
  readonly at: number;
}

/** Milliseconds before its turn at which a delivery is marked as on its way, and how many of turns are marked at once. */
const begins = { ahead: 30, together: 20 };
/** A pause that lasts longer, in milliseconds, is waited for with nothing in hand. */
const shortPause = 1_000;
/** Requests without an answer yet. */
const mostOnTheirWay = 1_000;
/** Milliseconds to wait when the database is away. */
const restAfterFault = 500;

/**
 * Sends what is due in one tenant, each delivery in its turn, and waits for no answer. While one slice is sent, the
 * next is prepared.
 */
export class Lane {
  readonly #tenant: string;
  readonly #deliveries: Deliveries;
  readonly #settings: LaneSettings;
  readonly #slices: Slices;
  readonly #pauses: Pauses;
  readonly #spacing: Spacing;
  /** Claimed, without a turn. */
  #waiting: Waiting[] = [];
  readonly #onTheirWay = new Set<Promise<void>>();
  /** The turn of the last that has begun. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(tenant: string, deliveries: Deliveries, turns: TurnStore, settings: LaneSettings) {
    this.#tenant = tenant;
    this.#deliveries = deliveries;
    this.#settings = settings;
    this.#slices = new Slices(turns, { tenant, ...settings });
    this.#pauses = new Pauses(turns, { tenant, ...settings });
    this.#spacing = new Spacing(settings.apart);
  }

  /** Resolves when the program stops, after what is on its way has been settled and the rest given back. */
  async run(): Promise<void> {
    let next = this.#prepare();
    while (!this.#isStopping) {
      const slice = await next;
      if (this.#pauses.isTrying) {
        await this.#send(slice);
        await Promise.all(this.#onTheirWay);
        next = this.#prepare();
      } else {
        next = slice.length > 0 ? this.#prepare() : this.#prepareLater();
        await this.#send(slice);
      }
    }
    this.#waiting.push(...(await next));
    await Promise.all(this.#onTheirWay);
    await Promise.all(this.#waiting.map(({ ready }) => this.#giveBack(ready, 0)));
  }

  get #isStopping(): boolean {
    return this.#settings.stopping.aborted;
  }

  async #prepareLater(): Promise<readonly Turned[]> {
    if (this.#waiting.length === 0) {
      this.#slices.startSmall();
      await this.#settings.idle();
    }
    return this.#prepare();
  }

  /** The next slice, with a turn for each; nothing when there is nothing to do or the database is away. */
  async #prepare(): Promise<readonly Turned[]> {
    try {
      await this.#endOfPause();
      if (this.#isStopping) return [];
      await this.#claim();
      return await this.#takeTurns();
    } catch (error) {
      log.error({ err: error }, 'deliveries cannot go on now');
      await sleep(restAfterFault, this.#settings.stopping);
      return [];
    }
  }

  async #endOfPause(): Promise<void> {
    for (;;) {
      await this.#pauses.look();
      const { left } = this.#pauses;
      if (left <= 0 || this.#isStopping) return;
      if (left > shortPause) await this.#giveAllBack(left);
      await sleep(Math.min(left, shortPause), this.#settings.stopping);
    }
  }

  async #claim(): Promise<void> {
    const limit = (this.#pauses.isTrying ? 1 : this.#slices.size) - this.#waiting.length;
    if (limit <= 0) return;
    const since = now();
    const { ready } = await this.#deliveries.prepare({ tenant: this.#tenant, limit });
    this.#waiting.push(...ready.map((each) => ({ ready: each, since, begun: false })));
  }

  async #takeTurns(): Promise<readonly Turned[]> {
    if (this.#waiting.length === 0) return [];
    const turns = await this.#slices.take(this.#waiting.length);
    return this.#waiting.splice(0, turns.length).flatMap((each, index) => {
      const at = turns[index];
      return at === undefined ? [] : [{ ...each, at }];
    });
  }

  /** Resolves when the last of the slice is on its way. */
  async #send(slice: readonly Turned[]): Promise<void> {
    let left = slice;
    for (let [first] = left; first !== undefined; [first] = left) {
      const { at } = first;
      if (this.#onTheirWay.size >= mostOnTheirWay) await Promise.race(this.#onTheirWay);
      await this.#until(() => this.#spacing.goesAt(at) - begins.ahead);
      const some = left.filter((each) => each.at < at + begins.together);
      left = left.slice(some.length);
      if (this.#goes(at)) for (const each of some) this.#start(this.#deliver(each));
      else this.#waiting.push(...some);
      this.#start(this.#pauses.look());
    }
  }

  #start(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => log.error({ err: error }, 'deliveries cannot go on now'))
      .finally(() => this.#onTheirWay.delete(done));
    this.#onTheirWay.add(done);
  }

  async #deliver(turned: Turned): Promise<void> {
    const { ready, since, at } = turned;
    if (!turned.begun && !(await this.#begin(turned))) return;
    const began = await this.#turnOf(at);
    if (began === undefined) return void this.#waiting.push({ ...turned, begun: true });
    this.#settings.waited?.((began - since) / 1000);
    const outcome = await this.#deliveries.send(ready);
    await this.#deliveries.settle(ready, outcome, await this.#pauses.note(outcome, began));
  }

  /** False when it is not to be sent, or not now. */
  async #begin(turned: Turned): Promise<boolean> {
    try {
      return await this.#deliveries.begin(turned.ready);
    } catch (error) {
      this.#waiting.push(turned);
      throw error;
    }
  }

  /** Resolves with the time when it goes, one after the other; with nothing when it does not go in this turn. */
  #turnOf(at: number): Promise<number | undefined> {
    const turn = this.#last.then(async () => {
      await this.#until(() => this.#spacing.goesAt(at));
      if (!this.#goes(at)) return undefined;
      const began = now();
      this.#spacing.note(at, began);
      return began;
    });
    this.#last = turn;
    return turn;
  }

  #goes(at: number): boolean {
    return !this.#isStopping && this.#pauses.left === 0 && !this.#slices.isMissed(at);
  }

  async #until(time: () => number): Promise<void> {
    for (let left = time() - now(); left > 0 && !this.#isStopping; left = time() - now())
      await sleep(left, this.#settings.stopping);
  }

  async #giveAllBack(milliseconds: number): Promise<void> {
    const waiting = this.#waiting.splice(0);
    await Promise.all(waiting.map(({ ready }) => this.#giveBack(ready, milliseconds)));
  }

  async #giveBack(ready: ReadyDelivery, milliseconds: number): Promise<void> {
    await this.#deliveries.giveBack(ready, milliseconds).catch((error: unknown) => {
      log.error({ err: error }, 'a delivery could not be given back; it is due again when its lease ends');
    });
  }
}
