import type { ValueId } from './ids.js';

/**
 * How far a change goes, as facilitators declare it. Ratings are carried over a change of spelling alone, and over that
 * only until somebody says that it is more.
 */
export const changeSizes = ['spelling', 'clearer', 'meaning'] as const;
export type ChangeSize = (typeof changeSizes)[number];

/**
 * What became of a value since the draft before; several may have. `added` stands alone. `reordered`: the text has the same
 * words, in another order. `moved`: its place among the values that stayed.
 */
export const changeKinds = ['added', 'title', 'text', 'reordered', 'moved', 'split', 'merged'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a facilitator says of a change. */
export interface Declared {
  readonly size?: ChangeSize;
  /** Markdown. */
  readonly why?: string;
  /** Numbers of the themes behind it, within the charter. */
  readonly themes: readonly number[];
}

export interface ValueChange extends Declared {
  readonly value: ValueId;
  /** Empty: it reads as before, where it stood before. */
  readonly kinds: readonly ChangeKind[];
  /** The values of the draft before that it comes from: one, several where they were merged, none where it is new. */
  readonly from: readonly ValueId[];
  /** Declared as spelling, and somebody said that it is more. */
  readonly disputed?: true;
}

export interface RemovedValue extends Declared {
  readonly value: ValueId;
  readonly title: string;
}

/** What differs between a draft and the one it was set beside. Kept with the draft, and never changed later. */
export interface DraftChanges {
  /** Number of the draft it was set beside. */
  readonly base: number;
  /** Every value, in the draft's order. */
  readonly values: readonly ValueChange[];
  readonly removed: readonly RemovedValue[];
  /** Present where considerations read otherwise. */
  readonly considerations?: Declared;
  /** Present where the sentence that titles complete reads otherwise. */
  readonly leadIn?: Declared;
  /** What of the feedback before had no answer when this was published: for everybody to read. */
  readonly unanswered: {
    readonly themes: readonly number[];
    /** Comments that belonged to no theme. */
    readonly comments: number;
  };
}

/** What a post says of one change; what it is said of is found when the post is set beside the draft before. */
export interface DeclaredChange extends Declared {
  /** A value's explicit id or title, in this post or (if it was removed) in the draft before; `considerations`; `lead-in`. */
  readonly of: string;
  /** Which values of the draft before it comes from, where a facilitator says so; empty: none. */
  readonly from?: readonly string[];
}

/** Characters. */
export const changeLimits = { why: 1_000 } as const;
