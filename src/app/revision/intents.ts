import type { ChangeSize } from '../../domain/change.js';
import type { CharterName } from '../../domain/charter.js';
import type { About, ValueRef } from '../about.js';

export type RevisionIntent = ReadChangesIntent | EditingIntent;

/** What a change is of: a value (also one of the draft before that is gone), or what frames them. */
export type ChangeRef = ValueRef | 'considerations' | 'lead-in';

/** For everybody. */
export type ReadChangesIntent =
  /** What differs between two drafts; without numbers: the newest and the one before it. */
  | {
      readonly kind: 'changes';
      readonly about: About;
      readonly from?: number;
      readonly to?: number;
      /** This one alone. */
      readonly value?: ValueRef;
      readonly page?: number;
    }
  /** A change declared as spelling is more than that. */
  | {
      readonly kind: 'dispute';
      readonly about: About;
      readonly value: ValueRef;
      readonly confirmed: boolean;
    };

/** For facilitators: the working copy of the next draft, value by value. */
export type EditingIntent =
  /** The working copy; begun from the newest draft where there is none. */
  | { readonly kind: 'revise'; readonly charter?: CharterName; readonly page?: number }
  /** The form for one value; without one, for a new value. */
  | {
      readonly kind: 'edit-value';
      readonly charter?: CharterName;
      readonly value?: ValueRef;
      /** What was written on the card before the window was opened, and the working copy seen then. */
      readonly title?: string;
      readonly text?: string;
      readonly revision?: string;
      readonly inDialog?: true;
    }
  | {
      readonly kind: 'save-value';
      readonly charter?: CharterName;
      readonly value?: ValueRef;
      /** Of the working copy that its editor saw. */
      readonly revision?: string;
      readonly title?: string;
      readonly text?: string;
      /** Of the working copy with somebody else's change, which is to be overwritten. */
      readonly over?: string;
      readonly inDialog?: true;
    }
  | {
      readonly kind: 'remove-value';
      readonly charter?: CharterName;
      readonly value: ValueRef;
      readonly revision?: string;
      readonly confirmed: boolean;
    }
  | {
      readonly kind: 'move-value';
      readonly charter?: CharterName;
      readonly value: ValueRef;
      /** From 1; or one place towards the beginning. */
      readonly to: number | 'up';
      readonly revision?: string;
    }
  /** Which value of the draft before each value comes from, and what is said of its change. */
  | {
      readonly kind: 'matching';
      readonly charter?: CharterName;
      /** The form for this one. */
      readonly of?: ChangeRef;
      readonly page?: number;
    }
  | {
      readonly kind: 'match';
      readonly charter?: CharterName;
      readonly value: ValueRef;
      /** Ids of values of the draft before; empty: it is new. */
      readonly from: readonly string[];
      readonly revision?: string;
    }
  | {
      readonly kind: 'declare';
      readonly charter?: CharterName;
      readonly of: ChangeRef;
      /** Ids of values of the draft before; empty: it is new; absent: as it stands. */
      readonly from?: readonly string[];
      readonly size?: ChangeSize;
      readonly why?: string;
      /** Numbers of themes. */
      readonly themes?: readonly number[];
      readonly revision?: string;
    }
  /** Puts a version that was saved beside the working copy in its place, if that is still `over`. */
  | {
      readonly kind: 'take-version';
      readonly charter?: CharterName;
      readonly version: string;
      readonly over: string;
    };

const editingKinds = [
  'revise',
  'edit-value',
  'save-value',
  'remove-value',
  'move-value',
  'matching',
  'match',
  'declare',
  'take-version',
] as const satisfies readonly EditingIntent['kind'][];
export const revisionKinds = [
  'changes',
  'dispute',
  ...editingKinds,
] as const satisfies readonly RevisionIntent['kind'][];
