import type { ReplyPace, TurnStore } from '../app/ports.js';
import type { SendOutcome } from '../domain/delivery.js';
import type { Place } from '../domain/place.js';
import { log } from '../log.js';
import { now, sleep } from './waiting.js';

export interface ReplyPaceSettings {
  /** Milliseconds between the turns of a tenant. */
  readonly apart: number;
  /** What it means that Teams did not take a message; throws what Teams did not say. */
  readonly outcomeOf: (error: unknown) => SendOutcome;
}

/** Milliseconds for which somebody may still wait for an answer: Teams delivers what they wrote again after 15 s. */
const patience = 10_000;
/** Milliseconds after which an answer does not wait for its turn any longer. */
const turnPatience = 5_000;
const entersApart = 75;
const firstWait = 500;

/** Answers take their turns among the deliveries; where that keeps somebody waiting too long, they go all the same. */
export function createReplyPace(turns: TurnStore, { apart, outcomeOf }: ReplyPaceSettings): ReplyPace {
  async function enter({ id }: Pick<Place, 'id'>, end: number): Promise<boolean> {
    while (now() < end) {
      if (await turns.enter(id)) return true;
      await sleep(entersApart);
    }
    log.warn('an answer goes to a place that is busy');
    return false;
  }

  async function waitForTurn({ address: { tenant } }: Pick<Place, 'address'>, end: number): Promise<void> {
    const wait = await turns.reserve({ tenant, count: 1, apart });
    const most = Math.min(turnPatience, end - now());
    if (wait > most) log.warn('an answer does not wait for its turn');
    await sleep(Math.max(0, Math.min(wait, most)));
  }

  /** Milliseconds until it is worth another try; nothing when it is not. */
  async function putOff(
    error: unknown,
    { tenant }: Place['address'],
    tries: number,
  ): Promise<number | undefined> {
    const outcome = outcomeOf(error);
    const usual = firstWait * 2 ** (tries - 1);
    if (outcome.kind === 'busy') return usual;
    if (outcome.kind !== 'throttled') return undefined;
    const wait = outcome.wait === undefined ? usual : outcome.wait * 1000;
    await turns.pause({ tenant, milliseconds: wait });
    return wait;
  }

  return {
    async inTurn(place, send) {
      const end = now() + patience;
      // Without the database there is no pace, and an answer that says so is better than none. It says so in the log too.
      const entered = await orElse(enter(place, end), false);
      try {
        for (let tries = 1; ; tries += 1) {
          await orElse(waitForTurn(place, end), undefined);
          try {
            return await send();
          } catch (error) {
            const wait = await putOff(error, place.address, tries);
            if (wait === undefined || now() + wait > end) throw error;
            await sleep(wait);
          }
        }
      } finally {
        if (entered) await orElse(turns.leave(place.id), undefined);
      }
    },
  };
}

async function orElse<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    log.debug({ err: error }, 'an answer goes out of turn');
    return otherwise;
  }
}
