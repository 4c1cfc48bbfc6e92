import type { CharterName } from '../../domain/charter.js';
import type { CommentId, CommentSort, HidingReason, Vote } from '../../domain/comment.js';
import type { About, ValueRef } from '../about.js';

/** What a member has put down so far: nothing of it gets lost on the way through forms. */
export interface CommentDraft {
  /** Absent: on the whole. */
  readonly value?: ValueRef;
  readonly sort?: CommentSort;
  readonly text?: string;
  readonly signed?: boolean;
}

export type CommentIntent =
  /** The form. `inDialog`: in a window of its own, where the client has them. */
  | {
      readonly kind: 'comment';
      readonly about: About;
      readonly draft: CommentDraft;
      readonly inDialog?: true;
    }
  | {
      readonly kind: 'send-comment';
      readonly about: About;
      readonly draft: CommentDraft;
      /** Tells this press from every other; absent for typed words. */
      readonly press?: string;
      /** Asked whether it names a person, its writer sends it for review. */
      readonly forReview?: true;
    }
  | { readonly kind: 'comments'; readonly about: About; readonly value?: ValueRef; readonly page?: number }
  | {
      readonly kind: 'support';
      readonly comment: CommentId;
      /** `null` takes it back; absent: nothing was chosen. */
      readonly vote?: Vote | null;
      readonly page?: number;
    }
  /** What became of a comment. Without a code the form is shown. */
  | { readonly kind: 'receipt'; readonly code?: string }
  | { readonly kind: 'appeal'; readonly code: string; readonly text?: string }
  /** What is shown, what is hidden and why. */
  | { readonly kind: 'policy' };

/** For facilitators and moderators. */
export type ModerationIntent =
  | { readonly kind: 'moderation'; readonly charter?: CharterName; readonly page?: number }
  | { readonly kind: 'moderate'; readonly comment: CommentId; readonly decision: ModerationDecision };

export type ModerationDecision =
  | { readonly kind: 'publish' }
  /** Without a reason it is asked for. */
  | { readonly kind: 'hide'; readonly reason?: HidingReason }
  | { readonly kind: 'merge'; readonly into: CommentId }
  | { readonly kind: 'keep-apart'; readonly from: CommentId }
  | { readonly kind: 'grant-appeal' }
  | { readonly kind: 'decline-appeal' };
