import type { CharterName } from '../../domain/charter.js';
import type { PairTally } from '../../domain/comparison.js';
import type { CarriedTally, GroupTally, Release } from '../../domain/release.js';
import type { DraftId, DraftState } from '../../domain/draft.js';
import type { Pseudonym } from '../../domain/rating.js';

/** All that a release is made of, read at one moment. */
export interface Gathered {
  readonly state: DraftState;
  /** Grows each time the draft is opened again: one closing release is made in each round. */
  readonly round: number;
  readonly tallies: readonly GroupTally[];
  readonly started: number;
  readonly finished: number;
  readonly declined: number;
  /** Members whom an announcement of the draft reached in their personal chat. */
  readonly reached: number;
  /** Of those, the ones who answered. */
  readonly reachedAndStarted: number;
  /** Channels and group chats in which it was posted. */
  readonly places: number;
  /** Of a draft that follows another; empty otherwise. */
  readonly paired: readonly PairTally[];
  readonly carried: readonly CarriedTally[];
}

export type { CarriedTally, PairTally };

export interface ReleaseStore {
  gather(draft: DraftId): Promise<Gathered>;
  /**
   * All of a charter's drafts, in the order of time. Words are those of today: a slip put right does not keep figures
   * from being subtracted.
   */
  of(charter: CharterName): Promise<readonly Release[]>;
  /** Which release stands for the round that a draft is in: the closing one, else the last interim one. */
  standing(draft: DraftId): Promise<Release | undefined>;
  /**
   * Keeps a release made in a round of its draft. False, with nothing kept, when the round is closed with one already,
   * or the charter has others than the ones that were known (`after`: how many): what may be told depends on all of
   * them, also on those of other drafts.
   */
  keep(release: Release, which: { readonly round: number; readonly after: number }): Promise<boolean>;
}

/** What members say of their taking part, beyond their answers. */
export interface ParticipationStore {
  /** Sets or (with `null`) takes back where a member belongs. */
  chooseGroup(choice: { charter: CharterName; pseudonym: Pseudonym; group: string | null }): Promise<void>;
  groupOf(which: { charter: CharterName; pseudonym: Pseudonym }): Promise<string | undefined>;
  /** Saying it twice is saying it once. An answer given later counts, and what was declined does not any more. */
  decline(which: { draft: DraftId; pseudonym: Pseudonym; at: string }): Promise<void>;
  hasDeclined(which: { draft: DraftId; pseudonym: Pseudonym }): Promise<boolean>;
}
