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
  const tenants = new Map<string, Slots>();
  const conversations = new Map<string, number[]>();
  const longest = Math.max(...windows.map(({ milliseconds }) => milliseconds));

  return {
    async turn({ tenant, conversation }) {
      const slots = tenants.get(tenant) ?? { next: 0, pausedUntil: 0 };
      tenants.set(tenant, slots);
      const sent = conversations.get(conversation) ?? [];
      const at = Math.max(now(), slots.next, earliest(sent, windows));
      slots.next = Math.max(slots.next, now()) + 1000 / perSecond;
      conversations.set(conversation, [...sent.filter((time) => time > at - longest), at]);
      forgetOld(conversations, now() - longest);
      for (let wait = at - now(); wait > 0; wait = Math.max(at, slots.pausedUntil) - now()) {
        if (stopping.aborted) return false;
        await sleep(wait);
      }
      return !stopping.aborted;
    },
    pause(tenant, seconds) {
      const slots = tenants.get(tenant) ?? { next: 0, pausedUntil: 0 };
      const until = now() + seconds * 1000;
      tenants.set(tenant, {
        next: Math.max(slots.next, until),
        pausedUntil: Math.max(slots.pausedUntil, until),
      });
    },
  };
}

interface Slots {
  /** When the next turn may begin. */
  next: number;
  pausedUntil: number;
}

/** When a conversation can take one more message: after the message that is `count` back has left each window. */
function earliest(sent: readonly number[], windows: readonly Window[]): number {
  return Math.max(
    0,
    ...windows.map(({ count, milliseconds }) => {
      const before = sent.at(-count);
      return before === undefined ? 0 : before + milliseconds;
    }),
  );
}

/** Conversations are kept for as long as they count; the map is in the order of their first message. */
function forgetOld(conversations: Map<string, number[]>, before: number): void {
  for (const [conversation, sent] of conversations) {
    if ((sent.at(-1) ?? 0) >= before) return;
    conversations.delete(conversation);
  }
}
