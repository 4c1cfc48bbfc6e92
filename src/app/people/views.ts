import type { CharterName } from '../../domain/charter.js';
import type { Moment, Subject } from '../subject.js';
import type { Approval } from './approval-store.js';

export type PeopleView =
  | LedgerView
  | FacilitatorsView
  | RemovingView
  | InvitationView
  | AcceptView
  | ApprovalsView
  | DeletingView
  | PeopleNoticeView;

/** What happened to a process, as a chain that anybody can check. */
export interface LedgerView {
  readonly kind: 'ledger';
  readonly subject: Subject;
  readonly entries: number;
  readonly head: string;
  /** Of the last entry. */
  readonly last?: Moment;
  /** The file. */
  readonly address: string;
}

export interface FacilitatorsView {
  readonly kind: 'facilitators';
  readonly listed: readonly ListedFacilitator[];
  /** In development. */
  readonly everybody: boolean;
  /** `unknown`: nobody has this mark. */
  readonly just?: 'removed' | 'last' | 'too-few' | 'unknown' | 'nobody-chosen';
}

export interface ListedFacilitator {
  readonly mark: string;
  /** Absent: they have not written here yet. */
  readonly name?: string;
  /** Whoever reads this. */
  readonly own: boolean;
}

/** Asks before somebody facilitates no more. */
export interface RemovingView extends ListedFacilitator {
  readonly kind: 'removing';
}

/** Shown once. */
export interface InvitationView {
  readonly kind: 'invitation';
  readonly code: string;
  readonly until: Moment;
}

/** The form for the code. */
export interface AcceptView {
  readonly kind: 'accept-invitation';
  /** What was typed and opens nothing. */
  readonly wrong?: string;
}

/** What one facilitator asked for and a second one is to confirm. */
export interface ApprovalsView {
  readonly kind: 'approvals';
  readonly waiting: readonly WaitingApproval[];
  readonly just?: 'declined' | 'gone' | 'own' | 'asker-gone';
  readonly page: number;
}

export interface WaitingApproval extends Pick<Approval, 'id' | 'charter' | 'action'> {
  readonly since: Moment;
  /** Absent: they never wrote with a name. */
  readonly askedByName?: string;
  /** An API token asked. */
  readonly byProgram: boolean;
  /** Whoever reads this asked for it: another one has to confirm. */
  readonly own: boolean;
  /** It is to happen later: that day and time, in the charter's zone. */
  readonly at?: string;
}

/** Asks, in words, before everything of a charter goes. */
export interface DeletingView {
  readonly kind: 'deleting';
  readonly subject: Subject;
  /** Published ones. */
  readonly drafts: number;
  readonly answered: boolean;
  readonly comments: boolean;
  readonly second: boolean;
}

/** One thing said in a sentence or two. */
export type PeopleNoticeView = { readonly kind: 'people-notice'; readonly subject?: Subject } & (
  | { readonly what: 'second-asked' | 'second-waiting'; readonly action: Approval['action'] }
  | {
      readonly what:
        'facilitating' | 'facilitating-already' | 'invitation-in-public' | 'approved-text-changed';
    }
  | { readonly what: 'deleted'; readonly charter: CharterName; readonly head: string }
);

export const peopleViewKinds = [
  'ledger',
  'facilitators',
  'removing',
  'invitation',
  'accept-invitation',
  'approvals',
  'deleting',
  'people-notice',
] as const satisfies readonly PeopleView['kind'][];
