import type { CharterName } from '../../domain/charter.js';
import type { KeptOfMember } from './personal-data-store.js';
import type { MyData } from './my-data.js';

/** What the bot holds of a member, for themselves alone. */
export interface MyDataView extends MyData {
  readonly kind: 'my-data';
  /** Where all of it can be had as a file, for so many minutes. */
  readonly address: string;
  readonly minutes: number;
  /** IANA name: the member's own. */
  readonly timeZone: string;
  readonly page: number;
}

export interface ForgetView {
  readonly kind: 'forget';
  /** Absent: asks first. */
  readonly done?: true;
  readonly sealed: readonly CharterName[];
  /** Where answers and comments go with it. */
  readonly inProgress: readonly CharterName[];
  readonly roles: KeptOfMember['roles'];
}
