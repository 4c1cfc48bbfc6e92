import type { Audience } from './announcement.js';
import type { CharterName } from './charter.js';
import type { DraftId } from './draft.js';

/** `end-consent`: a consent round is over. `review`: what was adopted is brought back. */
export type AppointmentKind = 'publish' | 'remind' | 'close' | 'end-consent' | 'review';

/** Something to be done at a time. */
export interface Appointment {
  readonly id: string;
  readonly kind: AppointmentKind;
  readonly charter: CharterName;
  /** Of all but `publish`. */
  readonly draft?: DraftId;
  /** ISO-8601 UTC. */
  readonly at: string;
  /** IANA name of the zone in which the time was said. */
  readonly timeZone: string;
  /** `facilitators`, or `api:` and the name of an API token. */
  readonly editor: string;
  /** Of `publish`: the post as it was when the time was set, and who is told. */
  readonly source?: string;
  readonly audience?: Audience;
}
