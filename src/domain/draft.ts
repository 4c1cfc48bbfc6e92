import type { CharterName, Framing } from './charter.js';

export type DraftId = string & { readonly brand: 'DraftId' };
/** A value's identity: survives renaming, moving and rewording from draft to draft. Unique within its charter. */
export type ValueId = string & { readonly brand: 'ValueId' };

export type DraftState = 'open' | 'closed' | 'replaced' | 'withdrawn' | 'adopted';

export interface Value {
  readonly id: ValueId;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** What never changes of a draft once it is published. */
export interface DraftContent extends Framing {
  readonly id: DraftId;
  readonly charter: CharterName;
  readonly number: number;
  /** The sentence that each title completes ("At the Coop we:"), where the post has one. */
  readonly leadIn?: string;
  readonly values: readonly Value[];
  /** Why this draft was written, in its authors' words. */
  readonly reason?: string;
  /** The post as it came. */
  readonly source: string;
  /** ISO-8601 UTC. */
  readonly publishedAt: string;
}

export interface Draft extends DraftContent {
  readonly state: DraftState;
}

/** The states a draft may go to from each state; nothing leads back to `open`. */
const ways: Record<DraftState, readonly DraftState[]> = {
  open: ['closed', 'replaced', 'withdrawn'],
  closed: ['replaced', 'adopted'],
  replaced: [],
  withdrawn: [],
  adopted: [],
};

export function canBecome(from: DraftState, to: DraftState): boolean {
  return ways[from].includes(to);
}
