import type { WorkingCopy } from '../../src/app/ports.js';
import type { Announcement, AnnouncementId } from '../../src/domain/announcement.js';
import type { Charter, CharterName } from '../../src/domain/charter.js';
import type { DeliveryState } from '../../src/domain/delivery.js';
import type { Draft, DraftId, ValueId } from '../../src/domain/draft.js';
import {
  everyCharter,
  type MemberId,
  type Place,
  type PlaceId,
  type SubscriptionState,
} from '../../src/domain/place.js';
import type { Answer, Pseudonym } from '../../src/domain/rating.js';

/** What the fake stores hold together. */
export interface FakeMemory {
  readonly charters: Map<CharterName, { charter: Charter; key: string }>;
  readonly drafts: Map<DraftId, Draft>;
  readonly workingCopies: Map<string, WorkingCopy>;
  readonly ratings: Map<string, FakeRating>;
  readonly places: Map<PlaceId, { place: Place; welcomed: boolean }>;
  readonly subscriptions: Map<string, SubscriptionState>;
  readonly announcements: Map<AnnouncementId, Announcement>;
  readonly deliveries: Map<string, FakeDelivery>;
  readonly requests: Map<string, { fingerprint: string; announcement: AnnouncementId }>;
  readonly facilitators: Set<MemberId>;
}

export interface FakeRating {
  readonly draft: DraftId;
  readonly value: ValueId;
  readonly pseudonym: Pseudonym;
  readonly answer: Answer | null;
  readonly press: string;
  readonly pressesBefore: readonly string[];
  readonly at: string;
}

export interface FakeDelivery {
  readonly announcement: AnnouncementId;
  readonly place: PlaceId;
  state: DeliveryState;
  reason?: string;
  attempts: number;
  due: string;
  lease: { worker: string; until: string } | undefined;
}

export function createFakeMemory(): FakeMemory {
  return {
    charters: new Map(),
    drafts: new Map(),
    workingCopies: new Map(),
    ratings: new Map(),
    places: new Map(),
    subscriptions: new Map(),
    announcements: new Map(),
    deliveries: new Map(),
    requests: new Map(),
    facilitators: new Set(),
  };
}

/** Of several parts, joined by what no part contains. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join('\n');
}

export function isSubscribed(
  { subscriptions }: FakeMemory,
  place: PlaceId,
  charter: CharterName | typeof everyCharter,
): boolean {
  const deciding = subscriptions.get(keyOf(place, charter)) ?? subscriptions.get(keyOf(place, everyCharter));
  return deciding === 'active';
}
