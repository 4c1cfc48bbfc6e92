import type { CharterName } from '../domain/charter.js';
import type { DraftId, DraftState } from '../domain/draft.js';

/** An instant, and the zone in which its reader thinks of it. */
export interface Moment {
  /** ISO-8601 UTC. */
  readonly at: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** The text a card is about, so that its buttons can name it. */
export interface Subject {
  readonly charter: CharterName;
  /** Absent for a charter without drafts, and in a preview. */
  readonly draft?: DraftId;
  readonly number?: number;
  readonly state?: DraftState;
  /** Title of the post. */
  readonly title: string;
  readonly preview: boolean;
}
