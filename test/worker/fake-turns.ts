import type { TurnStore } from '../../src/app/ports.js';
import type { PlaceId } from '../../src/domain/place.js';

/** The pace of one database, by the clock of the test. */
export interface FakeTurns extends TurnStore {
  /** While it is away, everything is refused. */
  away: boolean;
  readonly inside: Set<PlaceId>;
}

export function createFakeTurns(): FakeTurns {
  const next = new Map<string, number>();
  const pauses = new Map<string, number>();
  const inside = new Set<PlaceId>();
  const answering = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (turns.away) throw new Error('the database is away');
    return work();
  };
  const turns: FakeTurns = {
    away: false,
    inside,
    reserve: ({ tenant, count, apart }) =>
      answering(() => {
        const now = performance.now();
        const first = Math.max(next.get(tenant) ?? 0, pauses.get(tenant) ?? 0, now);
        next.set(tenant, first + count * apart);
        return first - now;
      }),
    pause: ({ tenant, milliseconds }) =>
      answering(() => {
        pauses.set(tenant, Math.max(pauses.get(tenant) ?? 0, performance.now() + milliseconds));
      }),
    pausedFor: (tenant) => answering(() => Math.max(0, (pauses.get(tenant) ?? 0) - performance.now())),
    enter: (place) =>
      answering(() => {
        const isFree = !inside.has(place);
        inside.add(place);
        return isFree;
      }),
    leave: (place) => answering(() => void inside.delete(place)),
  };
  return turns;
}
