import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { Charter, CharterName } from '../domain/charter.js';
import type { DeliveryReport, SendOutcome } from '../domain/delivery.js';
import type { Draft, DraftContent, DraftId, DraftState, ValueId } from '../domain/draft.js';
import type { PostReading } from '../domain/imported-post.js';
import type {
  Address,
  MemberId,
  Place,
  PlaceId,
  Scope,
  SubscriptionState,
  everyCharter,
} from '../domain/place.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import type { Tally } from '../domain/results.js';
import type { AnnouncementView } from './views.js';

/** Everything the use-cases need from outside. */
export interface Ports {
  readonly charters: CharterStore;
  readonly drafts: DraftStore;
  readonly workingCopies: WorkingCopyStore;
  readonly ratings: RatingStore;
  readonly places: PlaceStore;
  readonly announcements: AnnouncementStore;
  readonly deliveries: DeliveryStore;
  readonly facilitators: FacilitatorStore;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Reads a Markdown post; never throws. */
  readonly readPost: (source: string) => PostReading;
}

export interface Clock {
  now(): Date;
}

export interface CharterStore {
  /** In the order of their names. */
  all(): Promise<readonly Charter[]>;
  find(charter: CharterName): Promise<Charter | undefined>;
  /** The key, in hex, under which this charter's members get their pseudonyms; made with the charter. */
  pseudonymKey(charter: CharterName): Promise<string | undefined>;
}

export interface DraftStore {
  find(draft: DraftId): Promise<Draft | undefined>;
  /** What never changes of a draft, remembered where it was read before. */
  content(draft: DraftId): Promise<DraftContent | undefined>;
  numbered(which: { charter: CharterName; number: number }): Promise<Draft | undefined>;
  /** The draft with the highest number. */
  latest(charter: CharterName): Promise<Draft | undefined>;
  /**
   * In one transaction: the charter is made or brought up to date, the draft before it is replaced, the draft is
   * stored, its announcement gets one waiting delivery for each active subscription, the working copy is removed.
   * The second call with the same working copy, request key or draft number changes nothing and says so.
   */
  publish(publication: Publication): Promise<PublicationOutcome>;
  /** Moves a draft on; false when it is not in `from` any more. */
  change(change: { draft: DraftId; from: DraftState; to: DraftState; at: string }): Promise<boolean>;
}

export interface Publication {
  readonly charter: Charter;
  /** Absent when only the process is announced. */
  readonly draft?: DraftContent;
  readonly announcement: Announcement;
  readonly workingCopy?: { readonly editor: string; readonly revision: string };
  /** From `Idempotency-Key`; `fingerprint` tells a repeated request from another one under the same key. */
  readonly request?: { readonly key: string; readonly fingerprint: string };
}

export type PublicationOutcome =
  | { readonly kind: 'published'; readonly intended: number }
  /** The request key was used before, for this same request. */
  | { readonly kind: 'repeated'; readonly announcement: AnnouncementId }
  /** The request key was used before, for another request. */
  | { readonly kind: 'key-reused' }
  /** Another draft took the number, or the working copy changed or is gone. */
  | { readonly kind: 'overtaken' };

export interface WorkingCopy {
  readonly charter: CharterName;
  /** A member's id, or `api:` and the name of an API token. */
  readonly editor: string;
  readonly source: string;
  /** Changes with each save. */
  readonly revision: string;
  readonly savedAt: string;
}

export interface WorkingCopyStore {
  /** Replaces what the same editor saved for the same charter before. */
  save(copy: WorkingCopy): Promise<void>;
  find(which: { charter: CharterName; editor: string }): Promise<WorkingCopy | undefined>;
  /** All of one editor, the latest first. */
  of(editor: string): Promise<readonly WorkingCopy[]>;
}

export interface RecordedRating {
  readonly outcome: 'recorded' | 'repeated' | 'not-open';
  /** All of the member's standing answers to the draft, this one included. */
  readonly mine: ReadonlyMap<ValueId, Answer>;
}

export interface RatingStore {
  /**
   * Sets, replaces or (with `null`) withdraws an answer, if the draft is open and has the value. The press that stands
   * is Teams delivering it again, and changes nothing; so is one that was replaced, until two minutes after the last
   * change.
   */
  record(rating: {
    draft: DraftId;
    value: ValueId;
    pseudonym: Pseudonym;
    answer: Answer | null;
    press: string;
    at: string;
  }): Promise<RecordedRating>;
  /** One member's standing answers. */
  mine(which: { draft: DraftId; pseudonym: Pseudonym }): Promise<ReadonlyMap<ValueId, Answer>>;
  /** How often each answer stands for each value. */
  tally(draft: DraftId): Promise<readonly Tally[]>;
}

export interface PlaceStore {
  /** Stores a place or brings its address, name and locale up to date; what is left out this time stays known. */
  note(place: Place & { at: string }): Promise<void>;
  find(place: PlaceId): Promise<Place | undefined>;
  /** True once after each installation: whoever gets it sends the welcome. */
  welcome(which: { place: PlaceId; at: string }): Promise<boolean>;
  /** Ends all subscriptions of a place and skips what waits for it; a later `welcome` is a first one again. */
  remove(which: { place: PlaceId; at: string; reason: string }): Promise<void>;
  /** The places of a team that the bot knows, in the order of their ids. */
  inTeam(which: { tenant: string; team: string }): Promise<readonly PlaceId[]>;
  /**
   * For one charter or for all; saying it twice is saying it once. `*` overrules what was said of single charters. A
   * place is noted first.
   */
  subscribe(change: {
    place: PlaceId;
    charter: CharterName | typeof everyCharter;
    state: SubscriptionState;
    at: string;
  }): Promise<void>;
  /** Whether the place hears the announcements of a charter, or (with `*`) of charters to come. */
  subscribed(which: { place: PlaceId; charter: CharterName | typeof everyCharter }): Promise<boolean>;
}

export interface AnnouncementStore {
  find(announcement: AnnouncementId): Promise<Announcement | undefined>;
  /** The newest first, at most `limit`. */
  latest(which: { charter: CharterName; limit: number }): Promise<readonly Announcement[]>;
  report(announcement: AnnouncementId): Promise<DeliveryReport>;
  /** Places not reached and why, at most `limit`; personal chats without a name. */
  unreached(which: {
    announcement: AnnouncementId;
    limit: number;
  }): Promise<readonly { readonly name?: string; readonly scope: Scope; readonly reason: string }[]>;
}

export interface ClaimedDelivery {
  readonly announcement: Announcement;
  readonly place: Place;
  /** Tries before this one. */
  readonly attempts: number;
}

export type Settlement =
  | { readonly state: 'sent'; readonly message?: string }
  | {
      readonly state: 'waiting';
      /** ISO-8601: not before. */ readonly due: string;
      readonly countsAsAttempt: boolean;
    }
  | { readonly state: 'failed' | 'skipped'; readonly reason: string };

export interface DeliveryStore {
  /**
   * Leases up to `limit` due deliveries to `worker`, the first due first. Those whose lease has run out are due again,
   * with one try more.
   */
  claim(claim: {
    worker: string;
    now: string;
    leaseUntil: string;
    limit: number;
  }): Promise<readonly ClaimedDelivery[]>;
  /** False, and nothing changed, when the lease is another's by now; one that has only run out still counts. */
  settle(settlement: {
    announcement: AnnouncementId;
    place: PlaceId;
    worker: string;
    at: string;
    outcome: Settlement;
  }): Promise<boolean>;
  /** Gives back what `worker` holds, so that nobody waits for its lease: for a stop in good order. */
  release(worker: string): Promise<void>;
}

export interface FacilitatorStore {
  has(member: MemberId): Promise<boolean>;
  /** Adding one twice is adding one once. */
  add(facilitator: { member: MemberId; at: string }): Promise<void>;
}

export interface Messenger {
  /** Posts an announcement's card to a place, in that place's language. */
  announce(post: { address: Address; locale: string; view: AnnouncementView }): Promise<SendOutcome>;
}
