/** At most `count` calls in any `milliseconds`. */
interface Window {
  readonly count: number;
  readonly milliseconds: number;
}

export interface ConnectorLimits {
  /** All calls of the bot for one tenant together. */
  readonly tenant: readonly Window[];
  /** Sending, editing and deleting in one conversation. */
  readonly conversation: readonly Window[];
  /** Reading the members of one conversation. */
  readonly members: readonly Window[];
}

/** Teams' own limits; with a scale of 10, ten times as many calls in the same time. */
export function teamsLimits(scale = 1): ConnectorLimits {
  return {
    tenant: windows([[50, 1]], scale),
    conversation: windows(
      [
        [7, 1],
        [8, 2],
        [60, 30],
        [1800, 3600],
      ],
      scale,
    ),
    members: windows(
      [
        [14, 1],
        [16, 2],
        [120, 30],
        [3600, 3600],
      ],
      scale,
    ),
  };
}

function windows(pairs: readonly (readonly [count: number, seconds: number])[], scale: number): Window[] {
  return pairs.map(([count, seconds]) => ({ count: count * scale, milliseconds: seconds * 1000 }));
}

export interface Meter {
  /** Counts a call if there is room for it; else says after how many milliseconds there will be. */
  admit(counters: readonly Counter[]): number;
}

/** One thing that is counted: a tenant, or a conversation. */
export interface Counter {
  readonly key: string;
  readonly windows: readonly Window[];
}

/** Sliding windows. A call that is refused does not count. */
export function createMeter(now: () => number): Meter {
  const admitted = new Map<string, Times>();
  return {
    admit: (counters) => {
      const at = now();
      const wait = Math.max(
        0,
        ...counters.map((counter) => waitFor(counter, admitted.get(counter.key)?.recent ?? [], at)),
      );
      if (wait > 0) return wait;
      for (const { key, windows: own } of counters) {
        const times = admitted.get(key) ?? { recent: [], over: 0 };
        admitted.set(key, times);
        add(times, at, Math.max(0, ...own.map((window) => window.milliseconds)));
      }
      return 0;
    },
  };
}

/** When calls were admitted, in order. */
interface Times {
  recent: number[];
  /** How many at the beginning lie before every window. */
  over: number;
}

/** Those that are over are thrown away by the hundred: a copy for each call would slow down a thousand a second. */
function add(times: Times, at: number, longest: number): void {
  times.recent.push(at);
  while ((times.recent[times.over] ?? at) <= at - longest) times.over += 1;
  if (times.over < 100) return;
  times.recent = times.recent.slice(times.over);
  times.over = 0;
}

function waitFor(counter: Counter, times: readonly number[], at: number): number {
  return Math.max(
    0,
    ...counter.windows.map(({ count, milliseconds }) => {
      const oldest = times.at(-count);
      return oldest === undefined ? 0 : oldest + milliseconds - at;
    }),
  );
}
