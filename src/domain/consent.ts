import type { DraftId } from './ids.js';
import type { Headcount } from './release.js';

/** What a member says to adopting a draft. */
export const consents = ['support', 'live-with', 'object'] as const;
export type Consent = (typeof consents)[number];

/** The asking of everybody whether a closed draft may be adopted. */
export interface ConsentRound {
  readonly draft: DraftId;
  /** ISO-8601 UTC. */
  readonly openedAt: string;
  /** When it ends by itself, ISO-8601 UTC. */
  readonly closesAt: string;
  /** ISO-8601 UTC; absent while it is open. */
  readonly closedAt?: string;
}

/** How many gave each answer. */
export type ConsentCounts = Readonly<Record<Consent, number>>;

/** As they may be told: nothing of fewer than the threshold of the charter. */
export type ConsentFigures =
  | { readonly kind: 'shown'; readonly counts: ConsentCounts }
  | { readonly kind: 'hidden'; readonly people: Headcount };
