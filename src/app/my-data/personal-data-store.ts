import type { AnnouncementKind } from '../../domain/announcement.js';
import type { AppointmentKind } from '../../domain/appointment.js';
import type { CharterName } from '../../domain/charter.js';
import type { CommentSort, Vote } from '../../domain/comment.js';
import type { Consent } from '../../domain/consent.js';
import type { DeliveryState } from '../../domain/delivery.js';
import type { ValueId } from '../../domain/draft.js';
import type { MemberId, PlaceId } from '../../domain/place.js';
import type { SecondAction } from '../../domain/process.js';
import type { Answer, Pseudonym } from '../../domain/rating.js';

/** What is kept of a member beyond their answers: under their own id, not under a pseudonym. */
export interface KeptOfMember {
  readonly member: MemberId;
  readonly roles: readonly ('facilitator' | 'moderator')[];
  /** As Teams told it; kept of those with a role. */
  readonly name?: string;
  readonly chats: readonly {
    readonly place: PlaceId;
    readonly serviceUrl: string;
    readonly notedAt: string;
    readonly locale: string;
    readonly timeZone?: string;
    readonly subscriptions: readonly string[];
    readonly pausedUntil?: string;
    /** `20:00–08:00`, or `off`. */
    readonly quietHours?: string;
  }[];
  /** What was announced in these chats. */
  readonly deliveries: readonly {
    readonly charter: CharterName;
    readonly kind: AnnouncementKind;
    readonly at: string;
    readonly state: DeliveryState;
  }[];
  /** How often the bot wrote by itself, about what. */
  readonly contacts: readonly {
    readonly charter: CharterName;
    readonly draft?: number;
    readonly count: number;
  }[];
  /** Texts that they saved for the post that facilitators prepare together, until it is published. */
  readonly workingCopies: readonly {
    readonly charter: CharterName;
    readonly savedAt: string;
    /** As Teams told it. */
    readonly name?: string;
    readonly source: string;
  }[];
  /** What they asked for, and a second facilitator has yet to confirm. */
  readonly approvals: readonly {
    readonly charter: CharterName;
    readonly action: SecondAction | 'rules';
    readonly askedAt: string;
    readonly name?: string;
  }[];
  /** Work for a charter that bears their id. */
  readonly corrections: readonly { readonly charter: CharterName; readonly proposedAt: string }[];
  readonly appointments: readonly {
    readonly charter: CharterName;
    readonly kind: AppointmentKind;
    readonly at: string;
  }[];
}

/** What is kept under a member's pseudonym in one charter that is not sealed. */
export interface KeptInCharter {
  readonly charter: CharterName;
  readonly group?: string;
  readonly answers: readonly {
    readonly draft: number;
    readonly value: ValueId;
    readonly title: string;
    /** Absent once withdrawn. */
    readonly answer?: Answer;
    /** Number of the draft it was given to, if it was carried over. */
    readonly carriedFrom?: number;
    readonly at: string;
  }[];
  /** What they said to adopting a draft. */
  readonly consents: readonly {
    readonly draft: number;
    /** Absent once taken back. */
    readonly answer?: Consent;
    readonly at: string;
  }[];
  /** Changes declared as spelling of which they said that they are more. */
  readonly disputes: readonly { readonly draft: number; readonly value: ValueId; readonly title: string }[];
  /** Numbers of drafts. */
  readonly declined: readonly number[];
  readonly comments: readonly {
    readonly sort: CommentSort;
    readonly text: string;
    readonly state: string;
    readonly signedBy?: string;
    readonly day: string;
  }[];
  readonly votes: readonly { readonly comment: string; readonly vote: Vote }[];
}

export interface PersonalDataStore {
  ofMember(member: MemberId): Promise<KeptOfMember>;
  inCharter(which: { charter: CharterName; pseudonym: Pseudonym }): Promise<KeptInCharter>;
  /**
   * In one transaction: everything of both kinds is erased; what was delivered to the member's chats stays counted, and
   * leads to nobody. Figures that were told stay as they were told. Roles stay: they are given up or taken by
   * facilitators. Work for a charter stays too, without saying whose it is. The second call finds nothing.
   */
  forget(which: {
    member: MemberId;
    pseudonyms: ReadonlyMap<CharterName, Pseudonym>;
    at: string;
  }): Promise<void>;
  /** The personal chat is gone: its address, subscriptions and wishes are erased. The second call finds nothing. */
  forgetPlace(which: { place: PlaceId; at: string }): Promise<void>;
}

/** Links that open something for a while, for whoever holds them. */
export interface DownloadStore {
  /** Answers the token, which is kept as a digest only. Links that are over go. */
  offer(download: { member: MemberId; at: string; expiresAt: string }): Promise<string>;
  /** Whose it is; nobody's when it is unknown or over. */
  owner(which: { token: string; now: string }): Promise<MemberId | undefined>;
}
