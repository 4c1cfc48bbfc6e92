export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'failed' | 'skipped' | 'cancelled';

/** How a copy that was posted stands to what is to be read there now; absent where it never had to be edited. */
export type EditState = 'waiting' | 'edited' | 'failed';

/** Where the deliveries of one announcement stand. */
export interface DeliveryReport {
  /** The sum of the six that follow. */
  readonly intended: number;
  readonly sent: number;
  readonly waiting: number;
  readonly sending: number;
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly cancelled: number;
  /** Of those sent: how many may have arrived twice, because an earlier try ended without a clear answer. */
  readonly possiblyTwice: number;
  /** Of those sent: the copies that had to be edited since. `intended` is the sum of the other three. */
  readonly edits: {
    readonly intended: number;
    readonly edited: number;
    readonly waiting: number;
    readonly failed: Readonly<Record<string, number>>;
  };
}

/** How many deliveries are alike in all of this. */
export interface DeliveryCount {
  readonly state: DeliveryState;
  readonly reason?: string;
  /** An earlier try ended without a clear answer. */
  readonly doubtful: boolean;
  readonly edit?: EditState;
  readonly editReason?: string;
  readonly count: number;
}

export function reportOf(counts: readonly DeliveryCount[]): DeliveryReport {
  const inState = (state: DeliveryState) => counts.filter((count) => count.state === state);
  const sent = inState('sent');
  const withEdit = (edit: EditState) => sent.filter((count) => count.edit === edit);
  return {
    intended: sum(counts),
    sent: sum(sent),
    waiting: sum(inState('waiting')),
    sending: sum(inState('sending')),
    failed: byReason(inState('failed'), ({ reason }) => reason),
    skipped: byReason(inState('skipped'), ({ reason }) => reason),
    cancelled: sum(inState('cancelled')),
    possiblyTwice: sum(sent.filter(({ doubtful }) => doubtful)),
    edits: {
      intended: sum(sent.filter(({ edit }) => edit !== undefined)),
      edited: sum(withEdit('edited')),
      waiting: sum(withEdit('waiting')),
      failed: byReason(withEdit('failed'), ({ editReason }) => editReason),
    },
  };
}

function sum(counts: readonly DeliveryCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function byReason(
  counts: readonly DeliveryCount[],
  reasonOf: (count: DeliveryCount) => string | undefined,
): Readonly<Record<string, number>> {
  const totals = new Map<string, number>();
  for (const each of counts) {
    const reason = reasonOf(each) ?? 'unknown';
    totals.set(reason, (totals.get(reason) ?? 0) + each.count);
  }
  return Object.fromEntries([...totals].sort(([a], [b]) => a.localeCompare(b)));
}

/** After so many tries that came to nothing a delivery has failed. */
export const mostMisses = 8;
/** And after so many tries of any kind: those that Teams only put off count here too. */
export const mostAttempts = 40;

const firstWaitSeconds = 2;
const longestWaitSeconds = 300;

/** Seconds until the next try after `attempts` tries: doubling to a ceiling, spread by `random` (0 to 1) against herds. */
export function waitBeforeRetry(attempts: number, random: number): number {
  const full = Math.min(firstWaitSeconds * 2 ** (attempts - 1), longestWaitSeconds);
  return full * (0.5 + random / 2);
}

/** What became of one try to send or to edit. */
export type SendOutcome =
  | { readonly kind: 'sent'; /** The posted message, where Teams told it. */ readonly message?: string }
  | { readonly kind: 'throttled'; /** Seconds, where Teams told them. */ readonly wait?: number }
  /** It surely did not arrive, and another try is worth it. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** It may have arrived, for no answer came; another try is worth it, and may make it arrive twice. */
  | { readonly kind: 'unclear'; readonly reason: string }
  /** We cannot send to anybody now: it is nobody's try. */
  | { readonly kind: 'unable'; readonly reason: string }
  /** The place is reached under another service URL. */
  | { readonly kind: 'moved'; readonly serviceUrl: string }
  /** The place cannot be reached until somebody there acts. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** Another try would end the same. */
  | { readonly kind: 'refused'; readonly reason: string };
