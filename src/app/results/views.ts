import type { ValueId } from '../../domain/draft.js';
import type { Participation } from '../../domain/release.js';
import type { ValueResult } from '../../domain/results.js';
import type { Subject } from '../subject.js';

export interface ResultsView {
  readonly kind: 'results';
  readonly subject: Subject;
  /** Absent while the draft is open and the charter shows none before closing, and for ever when it was withdrawn. */
  readonly results?: {
    /** The most surely resonating first. */
    readonly values: readonly ValueResult[];
    /** In the draft's order, to name values by their position. */
    readonly order: readonly ValueId[];
    readonly participation: Participation;
    readonly at: string;
    readonly interim: boolean;
  };
  /** The threshold of the charter. */
  readonly least: number;
  /** Whether results appear while the draft is open. */
  readonly interim: boolean;
  /** A later draft that is open to be rated now. */
  readonly open?: Subject;
  /** The same results in the browser. */
  readonly address?: string;
  /** Of the ledger of the process. */
  readonly head?: string;
  readonly page: number;
}

/** Where a member belongs, to say or not. */
export interface GroupView {
  readonly kind: 'group';
  readonly subject: Subject;
  readonly groups: readonly string[];
  readonly chosen?: string;
  readonly just?: 'chosen' | 'taken-back' | 'unknown';
  readonly least: number;
}
