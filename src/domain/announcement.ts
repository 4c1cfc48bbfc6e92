import type { CharterName } from './charter.js';
import type { DraftId } from './draft.js';

export type AnnouncementId = string & { readonly brand: 'AnnouncementId' };

/** `announced`: the process opens or its frame is updated. `published`: a draft is open to be rated. */
export type AnnouncementKind = 'announced' | 'published';

/** One event told to all subscriptions of a charter. */
export interface Announcement {
  readonly id: AnnouncementId;
  readonly charter: CharterName;
  readonly kind: AnnouncementKind;
  readonly draft?: DraftId;
  /** ISO-8601 UTC. */
  readonly at: string;
}
