import type { Announcement, AnnouncementId } from '../domain/announcement.js';
import type { Appointment, AppointmentKind } from '../domain/appointment.js';
import type { Charter, CharterFrame, CharterName, Framing } from '../domain/charter.js';
import type { CorrectedWords, Correction } from '../domain/correction.js';
import type { DeliveryReport, DeliveryState, EditState, SendOutcome } from '../domain/delivery.js';
import type { Draft, DraftContent, DraftId, DraftState, Value, ValueId } from '../domain/draft.js';
import type { PostReading, PostText } from '../domain/imported-post.js';
import type {
  Address,
  MemberId,
  Place,
  PlaceId,
  QuietHours,
  Scope,
  SubscriptionState,
  Wishes,
  everyCharter,
} from '../domain/place.js';
import type { Answer, Pseudonym } from '../domain/rating.js';
import type { AdoptionStore } from './adoption/adoption-store.js';
import type { BlogNote } from './blog/blog-note.js';
import type { CommentStore, ReceiptStore } from './comments/comment-store.js';
import type { ThemeStore } from './feedback/theme-store.js';
import type { DownloadStore, PersonalDataStore } from './my-data/personal-data-store.js';
import type { ApprovalStore } from './people/approval-store.js';
import type { ProcessStore } from './process/process-store.js';
import type { ParticipationStore, ReleaseStore } from './results/release-store.js';
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
  readonly contacts: ContactStore;
  readonly appointments: AppointmentStore;
  readonly corrections: CorrectionStore;
  readonly facilitators: FacilitatorStore;
  readonly releases: ReleaseStore;
  readonly participation: ParticipationStore;
  readonly process: ProcessStore;
  readonly comments: CommentStore;
  readonly receipts: ReceiptStore;
  readonly personalData: PersonalDataStore;
  readonly downloads: DownloadStore;
  readonly themes: ThemeStore;
  readonly adoption: AdoptionStore;
  readonly approvals: ApprovalStore;
  readonly addresses: Addresses;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly manners: Manners;
  /** Reads a Markdown post; never throws. */
  readonly readPost: (source: string) => PostReading;
  /** Writes a Markdown post that reads back as the same. */
  readonly writePost: (post: PostText) => string;
  /** Markdown for a community's own pages, in the language of a locale. */
  readonly writeBlog: (note: BlogNote, locale: string) => string;
  /** The words of a text that carry its meaning, in their stems. */
  readonly stemsOf: (text: string) => readonly string[];
}

export interface Clock {
  now(): Date;
}

/** What the operator set for everybody. */
export interface Manners {
  /** How often a member hears of one draft in their personal chat, over everything. */
  readonly contactsPerDraft: number;
  /** For members who chose none themselves. */
  readonly quietHours?: QuietHours;
  /** IANA name, where nobody told another. */
  readonly timeZone: string;
  /** In development. */
  readonly everybodyFacilitates?: true;
}

export interface CharterStore {
  /** In the order of their names. */
  all(): Promise<readonly Charter[]>;
  find(charter: CharterName): Promise<Charter | undefined>;
  /** Everything of a charter goes but that it was there, and the head of its ledger. False when there is none. */
  delete(which: { charter: CharterName; at: string }): Promise<boolean>;
  /** Charters that were deleted, with the last hash of their ledgers. */
  deleted(): Promise<readonly { readonly name: CharterName; readonly at: string; readonly head: string }[]>;
  /** The key, in hex, under which this charter's members get their pseudonyms; made with the charter. */
  pseudonymKey(charter: CharterName): Promise<string | undefined>;
}

export interface DraftStore {
  find(draft: DraftId): Promise<Draft | undefined>;
  /** As it was read last, perhaps before a correction: `find` always knows the newest. */
  content(draft: DraftId): Promise<DraftContent | undefined>;
  numbered(which: { charter: CharterName; number: number }): Promise<Draft | undefined>;
  /** The draft with the highest number. */
  latest(charter: CharterName): Promise<Draft | undefined>;
  /**
   * In one transaction: the charter is made or brought up to date, the draft before it is replaced, the draft is
   * stored, its announcement gets one waiting delivery for each place that is to hear it, what was announced before is
   * brought up to date, the working copy is removed. The second call with the same working copy, request key or draft
   * number changes nothing and says so.
   */
  publish(publication: Publication): Promise<PublicationOutcome>;
  /**
   * Moves a draft on; false when it is not in `from` any more. In the same transaction what waits to be sent about it
   * is cancelled (unless it goes to `open`), the copies posted are to be edited, and its appointments are removed.
   */
  change(change: { draft: DraftId; from: DraftState; to: DraftState; at: string }): Promise<boolean>;
  /**
   * Opens a closed draft again, for another round; false when it is not closed any more, or its charter is sealed. The
   * announcement is written as `announce` writes it.
   */
  reopen(change: { draft: DraftId; announcement: Announcement }): Promise<boolean>;
  /**
   * Sets or (with `null`) removes the date that cards show; the copies posted are to be edited. Once one was set it is
   * fixed: a change of it is announced.
   */
  setClosing(change: {
    draft: DraftId;
    closesAt: string | null;
    at: string;
    announcement?: Announcement;
  }): Promise<void>;
}

export interface Publication {
  readonly charter: CharterFrame;
  /** Absent when only the process is announced. */
  readonly draft?: DraftContent;
  /**
   * Values of the draft for which members keep their ratings, and the earlier drafts with the words that those were given
   * to: of each member the last answer of all drafts that were not withdrawn, if it was given in one of these.
   */
  readonly carried?: readonly { readonly value: ValueId; readonly from: readonly DraftId[] }[];
  /** Of what the draft says, and of the terms under which it is rated, for the ledger. */
  readonly digests?: { readonly content: string; readonly terms: string };
  readonly announcement: Announcement;
  /** The post, where there is no draft to keep it. */
  readonly source?: string;
  readonly workingCopy?: { readonly editor: string; readonly revision: string };
  /** What was planned and is done by this, or takes second place to it: removed with it. */
  readonly appointment?: string;
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
  | { readonly kind: 'overtaken' }
  /** The charter's process is over. */
  | { readonly kind: 'sealed' };

/** The facilitators together: what one of them edits, the others see. */
export const facilitators = 'facilitators';

export interface WorkingCopy {
  readonly charter: CharterName;
  /** `facilitators`, or `api:` and the name of an API token. */
  readonly editor: string;
  readonly source: string;
  /** Changes with each save. */
  readonly revision: string;
  readonly savedAt: string;
  /** The member who saved it; absent for an API token, and once they are forgotten. */
  readonly savedBy?: MemberId;
  /** Their name, as Teams told it. */
  readonly savedByName?: string;
}

export interface WorkingCopyStore {
  /**
   * Takes the place of the revision `over` (`undefined`: of nothing; `any`: of whatever stands). `overtaken`: something else
   * stands there; then the text is kept beside it as a version, and nothing is lost. Those that stood are kept until the copy
   * is published, the others until the charter is sealed.
   */
  save(copy: WorkingCopy, over: string | undefined): Promise<'saved' | 'overtaken'>;
  /** Any version of a working copy, also one that stands no more or never did. */
  version(which: {
    charter: CharterName;
    editor: string;
    revision: string;
  }): Promise<WorkingCopy | undefined>;
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
  /** Which of these were carried over, and the number of the draft that they were given to. */
  carried(which: { draft: DraftId; pseudonym: Pseudonym }): Promise<ReadonlyMap<ValueId, number>>;
  /**
   * A member's last answers before a draft, by value, and the numbers of the drafts they were given to. Withdrawn drafts
   * and withdrawn answers count as none.
   */
  before(which: {
    draft: DraftId;
    pseudonym: Pseudonym;
  }): Promise<ReadonlyMap<ValueId, { readonly answer: Answer; readonly number: number }>>;
  /**
   * A member says that a change declared as spelling is more. While the draft is open, and once: the ratings that were
   * carried over it are no ratings of the new words any more, members are asked again, and it is recorded. The second
   * call, by whomever, changes nothing.
   */
  dispute(which: {
    draft: DraftId;
    value: ValueId;
    pseudonym: Pseudonym;
    at: string;
  }): Promise<'disputed' | 'disputed-before' | 'not-open' | 'not-spelling'>;
}

export interface PlaceStore {
  /**
   * Stores a place or brings its address, name, locale and time zone up to date; what is left out this time stays
   * known. A place that could not be reached can be again.
   */
  note(place: Place & { at: string }): Promise<void>;
  find(place: PlaceId): Promise<Place | undefined>;
  /** True once after each installation: whoever gets it sends the welcome. */
  welcome(which: { place: PlaceId; at: string }): Promise<boolean>;
  /**
   * Nothing can be sent there until it is noted again; its subscriptions stay. What waits for it is skipped. After
   * `uninstalled` a later `welcome` is a first one again. The second call changes nothing.
   */
  park(which: { place: PlaceId; at: string; reason: string }): Promise<void>;
  /** The places of a team that the bot knows, in the order of their ids. */
  inTeam(which: { tenant: string; team: string }): Promise<readonly PlaceId[]>;
  /**
   * For one charter or for all; saying it twice is saying it once. `*` overrules what was said of single charters. A
   * place is noted first. What waits for it is skipped when it stops.
   */
  subscribe(change: {
    place: PlaceId;
    charter: CharterName | typeof everyCharter;
    state: SubscriptionState;
    at: string;
  }): Promise<void>;
  /** Whether the place hears the announcements of a charter, or (with `*`) of charters to come. */
  subscribed(which: { place: PlaceId; charter: CharterName | typeof everyCharter }): Promise<boolean>;
  /** All that was said at a place, of single charters and of all (`*`); empty where nothing was. */
  subscriptions(place: PlaceId): Promise<ReadonlyMap<CharterName | typeof everyCharter, SubscriptionState>>;
  /** Of a place that is not known: none. */
  wishes(place: PlaceId): Promise<Wishes>;
  /** Replaces all wishes. What was held for the place is looked at again at once. */
  wish(change: { place: PlaceId; wishes: Wishes; at: string }): Promise<void>;
}

export interface AnnouncementStore {
  find(announcement: AnnouncementId): Promise<Announcement | undefined>;
  /** The newest first, at most `limit`. */
  latest(which: { charter: CharterName; limit: number }): Promise<readonly Announcement[]>;
  /**
   * Writes an announcement about a draft that is already there, with one waiting delivery for each place that is to
   * hear it: a reminder for personal chats only. Answers how many. The second call with the same id changes nothing.
   */
  announce(announcement: Announcement): Promise<number>;
  report(announcement: AnnouncementId): Promise<DeliveryReport>;
  /** Places not reached and why, at most `limit`; personal chats without a name. */
  unreached(which: {
    announcement: AnnouncementId;
    limit: number;
  }): Promise<readonly { readonly name?: string; readonly scope: Scope; readonly reason: string }[]>;
  /**
   * The whole report place by place, in the order of names; places without a name and personal chats are counted
   * together. The counts add up to `intended`.
   */
  places(announcement: AnnouncementId): Promise<readonly ReportedPlaces[]>;
  /** Deliveries that failed wait again, and edits that failed too; answers how many. Whoever got it is left alone. */
  retry(which: { announcement: AnnouncementId; at: string }): Promise<number>;
}

export interface ReportedPlaces {
  /** Of a channel or group chat, where it is known. */
  readonly name?: string;
  readonly scope: Scope;
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly possiblyTwice: boolean;
  readonly edit?: EditState;
  readonly editReason?: string;
  readonly count: number;
}

/** Something to do for one announcement at one place: to send it, or to edit the copy that is there. */
export interface ClaimedDelivery {
  readonly announcement: Announcement;
  /** What is to be read on its copies changes with this number, and with nothing else. */
  readonly revision: number;
  readonly place: Place;
  readonly wishes: Wishes;
  readonly task:
    | { readonly kind: 'send'; /** It was put off before. */ readonly held: boolean }
    | { readonly kind: 'edit'; readonly message: string };
  /** Tries before this one, and how many of them came to nothing. */
  readonly attempts: number;
  readonly misses: number;
  /** One of them may have arrived. */
  readonly doubtful: boolean;
}

export type Settlement =
  /** Sent, or edited. Another edit follows at once when `revision` is not the announcement's any more. */
  | { readonly kind: 'done'; readonly revision: number; readonly message?: string }
  | {
      readonly kind: 'again';
      /** ISO-8601: not before. */
      readonly due: string;
      readonly missed: boolean;
      /** It may have arrived. */
      readonly doubtful: boolean;
      /** Nothing was tried: it does not count as an attempt. */
      readonly untried?: true;
    }
  /** Put off because the place does not want it now. */
  | { readonly kind: 'held'; readonly due: string }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** What it tells is over. */
  | { readonly kind: 'cancelled' };

export interface SettledDelivery {
  readonly announcement: AnnouncementId;
  readonly place: PlaceId;
  readonly worker: string;
  readonly at: string;
  readonly outcome: Settlement;
}

export interface DeliveryStore {
  /** The tenants that have places. */
  tenants(): Promise<readonly string[]>;
  /**
   * Leases up to `limit` due deliveries of a tenant to `worker`, the first due first, at most one for each place, and
   * none for a place to which something is on its way or was sent so much that Teams would refuse more. Those whose
   * lease has run out are due again; what was begun under it counts as a try that came to nothing, and as doubtful.
   */
  claim(claim: {
    tenant: string;
    worker: string;
    now: string;
    leaseUntil: string;
    limit: number;
  }): Promise<readonly ClaimedDelivery[]>;
  /**
   * Marks a claimed delivery as on its way, just before it is sent. False when it is not to be sent: another worker
   * has it by now, or it was cancelled or skipped.
   */
  begin(which: {
    announcement: AnnouncementId;
    place: PlaceId;
    worker: string;
    now: string;
  }): Promise<boolean>;
  /** False, and nothing changed, when the lease is another's by now; one that has only run out still counts. */
  settle(settled: SettledDelivery): Promise<boolean>;
  /** Gives back what `worker` holds and has not begun, so that nobody waits for its lease: for a stop in good order. */
  release(worker: string): Promise<void>;
  /** True when a later announcement about the same draft waits for the place, is on its way or was sent there. */
  isSuperseded(which: { announcement: AnnouncementId; place: PlaceId }): Promise<boolean>;
  /** How much there is to do, and since when the oldest that is due waits (ISO-8601). */
  queue(now: string): Promise<{ readonly length: number; readonly oldest?: string }>;
}

/** The pace that all replicas keep together. */
export interface TurnStore {
  /**
   * Takes the next `count` turns of a tenant, `apart` milliseconds from one another, for whoever asks. Answers in how
   * many milliseconds the first begins: after all that were taken before, and after a pause.
   */
  reserve(turns: { tenant: string; count: number; apart: number }): Promise<number>;
  /** Nobody's turn begins within so many milliseconds; a longer pause stays. */
  pause(which: { tenant: string; milliseconds: number }): Promise<void>;
  /** Milliseconds that are left of a pause; 0 without one. */
  pausedFor(tenant: string): Promise<number>;
  /**
   * For a message that is no delivery: true when the place is this caller's to send to, until `leave`. False when
   * something else is on its way there, or Teams would refuse more.
   */
  enter(place: PlaceId): Promise<boolean>;
  leave(place: PlaceId): Promise<void>;
}

/** The way out for messages that answer somebody: they count in the pace as deliveries do. */
export interface ReplyPace {
  /**
   * Runs `send` when a message may go to the place; nothing else of ours goes there meanwhile. What `send` throws is
   * thrown, unless Teams only put it off: then it runs again, for as long as somebody may still wait for the answer.
   */
  inTurn<T>(place: Pick<Place, 'id' | 'address'>, send: () => Promise<T>): Promise<T>;
}

export interface ContactStore {
  /**
   * Counts one contact with a member about something, unless `most` were counted. True when it counts, and when this
   * announcement was counted before.
   */
  spend(contact: Contact & { most: number }): Promise<boolean>;
  /** The message did not reach the member after all. */
  refund(contact: Contact): Promise<void>;
}

export interface Contact {
  readonly tenant: string;
  readonly member: MemberId;
  /** `app/contact-about.ts`. */
  readonly about: string;
  readonly announcement: AnnouncementId;
}

export interface AppointmentStore {
  /** Takes the place of what the charter has of the same kind. */
  make(appointment: Appointment): Promise<void>;
  /** Removes it; false when there is none. */
  cancel(which: { charter: CharterName; kind: AppointmentKind }): Promise<boolean>;
  /** In the order of time. */
  of(charter: CharterName): Promise<readonly Appointment[]>;
  /** Those whose time has come, in the order of time. */
  due(now: string): Promise<readonly Appointment[]>;
  /** Removes one that was kept. One that was made since, of the same kind, stays. */
  kept(id: string): Promise<void>;
}

/** What is to be corrected: a draft, or an announcement that has none. */
export type Correctable =
  | { readonly draft: DraftId; readonly announcement?: undefined }
  | { readonly announcement: AnnouncementId; readonly draft?: undefined };

export interface ProposedCorrection {
  readonly id: string;
  readonly charter: CharterName;
  readonly of: Correctable;
  readonly editor: string;
  /** The whole post as it is to be. */
  readonly source: string;
  readonly changes: readonly CorrectedWords[];
  readonly at: string;
}

export interface CorrectionStore {
  /** Keeps a correction until it is made; nothing that members see changes. */
  propose(correction: ProposedCorrection): Promise<void>;
  find(id: string): Promise<ProposedCorrection | undefined>;
  /**
   * In one transaction: what is published reads as corrected from now on, and all copies posted are to be edited.
   * `overtaken`: something was corrected since it was proposed, or the draft is not open or closed any more.
   */
  apply(correction: {
    id: string;
    framing: Framing;
    leadIn?: string;
    reason?: string;
    /** Of a draft: the same values in the same order. */
    values: readonly Value[];
    at: string;
  }): Promise<'applied' | 'applied-before' | 'overtaken'>;
  /** The post as it reads now. */
  sourceOf(which: Correctable): Promise<string | undefined>;
  /** Those that were made, in the order of time; those of a draft come with its content too. */
  of(which: Correctable): Promise<readonly Correction[]>;
}

export interface FacilitatorStore {
  has(member: MemberId): Promise<boolean>;
  /** Adding one twice is adding one once. Whom facilitators removed stays removed for the configuration. */
  add(facilitator: { member: MemberId; at: string; by?: 'configuration' }): Promise<void>;
  /** Those who facilitate, with a mark each that says nothing of their ids, in the order of their names. */
  listed(): Promise<readonly { readonly mark: string; readonly name?: string; readonly member: MemberId }[]>;
  /** `last`: nobody would be left. `too-few`: a charter asks for a second facilitator, and there would be one. */
  remove(which: { member: MemberId; at: string }): Promise<'removed' | 'last' | 'too-few' | 'unknown'>;
  /** Keeps a one-time code (as a digest) with which somebody becomes a facilitator until then. */
  invite(invitation: { code: string; until: string }): Promise<void>;
  /** True once for each code that is not too old; the member is a facilitator then. */
  accept(which: { code: string; member: MemberId; at: string }): Promise<boolean>;
  /** Whether somebody may hide and show comments: facilitators may, too. */
  isModerator(member: MemberId): Promise<boolean>;
  addModerator(moderator: { member: MemberId; at: string }): Promise<void>;
  /** Keeps the name of one of them, so that members know who facilitates; of nobody else. */
  noteName(which: { member: MemberId; name: string }): Promise<void>;
  /** Without their ids, in the order of their names. */
  all(): Promise<readonly { readonly role: 'facilitator' | 'moderator'; readonly name?: string }[]>;
}

/** Addresses of pages, signed where they need to be. */
export interface Addresses {
  results(which: { charter: Pick<Charter, 'name' | 'rules'>; number: number }): Promise<string>;
  process(charter: Pick<Charter, 'name' | 'rules'>): Promise<string>;
  /** A draft as it was published. */
  draft(which: { charter: Pick<Charter, 'name' | 'rules'>; number: number }): Promise<string>;
  /** What differs between two drafts. */
  changes(which: { charter: Pick<Charter, 'name' | 'rules'>; from: number; to: number }): Promise<string>;
  /** Asked, said, did. */
  feedback(charter: Pick<Charter, 'name' | 'rules'>): Promise<string>;
  outcome(charter: Pick<Charter, 'name' | 'rules'>): Promise<string>;
  /** The ledger as a file. */
  ledger(charter: Pick<Charter, 'name' | 'rules'>): Promise<string>;
  /** Of a file for one member. */
  download(token: string): string;
}

export interface Messenger {
  /** Makes ready what takes a while the first time, so that what follows leaves the moment its turn comes. */
  prepare?(post: Post): Promise<void>;
  /** Posts an announcement's card to a place, in that place's language. */
  announce(post: Post): Promise<SendOutcome>;
  /** Puts the card in the place of one that was posted. */
  edit(post: Post & { message: string }): Promise<SendOutcome>;
}

export interface Post {
  readonly address: Address;
  readonly locale: string;
  readonly view: AnnouncementView;
}
