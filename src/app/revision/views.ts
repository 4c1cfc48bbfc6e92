import type { ChangeKind, ChangeSize, DraftChanges } from '../../domain/change.js';
import type { ValueId } from '../../domain/draft.js';
import type { Refusal } from '../../domain/imported-post.js';
import type { Answer } from '../../domain/rating.js';
import type { Moment, Subject } from '../subject.js';

export type RevisionView =
  | WorkingCopyView
  | ValueFormView
  | RemoveValueView
  | CopyConflictView
  | MatchingView
  | ChangeFormView
  | ChangesView
  | DisputeView
  | RevisionNoticeView;

/** Who saved a working copy last, and when. */
export interface SavedBy {
  readonly at: Moment;
  /** Absent: nobody known by name. */
  readonly name?: string;
  /** Whoever reads it. */
  readonly own: boolean;
}

/** The words of a value, in whichever text. */
export interface Wording {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

/** The working copy of the next draft, value by value. */
export interface WorkingCopyView {
  readonly kind: 'working-copy';
  readonly subject: Subject;
  readonly revision: string;
  readonly saved: SavedBy;
  /** Number of the draft that it is set beside. */
  readonly base?: number;
  readonly values: readonly {
    readonly id: ValueId;
    readonly title: string;
    readonly kinds: readonly ChangeKind[];
  }[];
  readonly removed: readonly string[];
  readonly undeclared: number;
  /** What the press before did. */
  readonly just?: {
    readonly did: 'begun' | 'saved' | 'added' | 'removed' | 'moved' | 'unchanged' | 'taken';
    readonly title?: string;
    /** To which place, from 1. */
    readonly position?: number;
  };
}

export const valueProblems = [
  'no-title',
  'title-too-long',
  'text-too-long',
  'too-many-values',
  'reads-otherwise',
  'refused',
  /** The value is not there any more; what was written of it may be added as a new one. */
  'gone',
] as const;

/** The form for one value of the working copy. */
export interface ValueFormView {
  readonly kind: 'value-form';
  readonly subject: Subject;
  readonly revision: string;
  /** Absent: a new one. */
  readonly value?: { readonly id: ValueId; readonly position: number };
  /** As it stands, or as it was typed. */
  readonly title: string;
  readonly text: string;
  readonly problem?: (typeof valueProblems)[number];
  /** Of `refused`. */
  readonly errors?: readonly Refusal[];
  /** What somebody else made of it meanwhile. `now` is absent where they removed it. */
  readonly theirs?: {
    readonly revision: string;
    readonly saved: SavedBy;
    readonly seen?: Wording;
    readonly now?: Wording;
  };
  readonly inDialog: boolean;
}

/** Asks before a value goes. */
export interface RemoveValueView {
  readonly kind: 'remove-value';
  readonly subject: Subject;
  readonly revision: string;
  readonly value: Wording & { readonly id: ValueId; readonly position: number };
}

/** A post came while somebody else's text stands. */
export interface CopyConflictView {
  readonly kind: 'copy-conflict';
  readonly subject: Subject;
  /** The one that came. */
  readonly version: string;
  /** The one that stands. */
  readonly over: string;
  readonly saved: SavedBy;
  /** From what stands to what came. */
  readonly values: readonly { readonly before?: Wording; readonly after?: Wording }[];
  /** Something else than the values differs. */
  readonly others: boolean;
}

/** A change of the working copy, as it was found and as it is declared. */
export interface MatchedChange {
  readonly of:
    | { readonly kind: 'value'; readonly id: ValueId; readonly position: number }
    | { readonly kind: 'removed'; readonly id: ValueId }
    | { readonly kind: 'considerations' }
    | { readonly kind: 'lead-in' };
  /** Of a value. */
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly from: readonly { readonly id: ValueId; readonly title: string }[];
  readonly size?: ChangeSize;
  readonly why?: string;
  readonly themes: readonly number[];
  /** Of a value: whoever rated the draft before is asked again. */
  readonly asked: boolean;
}

/** Which value of the draft before each value comes from, and what is said of its change. */
export interface MatchingView {
  readonly kind: 'matching';
  readonly subject: Subject;
  readonly revision: string;
  /** Number of the draft before. */
  readonly base: number;
  readonly changes: readonly MatchedChange[];
  readonly page: number;
}

/** The form for one change. */
export interface ChangeFormView {
  readonly kind: 'change-form';
  readonly subject: Subject;
  readonly revision: string;
  readonly base: number;
  readonly change: MatchedChange;
  /** Values of the draft before, to choose from; empty where there is nothing to match. */
  readonly former: readonly { readonly id: ValueId; readonly title: string }[];
  readonly choices: readonly { readonly number: number; readonly title: string }[];
  readonly before: readonly Wording[];
  readonly after?: Wording;
  readonly just?: 'saved';
  readonly problem?: 'no-such-value' | 'no-such-theme' | 'why-too-long' | 'unchanged' | 'more-than-spelling';
}

/** What differs between two drafts, of one value or of a frame around them. */
export interface ChangeEntry {
  readonly of: MatchedChange['of']['kind'];
  readonly id?: ValueId;
  /** From 1, in the later named draft. */
  readonly position?: number;
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly before: readonly Wording[];
  readonly after?: Wording;
  /** What its authors said, draft by draft. */
  readonly said: readonly {
    readonly number: number;
    readonly size?: ChangeSize;
    readonly why?: string;
    readonly themes: readonly number[];
    readonly disputed?: true;
  }[];
}

export interface ChangesView {
  readonly kind: 'changes';
  /** The draft that is compared. */
  readonly subject: Subject;
  /** Number of the draft it is set beside. */
  readonly from: number;
  readonly to: number;
  readonly entries: readonly ChangeEntry[];
  /** How many values read as they did, where they stood. */
  readonly unchanged: number;
  /** Titles of themes that everybody may read. */
  readonly themes: readonly { readonly number: number; readonly title: string }[];
  /** Of the feedback before, where it was left without an answer. */
  readonly unanswered?: DraftChanges['unanswered'];
  /** One value alone, by its place. */
  readonly only?: number;
  readonly address?: string;
  readonly page: number;
}

/** On a ballot: what a value says otherwise than when it was last rated. */
export interface BallotChange {
  readonly kinds: readonly ChangeKind[];
  readonly size?: ChangeSize;
  readonly why?: string;
  readonly themes: readonly number[];
  readonly disputed?: true;
  /** It is said to be spelling, and whoever reads it may say that it is more. */
  readonly disputable: boolean;
  /** Number of the draft with the words before. */
  readonly since: number;
  /** Several where values were merged, none of a new one. */
  readonly before: readonly Wording[];
  /** The member's own last answers to it, and the drafts that they were given to. */
  readonly former: readonly { readonly answer: Answer; readonly number: number }[];
}

/** Says that a change declared as spelling is more. */
export interface DisputeView {
  readonly kind: 'dispute';
  readonly subject: Subject;
  readonly value: { readonly id: ValueId; readonly position: number; readonly title: string };
  readonly state: 'asking' | 'disputed' | 'disputed-before' | 'not-open' | 'not-spelling';
}

export interface RevisionNoticeView {
  readonly kind: 'revision-notice';
  readonly subject?: Subject;
  readonly what:
    | 'nothing-before'
    | 'first-draft'
    | 'same-draft'
    | 'last-value'
    | 'version-gone'
    | 'busy'
    | 'unreadable-declaration'
    | 'frame-unchanged'
    | 'removed-meanwhile';
  /** Of the value that was meant, or of the working copy. */
  readonly title?: string;
}

export const revisionViewKinds = [
  'working-copy',
  'value-form',
  'remove-value',
  'copy-conflict',
  'matching',
  'change-form',
  'changes',
  'dispute',
  'revision-notice',
] as const satisfies readonly RevisionView['kind'][];
