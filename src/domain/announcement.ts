import type { CharterName, Framing } from './charter.js';
import type { DraftId } from './draft.js';

export type AnnouncementId = string & { readonly brand: 'AnnouncementId' };

/**
 * `announced`: the process opens or its frame is updated. `published`: a draft is open to be rated. `reopened`: one
 * that was closed is open again. `reminder`: it closes soon, told in personal chats only. `sealed`: the process is over,
 * and nothing links answers to members any more. `answered`: themes have answers. `terms`: a rule or date that was fixed
 * has changed. `consent`: a draft is proposed for adoption. `adopted`: it was adopted, and the process is sealed. `review`:
 * the day has come on which adopted values are looked at again.
 *
 * That a draft was corrected, withdrawn, closed or replaced is told by editing the copies already posted.
 */
export type AnnouncementKind =
  | 'announced'
  | 'published'
  | 'reopened'
  | 'reminder'
  | 'sealed'
  | 'answered'
  | 'terms'
  | 'consent'
  | 'adopted'
  | 'review';

/**
 * Who is told, of the places that subscribe. `affected`: those for whom there is something new to answer, which for a
 * shared place means a value that is new or reads otherwise than before. `contributors`: of `answered`, those who signed a
 * comment in an answered theme and hear nothing otherwise.
 */
export type Audience = 'all' | 'affected' | 'contributors';

/** One event told to the subscriptions of a charter. */
export interface Announcement {
  readonly id: AnnouncementId;
  readonly charter: CharterName;
  readonly kind: AnnouncementKind;
  readonly draft?: DraftId;
  readonly audience: Audience;
  /** Of an announcement without a draft: what it says. A draft says it itself. */
  readonly framing?: Framing;
  /** ISO-8601 UTC. */
  readonly at: string;
}
