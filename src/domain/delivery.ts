export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped';

/** Where the deliveries of one announcement stand; the numbers add up to `intended`. */
export interface DeliveryReport {
  readonly intended: number;
  readonly sent: number;
  readonly waiting: number;
  readonly sending: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
}

/** How many deliveries are in a state, by reason where the state has one. */
export interface DeliveryCount {
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly count: number;
}

export function reportOf(counts: readonly DeliveryCount[]): DeliveryReport {
  const total = (state: DeliveryState): number =>
    counts.filter((count) => count.state === state).reduce((sum, { count }) => sum + count, 0);
  const byReason = (state: DeliveryState): Record<string, number> =>
    Object.fromEntries(
      counts
        .filter((count) => count.state === state)
        .map(({ reason, count }): [string, number] => [reason ?? 'unknown', count])
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return {
    intended: counts.reduce((sum, { count }) => sum + count, 0),
    sent: total('sent'),
    waiting: total('waiting'),
    sending: total('sending'),
    failed: byReason('failed'),
    skipped: byReason('skipped'),
  };
}

/** After so many tries a delivery that could be tried again has failed. */
export const mostAttempts = 8;

const firstWaitSeconds = 2;
const longestWaitSeconds = 300;

/** Seconds until the next try after `attempts` tries: doubling to a ceiling, spread by `random` (0 to 1) against herds. */
export function waitBeforeRetry(attempts: number, random: number): number {
  const full = Math.min(firstWaitSeconds * 2 ** (attempts - 1), longestWaitSeconds);
  return full * (0.5 + random / 2);
}

/** What became of one try to send. */
export type SendOutcome =
  | { readonly kind: 'sent'; /** The posted message, where Teams told it. */ readonly message?: string }
  | { readonly kind: 'throttled'; /** Seconds, where Teams told them. */ readonly wait?: number }
  | { readonly kind: 'unclear'; /** Worth another try. */ readonly reason: string }
  | { readonly kind: 'gone'; /** The place cannot be reached any more. */ readonly reason: string }
  | { readonly kind: 'refused'; /** Another try would end the same. */ readonly reason: string };
