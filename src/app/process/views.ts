import type { Approval } from '../people/approval-store.js';
import type { FixedTerms } from './fixed-terms.js';
import type { ProcessEntry, ProcessRecord, ProcessRules, RuleChange } from '../../domain/process.js';
import type { HidingReason } from '../../domain/comment.js';
import type { Moment, Subject } from '../subject.js';

/** How this process works: for every member. */
export interface ProcessView {
  readonly kind: 'process';
  readonly subject: Subject;
  readonly timeZone: string;
  readonly rules: ProcessRules;
  /** What members were told cannot be weakened any more. */
  readonly answered: boolean;
  readonly opened?: Moment;
  readonly closes?: Moment;
  readonly sealed?: Moment;
  /** When identities go, or went. */
  readonly identitiesGo?: Moment;
  readonly facilitators: {
    readonly names: readonly string[];
    /** Who have not written to the bot yet. */ readonly unnamed: number;
  };
  readonly hidden: ReadonlyMap<HidingReason, number>;
  /** What waits for a second facilitator, and since when. */
  readonly waiting?: readonly { readonly action: Approval['action']; readonly since: Moment }[];
  readonly terms?: FixedTerms;
  /** The newest first. */
  readonly records: readonly ProcessRecord[];
  readonly address?: string;
  readonly page: number;
}

export interface RulesFormView {
  readonly kind: 'rules';
  readonly subject: Subject;
  readonly rules: ProcessRules;
  readonly answered: boolean;
  readonly just?:
    | { readonly did: 'changed'; readonly changes: readonly RuleChange[] }
    | { readonly did: 'refused'; readonly changes: readonly RuleChange[] }
    | { readonly did: 'unchanged' | 'confidentiality-kept' | 'too-few-facilitators' }
    | { readonly did: 'unreadable'; readonly what: string };
}

/** Who can see what, in full. */
export interface PrivacyView {
  readonly kind: 'privacy';
  readonly subject: Subject;
  readonly rules: ProcessRules;
  readonly sealed: boolean;
}

/** What of fixed terms an announcement tells that it changed. */
export interface ChangedTerms {
  readonly rules: readonly RuleChange[];
  readonly dates: readonly ChangedDate[];
}

export interface ChangedDate extends Pick<Extract<ProcessEntry, { kind: 'date' }>, 'of' | 'number'> {
  /** Absent: no date. */
  readonly from?: Moment;
  readonly to?: Moment;
}
