import type { Announcement } from '../../domain/announcement.js';
import type { CharterName } from '../../domain/charter.js';
import type { Comment } from '../../domain/comment.js';
import type { Consent, ConsentCounts, ConsentRound } from '../../domain/consent.js';
import type { DraftId } from '../../domain/draft.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Pseudonym } from '../../domain/rating.js';

export interface GivenConsent {
  readonly answer: Consent;
  /** The comment that says why, of an objection. */
  readonly objection?: Comment;
}

export interface AdoptionStore {
  /** Opens a round for a closed draft, with its appointment to end, announces and records it. False when that cannot be. */
  open(round: {
    round: ConsentRound;
    charter: CharterName;
    terms: string;
    announcement: Announcement;
  }): Promise<boolean>;
  round(draft: DraftId): Promise<ConsentRound | undefined>;
  /** Ends it and records that; the copies posted are to be edited. False when it is not open. */
  close(which: { draft: DraftId; at: string }): Promise<boolean>;
  /**
   * Sets, replaces or (with `null`) takes back what a member says, while the round is open. An objection comes with its
   * comment, which is kept in the same transaction; one that stood before and does not any more is no remaining objection.
   * The same press a second time changes nothing.
   */
  give(consent: {
    draft: DraftId;
    pseudonym: Pseudonym;
    answer: Consent | null;
    objection?: { readonly comment: Comment; readonly receipt: string };
    press: string;
    at: string;
  }): Promise<'given' | 'repeated' | 'not-open'>;
  mine(which: { draft: DraftId; pseudonym: Pseudonym }): Promise<GivenConsent | undefined>;
  counts(draft: DraftId): Promise<ConsentCounts>;
  /** Comments of objections that stand, published or merged into one that is; hidden ones are left out. */
  objections(draft: DraftId): Promise<readonly Comment[]>;
  outcome(charter: CharterName): Promise<Outcome | undefined>;
  /**
   * Adds to the follow-ups of what was adopted those that are not among them, and records it. With a review date, that
   * takes the place of the one before, and its appointment moves.
   */
  amend(change: {
    charter: CharterName;
    followUps: Outcome['followUps'];
    reviewOn?: string;
    at: string;
  }): Promise<void>;
  /** Announces that the day of review has come; the second call with the same announcement changes nothing. */
  announceReview(announcement: Announcement): Promise<number>;
}
