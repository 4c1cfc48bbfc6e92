import type { Pace } from '../app/deliver-due.js';

/** At most `count` in any `milliseconds`. */
export interface Window {
  readonly count: number;
  readonly milliseconds: number;
}

/** What Teams allows a bot to send to one conversation. */
export const conversationWindows: readonly Window[] = [
  { count: 7, milliseconds: 1_000 },
  { count: 8, milliseconds: 2_000 },
  { count: 60, milliseconds: 30_000 },
  { count: 1_800, milliseconds: 3_600_000 },
];

export interface PaceSettings {
  /** Requests a second to each tenant. */
  readonly perSecond: number;
  readonly windows: readonly Window[];
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Resolves after so many milliseconds, or at once when the program stops. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly stopping: AbortSignal;
}

/** Hands out turns: evenly within a tenant, and within each conversation's windows. */
export function createPace({ perSecond, windows, now, sleep, stopping }: PaceSettings): Pace {
  const tenants = new Map<string, Lane>();
  const conversations = new Map<string, readonly number[]>();
  const apart = 1000 / perSecond;
  const longest = Math.max(...windows.map(({ milliseconds }) => milliseconds));

  function laneOf(tenant: string): Lane {
    const lane = tenants.get(tenant) ?? { next: 0, pausedUntil: 0, tail: Promise.resolve() };
    tenants.set(tenant, lane);
    return lane;
  }

  /** When the next message may go to a conversation: after the one that is `count` back has left each window. */
  const freeAt = (conversation: string): number => earliest(conversations.get(conversation) ?? [], windows);

  async function until(time: () => number): Promise<void> {
    while (time() > now() && !stopping.aborted) await sleep(time() - now());
  }

  /** The conversation may have become full again while others of its tenant were ahead: then false, and no slot is lost. */
  function take(lane: Lane, conversation: string): boolean {
    const at = now();
    if (freeAt(conversation) > at) return false;
    // A timer that was a little late does not slow the pace down; time in which nobody asked is not made up for.
    lane.next = (at - lane.next < apart ? lane.next : at) + apart;
    const sent = conversations.get(conversation) ?? [];
    conversations.delete(conversation);
    conversations.set(conversation, [...sent.filter((time) => time > at - longest), at]);
    forgetOld(conversations, at - longest);
    return true;
  }

  return {
    async turn({ tenant, conversation }) {
      const lane = laneOf(tenant);
      for (let taken = false; !taken && !stopping.aborted;) {
        await until(() => freeAt(conversation));
        taken = await inLine(lane, async () => {
          await until(() => Math.max(lane.next, lane.pausedUntil));
          return !stopping.aborted && take(lane, conversation);
        });
      }
      return !stopping.aborted;
    },
    pause(tenant, seconds) {
      const lane = laneOf(tenant);
      lane.pausedUntil = Math.max(lane.pausedUntil, now() + seconds * 1000);
    },
  };
}

interface Lane {
  /** When the next turn may begin. */
  next: number;
  pausedUntil: number;
  /** Settled when the last in line has had its turn. */
  tail: Promise<unknown>;
}

/** One after another, in the order of arrival. */
function inLine<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  const done = lane.tail.then(work);
  lane.tail = done.catch(() => undefined);
  return done;
}

function earliest(sent: readonly number[], windows: readonly Window[]): number {
  return Math.max(
    0,
    ...windows.map(({ count, milliseconds }) => {
      const before = sent.at(-count);
      return before === undefined ? 0 : before + milliseconds;
    }),
  );
}

/** Conversations are kept for as long as they count; the map is in the order of their last message. */
function forgetOld(conversations: Map<string, readonly number[]>, before: number): void {
  for (const [conversation, sent] of conversations) {
    if ((sent.at(-1) ?? 0) >= before) return;
    conversations.delete(conversation);
  }
}
