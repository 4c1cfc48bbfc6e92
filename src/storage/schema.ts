import type { Generated } from 'kysely';

import type { AppointmentKind } from '../domain/appointment.js';
import type { AnnouncementId, AnnouncementKind, Audience } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { DeliveryState, EditState } from '../domain/delivery.js';
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
  corrections: CorrectionRow;
  tallies_before: TallyBeforeRow;
  tenants: TenantRow;
  conversations: ConversationRow;
  contacts: ContactRow;
  appointments: AppointmentRow;
}

interface MigrationRow {
  name: string;
}

interface CharterRow {
  name: CharterName;
  /** JSON. */
  framing: string;
  /** IANA name. */
  time_zone: string;
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
  /** Grows with each correction, so that what was read before is known to be old. */
  revision: Generated<number>;
  closes_at: string | null;
}

/** A correction proposed, and (with `applied_at`) made. */
interface CorrectionRow {
  id: string;
  charter: CharterName;
  /** One of the two. */
  draft: DraftId | null;
  announcement: AnnouncementId | null;
  editor: string;
  source: string;
  /** What was corrected, so that nothing is lost. */
  source_before: string;
  /** JSON: `CorrectedWords[]`. */
  changes: string;
  /** Of the draft or announcement it was proposed for. */
  revision_before: number;
  proposed_at: string;
  applied_at: string | null;
}

/** What was to be read of a value when its draft was closed, before it was opened again. */
interface TallyBeforeRow {
  draft: DraftId;
  value: ValueId;
  /** JSON: `Tally[][]`, every tally that was ever shown, the last one last. */
  tally: string;
  at: string;
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
  time_zone: string | null;
  /** Times of day; `off` in `quiet_from` for none. */
  quiet_from: string | null;
  quiet_until: string | null;
  paused_until: string | null;
  /** Why nothing can be sent there until somebody there writes again. */
  unreachable: string | null;
}

/** What all replicas know of a tenant's pace. Milliseconds since 1970, by the database's clock. */
interface TenantRow {
  tenant: string;
  /** When the next turn that nobody has taken begins. */
  next_turn: Generated<number>;
  paused_until: Generated<number>;
}

/** What all replicas know of a conversation's pace. Milliseconds since 1970, by the database's clock. */
interface ConversationRow {
  place: PlaceId;
  /** Somebody sends there until then, at the latest. */
  busy_until: number;
  /** What is on its way: an announcement's id, or a mark of a message that is no delivery. */
  holder: string | null;
  /** When each window will be as if nothing had been sent; `storage/turn-store.ts` has the arithmetic. */
  in_seconds: number;
  in_half_minute: number;
  in_hour: number;
}

/** How often the bot wrote to a member of its own accord about one thing. */
interface ContactRow {
  tenant: string;
  member: MemberId;
  /** A draft's id, or `charter:` and a charter's name. */
  about: string;
  count: number;
  /** Ids, a blank after each. */
  announcements: string;
}

interface AppointmentRow {
  id: string;
  kind: AppointmentKind;
  charter: CharterName;
  draft: DraftId | null;
  at: string;
  time_zone: string;
  editor: string;
  source: string | null;
  audience: Audience | null;
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
  audience: Audience;
  /** JSON, and the post as it came; where there is no draft. */
  framing: string | null;
  source: string | null;
  /** Grows whenever the copies posted so far are out of date. */
  revision: Generated<number>;
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
  /** When it was sent, failed, skipped or cancelled; null before. */
  settled_at: string | null;
  /** What is still to be done; null when nothing is. */
  task: 'send' | 'edit' | null;
  edit: EditState | null;
  edit_reason: string | null;
  /** Tries that came to nothing, in the task at hand. */
  misses: Generated<number>;
  /** Tries to send that ended without a clear answer. */
  doubts: Generated<number>;
  /** 1 while a claimed delivery may be on its way. */
  begun: Generated<number>;
  /** 1 when it was put off because the place did not want it then. */
  held: Generated<number>;
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
