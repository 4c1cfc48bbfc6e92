import type { CharterName } from '../../domain/charter.js';

export type PeopleIntent = LedgerIntent | FacilitatorsIntent;

/** For everybody. */
export type LedgerIntent =
  /** The head of the ledger, and how it is checked. */
  | { readonly kind: 'ledger'; readonly charter?: CharterName }
  /** Takes up an invitation to facilitate. */
  | { readonly kind: 'accept'; readonly code?: string };

/** For facilitators: who facilitates, and what waits for a second one. */
export type FacilitatorsIntent =
  | { readonly kind: 'facilitators' }
  /** A code for somebody who is to facilitate too. */
  | { readonly kind: 'invite' }
  /** `mark` as the list shows it. */
  | { readonly kind: 'remove-facilitator'; readonly mark?: string; readonly confirmed: boolean }
  | { readonly kind: 'approvals'; readonly page?: number }
  /** The text that is to be published, as members will get it. */
  | { readonly kind: 'view-approval'; readonly approval: string }
  /** By its id, or by as much of it as a card shows. */
  | { readonly kind: 'approve' | 'disapprove'; readonly approval: string }
  /** Everything of a charter goes. */
  | { readonly kind: 'delete-charter'; readonly charter?: CharterName; readonly confirmed: boolean };

const facilitatorsKinds = [
  'facilitators',
  'invite',
  'remove-facilitator',
  'approvals',
  'view-approval',
  'approve',
  'disapprove',
  'delete-charter',
] as const satisfies readonly FacilitatorsIntent['kind'][];
export const peopleKinds = [
  'ledger',
  'accept',
  ...facilitatorsKinds,
] as const satisfies readonly PeopleIntent['kind'][];
