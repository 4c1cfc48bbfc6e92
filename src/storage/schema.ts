import type { AnnouncementId, AnnouncementKind } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DeliveryState } from '../domain/delivery.js';
import type { DraftId, DraftState, ValueId } from '../domain/draft.js';
import type { MemberId, PlaceId, Scope, SubscriptionState, everyCharter } from '../domain/place.js';
import type { Pseudonym } from '../domain/rating.js';

/** The tables as they are after the last migration. Instants are ISO-8601 UTC with milliseconds, so that they sort. */
export interface Tables {
  migrations: MigrationRow;
  charters: CharterRow;
  charter_keys: CharterKeyRow;
  charter_values: CharterValueRow;
  drafts: DraftRow;
  draft_values: DraftValueRow;
  working_copies: WorkingCopyRow;
  ratings: RatingRow;
  places: PlaceRow;
  subscriptions: SubscriptionRow;
  announcements: AnnouncementRow;
  deliveries: DeliveryRow;
  requests: RequestRow;
  facilitators: FacilitatorRow;
}

interface MigrationRow {
  name: string;
}

interface CharterRow {
  name: CharterName;
  /** JSON. */
  framing: string;
}

/** Apart from everything else, because it alone links pseudonyms to members. */
interface CharterKeyRow {
  charter: CharterName;
  pseudonym_key: string;
}

interface CharterValueRow {
  charter: CharterName;
  id: ValueId;
  first_draft: DraftId;
}

interface DraftRow {
  id: DraftId;
  charter: CharterName;
  number: number;
  state: DraftState;
  state_at: string;
  /** JSON. */
  framing: string;
  lead_in: string | null;
  reason: string | null;
  source: string;
  published_at: string;
}

interface DraftValueRow {
  draft: DraftId;
  value: ValueId;
  position: number;
  title: string;
  text: string;
}

interface WorkingCopyRow {
  charter: CharterName;
  editor: string;
  source: string;
  revision: string;
  saved_at: string;
}

interface RatingRow {
  draft: DraftId;
  value: ValueId;
  pseudonym: Pseudonym;
  /** Null once withdrawn. */
  answer: string | null;
  /** Digest of the press that gave the answer. */
  pressed: string;
  /** Digests of the presses before it, the latest first, without anything between. */
  pressed_before: string;
  rated_at: string;
}

interface PlaceRow {
  id: PlaceId;
  tenant: string;
  conversation: string;
  scope: Scope;
  service_url: string;
  team: string | null;
  member: MemberId | null;
  name: string | null;
  locale: string;
  noted_at: string;
  /** Null before the welcome and after the bot was removed. */
  welcomed_at: string | null;
}

interface SubscriptionRow {
  place: PlaceId;
  charter: CharterName | typeof everyCharter;
  state: SubscriptionState;
  state_at: string;
}

interface AnnouncementRow {
  id: AnnouncementId;
  charter: CharterName;
  kind: AnnouncementKind;
  draft: DraftId | null;
  at: string;
}

interface DeliveryRow {
  announcement: AnnouncementId;
  place: PlaceId;
  tenant: string;
  state: DeliveryState;
  reason: string | null;
  attempts: number;
  /** Not to be sent before. */
  due: string;
  /** Who sends it now, and until when nobody else may. */
  worker: string | null;
  lease_until: string | null;
  message: string | null;
  /** Null while it is waiting or being sent. */
  settled_at: string | null;
}

interface RequestRow {
  key: string;
  fingerprint: string;
  announcement: AnnouncementId;
}

interface FacilitatorRow {
  member: MemberId;
  added_at: string;
}
