import type { Announcement } from '../../domain/announcement.js';
import type { CharterName } from '../../domain/charter.js';
import type { Comment, CommentId } from '../../domain/comment.js';
import type { DraftId } from '../../domain/draft.js';
import type { FollowUp, OutsideFeedback, OutsideId, Theme, ThemeAnswer } from '../../domain/theme.js';

export interface ThemeStore {
  /** In the order of their numbers. */
  all(charter: CharterName): Promise<readonly Theme[]>;
  numbered(which: { charter: CharterName; number: number }): Promise<Theme | undefined>;
  /** The theme that a comment belongs to, or the comment that speaks for it. */
  ofComment(comment: CommentId): Promise<Theme | undefined>;
  /**
   * Makes a theme under the next number. Its comments and feedback leave the themes that they belonged to. The second call
   * with the same press answers the theme that the first one made. Nothing in a sealed charter.
   */
  make(theme: {
    charter: CharterName;
    draft?: DraftId;
    title: string;
    comments: readonly CommentId[];
    outside: readonly OutsideId[];
    press: string;
    at: string;
  }): Promise<Theme | undefined>;
  /** Another title, and what belongs to it: of `shown`, whatever is not among `comments` and `outside` leaves it. */
  change(theme: {
    charter: CharterName;
    number: number;
    title: string;
    comments: readonly CommentId[];
    outside: readonly OutsideId[];
    shown: readonly string[];
    at: string;
  }): Promise<boolean>;
  /** Removes a theme whose answer was not told; its comments belong to none again. False when it was told, or is gone. */
  drop(which: { charter: CharterName; number: number }): Promise<boolean>;
  /** Sets or replaces an answer. One that was told already is told anew at once, and recorded. False when the theme is gone. */
  answer(answer: {
    charter: CharterName;
    number: number;
    status: ThemeAnswer['status'];
    reason: string;
    followUp?: FollowUp;
    at: string;
  }): Promise<boolean>;
  /**
   * In one transaction: every answer that was not told yet is, each is recorded, and the announcement is written: for all
   * who subscribe and, once each, for those who signed a comment in one of these themes and have a personal chat; with the
   * audience `contributors` for the latter alone. Answers how many themes; 0 writes nothing.
   */
  tell(telling: {
    charter: CharterName;
    announcement: Announcement;
  }): Promise<{ themes: number; intended: number }>;
  /** Whom `tell` would tell now: places that subscribe, and those who hear only because they signed a comment. */
  audience(charter: CharterName): Promise<{ places: number; contributors: number }>;
  /** Published comments on a draft, or on a process without one, that belong to no theme. Merged ones count with theirs. */
  ungrouped(which: { charter: CharterName; draft?: DraftId }): Promise<readonly Comment[]>;
  /** What came from outside, the newest first. */
  outside(charter: CharterName): Promise<readonly OutsideFeedback[]>;
  /** The second call with the same press keeps nothing more. False in a sealed charter. */
  addOutside(feedback: OutsideFeedback & { press: string }): Promise<boolean>;
  /** Removes it, and takes it out of its theme. */
  removeOutside(which: { charter: CharterName; id: OutsideId }): Promise<void>;
}
