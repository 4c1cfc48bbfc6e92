import type { DraftChanges } from './change.js';
import type { DraftId, ValueId } from './ids.js';
import type { CharterName, Framing } from './charter.js';
import type { Correction } from './correction.js';

export type { DraftId, ValueId };

export type DraftState = 'open' | 'closed' | 'replaced' | 'withdrawn' | 'adopted';

export interface Value {
  readonly id: ValueId;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** What a draft says. It stays as it was published, but for slips put right. */
export interface DraftContent extends Framing {
  readonly id: DraftId;
  readonly charter: CharterName;
  readonly number: number;
  /** The sentence that each title completes ("At the Coop we:"), where the post has one. */
  readonly leadIn?: string;
  readonly values: readonly Value[];
  /** Why this draft was written, in its authors' words. */
  readonly reason?: string;
  /** Absent: of a first draft, and of those published before changes were kept. */
  readonly changes?: DraftChanges;
  /** The post as it came. */
  readonly source: string;
  /** ISO-8601 UTC. */
  readonly publishedAt: string;
  /** In the order of time. */
  readonly corrections: readonly Correction[];
}

export interface Draft extends DraftContent {
  readonly state: DraftState;
  /** When its rating is to end, ISO-8601 UTC, where a date was set. */
  readonly closesAt?: string;
}

/** The states a draft may go to from each state. */
const ways: Record<DraftState, readonly DraftState[]> = {
  open: ['closed', 'replaced', 'withdrawn'],
  closed: ['open', 'replaced', 'adopted'],
  replaced: [],
  withdrawn: [],
  adopted: [],
};

export function canBecome(from: DraftState, to: DraftState): boolean {
  return ways[from].includes(to);
}
