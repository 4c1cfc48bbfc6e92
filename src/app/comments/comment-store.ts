import type { CharterName } from '../../domain/charter.js';
import type { Comment, CommentId, HidingReason, Vote } from '../../domain/comment.js';
import type { DraftId, ValueId } from '../../domain/draft.js';
import type { MemberId } from '../../domain/place.js';
import type { Pseudonym } from '../../domain/rating.js';

export interface CommentStore {
  /**
   * Keeps a comment under its author's pseudonym; `receipt` is the code's keyed hash. The same press of the same author a
   * second time keeps nothing more and answers false, and so does a charter that is sealed.
   */
  write(comment: {
    comment: Comment;
    author: Pseudonym;
    receipt: string;
    /** Tells this press from every other. */
    press: string;
  }): Promise<boolean>;
  find(comment: CommentId): Promise<Comment | undefined>;
  /** The one comment whose id begins so, if only one does: for ids that somebody types. */
  beginning(letters: string): Promise<Comment | undefined>;
  /** What a press of its author kept. */
  byPress(which: { author: Pseudonym; press: string }): Promise<Comment | undefined>;
  byReceipt(receipt: string): Promise<Comment | undefined>;
  /**
   * Published ones on a value, or (without) on the whole of a draft or process: the most surely supported first, by the
   * lower bound of what is told; among equals by their ids, which say nothing of time.
   */
  published(which: { charter: CharterName; draft?: DraftId; value?: ValueId }): Promise<readonly Comment[]>;
  /** All of a charter, in the order of their ids. */
  all(charter: CharterName): Promise<readonly Comment[]>;
  /** What waits for a moderator: not yet shown, or appealed. The oldest first. */
  queue(charter: CharterName): Promise<readonly Comment[]>;
  /** Moves a comment on; false when it is not in `from` any more, or the same. Hiding and showing again are recorded. */
  moderate(change: {
    comment: CommentId;
    from: Comment['state'];
    to: 'published' | 'hidden';
    reason?: HidingReason;
    at: string;
  }): Promise<boolean>;
  /**
   * One speaks for both from now on: whoever said or supported either did so to it. False when either is gone, and when a
   * published one would be taken in by one that is not.
   */
  merge(which: { comment: CommentId; into: CommentId; at: string }): Promise<boolean>;
  /** A pair that was looked at and is not the same. */
  keepApart(which: { comment: CommentId; other: CommentId }): Promise<void>;
  keptApart(charter: CharterName): Promise<readonly (readonly [CommentId, CommentId])[]>;
  /** Once for each comment, while it is hidden; false otherwise. */
  appeal(appeal: { comment: CommentId; text: string; at: string }): Promise<boolean>;
  /** Granting shows the comment again. */
  decideAppeal(which: { comment: CommentId; granted: boolean; at: string }): Promise<boolean>;
  /** Sets, replaces or (with `null`) takes back. Figures told follow in batches of at least `batch`. */
  vote(vote: { comment: CommentId; pseudonym: Pseudonym; vote: Vote | null; batch: number }): Promise<void>;
  votesOf(which: { charter: CharterName; pseudonym: Pseudonym }): Promise<ReadonlyMap<CommentId, Vote>>;
  /** How many are hidden, by reason. */
  hidden(charter: CharterName): Promise<ReadonlyMap<HidingReason, number>>;
}

/** Codes that nobody can guess, and a limit for whoever tries. */
export interface ReceiptStore {
  /** The keyed hash under which a code is kept. */
  hash(code: string): Promise<string>;
  /** Takes one of the guesses that whoever asks has left; nothing when there is none. Also of several that come at once. */
  takeGuess(asker: MemberId, at: string): Promise<Guess | undefined>;
  /** The guess was right, and does not count. */
  giveBack(guess: Guess): Promise<void>;
}

export type Guess = string & { readonly brand: 'Guess' };
