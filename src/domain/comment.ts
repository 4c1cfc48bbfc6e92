import type { CharterName } from './charter.js';
import type { DraftId, ValueId } from './draft.js';

export type CommentId = string & { readonly brand: 'CommentId' };

/** What a comment is about, as its writer sorts it before writing. */
export const commentSorts = ['wording', 'meaning', 'framing', 'missing', 'example'] as const;
/** `objection`: to adopting a draft, given in a consent round and sorted by nobody. */
export type CommentSort = (typeof commentSorts)[number] | 'objection';

/** Why a comment may be hidden; the list is short, and public with its numbers. */
export const hidingReasons = ['attack', 'names-person', 'off-topic', 'advertising', 'illegal'] as const;
export type HidingReason = (typeof hidingReasons)[number];

export const votes = ['agree', 'disagree', 'pass'] as const;
export type Vote = (typeof votes)[number];

/** UTF-16 characters. */
export const longestComment = 2_000;

/** A member's words on one value or on the whole. Its author is not part of it. */
export interface Comment {
  readonly id: CommentId;
  readonly charter: CharterName;
  /** Absent: on a process without a draft. */
  readonly draft?: DraftId;
  /** Absent: on the whole. */
  readonly value?: ValueId;
  readonly sort: CommentSort;
  /** Plain text. */
  readonly text: string;
  /** The name its author signed with; absent: anonymous. Never changed later. */
  readonly signedBy?: string;
  readonly state: 'waiting' | 'published' | 'hidden' | 'merged';
  /** Of a hidden one. */
  readonly reason?: HidingReason;
  /** Of a merged one: the comment that speaks for it. */
  readonly mergedInto?: CommentId;
  /** How many people said it: its author, and those of comments merged into it. */
  readonly people: number;
  /** As it is told: in batches, like other figures. Absent: too few. */
  readonly support?: Support;
  readonly appeal?: { readonly text: string; readonly state: 'waiting' | 'granted' | 'declined' };
  /** It seems to name a person, and its author sent it for review. */
  readonly namesPerson: boolean;
  /** `2026-11-24`: the day on which it was written; nothing finer is kept. */
  readonly day: string;
}

export interface Support {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}
