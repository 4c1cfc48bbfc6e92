import type { RuleGap } from '../../domain/adoption-rule.js';
import type { AnnouncementId } from '../../domain/announcement.js';
import type { Comment, Vote } from '../../domain/comment.js';
import type { Consent, ConsentFigures } from '../../domain/consent.js';
import type { Value, ValueId } from '../../domain/draft.js';
import type { Outcome } from '../../domain/outcome.js';
import type { AdoptionRule, ProcessRules } from '../../domain/process.js';
import type { FollowUp, ThemeAnswer } from '../../domain/theme.js';
import type { Moment, Subject } from '../subject.js';

export type AdoptionView =
  | ConsentView
  | ObjectionsView
  | ConsentConfirmView
  | AdoptFormView
  | AdoptSummaryView
  | OutcomeView
  | FollowUpFormView
  | AdoptionNoticeView;

/** The proposal to adopt a draft, and what the member says to it. */
export interface ConsentView {
  readonly kind: 'consent';
  readonly subject: Subject;
  readonly leadIn?: string;
  readonly values: readonly Value[];
  readonly rules: Pick<ProcessRules, 'least' | 'review' | 'adoption'>;
  readonly closes: Moment;
  /** Of a round that is over. */
  readonly over?: { readonly figures: ConsentFigures };
  /** How many objections everybody can read, and how many of them have no answer. */
  readonly objections: { readonly count: number; readonly unanswered: number };
  /** The member's own; absent where others look on, and where nothing was said. */
  readonly own?: OwnConsent;
  /** What was put down so far, or stands. */
  readonly written: WrittenConsent;
  readonly problem?: ConsentProblem;
  readonly just?: JustGiven;
  readonly press: string;
}

export interface OwnConsent {
  readonly answer: Consent;
  readonly objection?: Comment;
}

export interface WrittenConsent {
  readonly answer?: Consent;
  readonly reason?: string;
  readonly value?: ValueId;
  readonly signed: boolean;
}

/** Why it came back. `names-person`: whether it is to be sent for review all the same. */
export type ConsentProblem =
  'nothing-chosen' | 'no-reason' | 'too-long' | 'names-person' | 'no-such-value' | 'too-late';

/** What the press before did. */
export type JustGiven =
  | { readonly did: 'given' | 'repeated' | 'taken-back' }
  | {
      readonly did: 'objected';
      /** Of the objection; shown this once. */
      readonly code: string;
      /** It was to be signed, and no name is known. */
      readonly unnamed?: true;
    };

/** Objections that everybody can read, the most surely supported first. */
export interface ObjectionsView {
  readonly kind: 'objections';
  readonly subject: Subject;
  readonly objections: readonly ShownObjection[];
  /** The member's own; empty where others look on. */
  readonly votes: ReadonlyMap<string, Vote>;
  /** Whether they can still be supported. */
  readonly open: boolean;
  readonly page: number;
}

export interface ShownObjection {
  readonly comment: Comment;
  readonly value?: Pick<Value, 'id' | 'title'>;
  /** As it was told; absent: none was. */
  readonly answer?: Pick<ThemeAnswer, 'status' | 'reason'>;
}

/** Asks before everybody is asked, and before they are asked no more. */
export interface ConsentConfirmView {
  readonly kind: 'consent-confirm';
  readonly what: 'open-consent' | 'end-consent';
  readonly subject: Subject;
  readonly rule: AdoptionRule;
  readonly least: number;
  readonly closes: Moment;
}

/** What a facilitator puts down about an adoption. */
export interface AdoptFormView {
  readonly kind: 'adopt-form';
  readonly subject: Subject;
  readonly timeZone: string;
  readonly figures: ConsentFigures;
  /** Days as they were typed, or the usual ones. */
  readonly adoptedOn: string;
  readonly reviewOn: string;
  readonly followUps: string;
  /** What was promised in answers: recorded too. */
  readonly promised: readonly FollowUp[];
  readonly unanswered: number;
  readonly problem?: AdoptProblem;
}

export type AdoptProblem =
  | { readonly kind: 'day-unreadable' | 'review-unreadable' | 'review-past' | 'too-many' }
  /** Before the draft was published, or yet to come. */
  | { readonly kind: 'day-outside'; readonly from: string; readonly to: string }
  /** A line that is no `what; owner; day`. */
  | { readonly kind: 'line-unreadable' | 'line-too-long'; readonly line: string };

/** What would be recorded, before it is. */
export interface AdoptSummaryView {
  readonly kind: 'adopt-summary';
  readonly subject: Subject;
  readonly outcome: Omit<Outcome, 'recordedAt'>;
  /** What the button sends back. */
  readonly followUps: string;
  readonly second: boolean;
}

/** What was adopted: the same for every member. */
export interface OutcomeView {
  readonly kind: 'outcome';
  readonly subject: Subject;
  readonly timeZone: string;
  readonly leadIn?: string;
  readonly values: readonly Value[];
  readonly outcome: Outcome;
  /** `2026-11-24`, where the charter is. */
  readonly recordedOn: string;
  /** Of the ledger. */
  readonly head: string;
  readonly address?: string;
  /** Whoever asks may add to it. */
  readonly facilitator?: true;
  readonly just?: 'amended';
  readonly page: number;
}

export interface FollowUpFormView {
  readonly kind: 'follow-up-form';
  readonly subject: Subject;
  readonly standing: readonly FollowUp[];
  readonly reviewOn: string;
  readonly newReviewOn: string;
  readonly followUps: string;
  readonly problem?: Extract<AdoptProblem, { line: string }> | { readonly kind: AmendProblem };
}

export type AmendProblem = 'review-unreadable' | 'review-earlier' | 'too-many' | 'nothing-new';

/** One thing said in a sentence or two, with the way on. */
export type AdoptionNoticeView = { readonly kind: 'adoption-notice'; readonly subject: Subject } & (
  | {
      readonly what:
        | 'consent-in-public'
        | 'no-round'
        | 'round-not-open'
        | 'round-open'
        | 'round-told'
        | 'draft-not-closed'
        | 'cannot-open'
        | 'consent-ended'
        | 'not-adopted'
        | 'adopted-before';
    }
  | {
      readonly what: 'consent-opened';
      readonly closes: Moment;
      readonly intended: number;
      readonly announcement: AnnouncementId;
    }
  /** Why it cannot be adopted. */
  | {
      readonly what: 'cannot-adopt';
      readonly gaps: readonly RuleGap[];
      /** Objections that nobody has reviewed. */
      readonly waiting: number;
    }
  | { readonly what: 'adopted-now'; readonly intended: number; readonly announcement: AnnouncementId }
);

/** What a posted card knows of adoption: of its own round, and of what came of it all. */
export interface AnnouncedAdoption {
  /** Of `consent`: until when it is open; absent once it is over. */
  readonly closes?: Moment;
  readonly outcome?: Pick<Outcome, 'number' | 'adoptedOn' | 'reviewOn' | 'followUps'>;
}

export const adoptionViewKinds = [
  'consent',
  'objections',
  'consent-confirm',
  'adopt-form',
  'adopt-summary',
  'outcome',
  'follow-up-form',
  'adoption-notice',
] as const satisfies readonly AdoptionView['kind'][];
