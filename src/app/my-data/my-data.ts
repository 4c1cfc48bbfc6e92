import type { CharterName } from '../../domain/charter.js';
import type { KeptInCharter, KeptOfMember } from './personal-data-store.js';

/** Everything that is kept of a member. */
export interface MyData {
  readonly kept: KeptOfMember;
  /** Those in which something is kept of them. */
  readonly charters: readonly KeptInCharter[];
  /** Sealed: answers given there can be found by nobody any more. */
  readonly sealed: readonly CharterName[];
}
