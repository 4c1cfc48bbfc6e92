import type { Comment, CommentSort, HidingReason, Vote } from '../../domain/comment.js';
import type { Value } from '../../domain/draft.js';
import type { ReceiptTheme } from '../feedback/views.js';
import type { Subject } from '../subject.js';

export interface CommentFormView {
  readonly kind: 'comment-form';
  readonly subject: Subject;
  /** Absent: on the whole. */
  readonly value?: Value;
  /** From 1. */
  readonly position?: number;
  readonly sort?: CommentSort;
  /** What was written so far. */
  readonly text?: string;
  readonly signed: boolean;
  /** Why it came back. `names-person`: whether it is to be sent for review all the same. */
  readonly problem?: 'empty' | 'unsorted' | 'too-long' | 'names-person';
  readonly review: 'before' | 'after';
  readonly press: string;
  readonly inDialog: boolean;
}

/** It is kept; here is the code that tells what becomes of it. */
export interface CommentSentView {
  readonly kind: 'comment-sent';
  readonly subject: Subject;
  readonly comment: Comment;
  /** Absent when the same press was answered before, and in a preview, where nothing is kept. */
  readonly code?: string;
  /** It was to be signed, and no name is known: it stays anonymous. */
  readonly unnamed?: true;
}

export interface CommentsView {
  readonly kind: 'comments';
  readonly subject: Subject;
  readonly value?: Value;
  readonly position?: number;
  readonly comments: readonly Comment[];
  /** The member's own; empty where others look on. */
  readonly votes: ReadonlyMap<string, Vote>;
  readonly hidden: ReadonlyMap<HidingReason, number>;
  readonly page: number;
  /** Whether votes and comments are still taken. */
  readonly open: boolean;
}

/** What became of a comment. */
export interface ReceiptView {
  readonly kind: 'receipt';
  /** Absent: the form to ask with. */
  readonly code?: string;
  readonly found?: {
    readonly comment: Comment;
    /** The one that speaks for it. */
    readonly into?: Comment;
    /** What it belongs to. */
    readonly theme?: ReceiptTheme;
  };
  readonly problem?:
    'unknown' | 'too-many-guesses' | 'appeal-empty' | 'appeal-too-long' | 'appeal-not-possible';
  /** What was written of an appeal that did not go through. */
  readonly appealText?: string;
  readonly just?: 'appealed';
}

export interface PolicyView {
  readonly kind: 'policy';
  readonly hidden: readonly {
    readonly charter: string;
    readonly counts: ReadonlyMap<HidingReason, number>;
  }[];
}

/** What waits for a moderator. */
export interface ModerationView {
  readonly kind: 'moderation';
  readonly subject: Subject;
  readonly waiting: readonly {
    readonly comment: Comment;
    readonly value?: Pick<Value, 'id' | 'title'>;
    /** Nearly the same, to be merged or kept apart. */
    readonly near: readonly Comment[];
  }[];
  /** Of one of them, a reason is asked for. */
  readonly hiding?: Comment['id'];
  readonly just?:
    'published' | 'hidden' | 'merged' | 'kept-apart' | 'appeal-granted' | 'appeal-declined' | 'overtaken';
  readonly page: number;
}
