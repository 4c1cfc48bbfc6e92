import type { Generated } from 'kysely';

import type { Consent } from '../domain/consent.js';
import type { AnswerStatus, OutsideId, OutsideSource, ThemeId } from '../domain/theme.js';
import type { SecondAction } from '../domain/process.js';
import type { AppointmentKind } from '../domain/appointment.js';
import type { AnnouncementId, AnnouncementKind, Audience } from '../domain/announcement.js';
import type { CharterName } from '../domain/charter.js';
import type { Comment, CommentId, CommentSort, HidingReason, Vote } from '../domain/comment.js';
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
  releases: ReleaseRow;
  member_groups: MemberGroupRow;
  declines: DeclineRow;
  sealed_answers: SealedAnswerRow;
  process_records: ProcessRecordRow;
  comments: CommentRow;
  comment_votes: CommentVoteRow;
  comments_apart: CommentsApartRow;
  wrong_guesses: WrongGuessRow;
  downloads: DownloadRow;
  installation_keys: InstallationKeyRow;
  tenants: TenantRow;
  conversations: ConversationRow;
  contacts: ContactRow;
  appointments: AppointmentRow;
  spelling_disputes: SpellingDisputeRow;
  working_copy_versions: WorkingCopyVersionRow;
  themes: ThemeRow;
  theme_comments: ThemeCommentRow;
  outside_feedback: OutsideFeedbackRow;
  contributors_told: ContributorToldRow;
  consent_rounds: ConsentRoundRow;
  consents: ConsentRow;
  outcomes: OutcomeRow;
  invitations: InvitationRow;
  approvals: ApprovalRow;
  deleted_charters: DeletedCharterRow;
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
  /** JSON: `ProcessRules`. */
  rules: Generated<string>;
  sealed_at: string | null;
  /** When what leads to a person was erased, after sealing. */
  identities_erased_at: string | null;
  /** The number of the theme made last: none is given twice, also where a theme is gone. */
  last_theme: Generated<number>;
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
  /** How often it was opened again. */
  round: Generated<number>;
  /** JSON: `DraftChanges`. */
  changes: string | null;
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
  /** The earlier draft that the answer was given to, if it was carried over; null once it is given anew. */
  carried_from: DraftId | null;
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
  /** `app/contact-about.ts`. */
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
  role: Generated<'facilitator' | 'moderator'>;
  /** As Teams told it. */
  name: string | null;
  /** Facilitators took them out; the configuration does not bring them back. */
  removed_at: string | null;
}

/** What was told of a draft's ratings. */
interface ReleaseRow {
  draft: DraftId;
  /** From 1 within the draft. */
  sequence: number;
  charter: CharterName;
  round: number;
  kind: 'closing' | 'interim';
  at: string;
  /** JSON: the rest of `Release`. */
  told: string;
}

interface MemberGroupRow {
  charter: CharterName;
  pseudonym: Pseudonym;
  group_name: string;
}

interface DeclineRow {
  draft: DraftId;
  pseudonym: Pseudonym;
  declined_at: string;
}

/** An answer of a sealed charter. The rows lie in the order of their random ids, which is no order. */
interface SealedAnswerRow {
  draft: DraftId;
  value: ValueId;
  /** Random; the same for all answers of one member in the charter. */
  respondent: string;
  answer: string;
  group_name: string | null;
}

interface ProcessRecordRow {
  charter: CharterName;
  number: number;
  at: string;
  /** JSON: `ProcessEntry`. */
  entry: string;
  /** `app/ledger/chain.ts`. */
  hash: string;
}

interface CommentRow {
  id: CommentId;
  charter: CharterName;
  draft: DraftId | null;
  value: ValueId | null;
  sort: CommentSort;
  text: string;
  signed_by: string | null;
  /** Null once the charter is sealed. */
  author: Pseudonym | null;
  state: Comment['state'];
  reason: HidingReason | null;
  merged_into: CommentId | null;
  /** People who said it, once authors are gone; null before: then they are counted. */
  people: number | null;
  names_person: number;
  day: string;
  /** Keyed hash of the code. */
  receipt: string;
  /** Digest of the press that sent it; null once the charter is sealed. */
  pressed: string | null;
  appeal: string | null;
  appeal_state: 'waiting' | 'granted' | 'declined' | null;
  /** As told. */
  agree: Generated<number>;
  disagree: Generated<number>;
  pass: Generated<number>;
}

interface CommentVoteRow {
  comment: CommentId;
  pseudonym: Pseudonym;
  vote: Vote;
}

/** Two that were found not to be the same; the smaller id first. */
interface CommentsApartRow {
  comment: CommentId;
  other: CommentId;
}

/** Wrong receipt codes of late. */
interface WrongGuessRow {
  /** Keyed hash of who asked. */
  asker: string;
  /** The instant, and a random mark that tells guesses of the same instant apart. */
  at: string;
}

interface DownloadRow {
  /** Digest. */
  token: string;
  member: MemberId;
  expires_at: string;
}

/** Random keys of this installation, made when they are first needed. */
interface InstallationKeyRow {
  purpose: 'receipts' | 'links' | 'facilitators';
  /** Hex. */
  key: string;
}

/** A change declared as spelling of which somebody said that it is more. */
interface SpellingDisputeRow {
  draft: DraftId;
  value: ValueId;
  /** Null once the charter is sealed. */
  pseudonym: Pseudonym | null;
}

/** Every text that was saved for a working copy, the standing one included; those that stood, until it is published. */
interface WorkingCopyVersionRow {
  charter: CharterName;
  editor: string;
  revision: string;
  source: string;
  saved_at: string;
  saved_by: MemberId | null;
  saved_by_name: string | null;
  /** 0 where something else stood when it was saved, and nobody chose it since. */
  stood: Generated<number>;
}

interface ThemeRow {
  id: ThemeId;
  charter: CharterName;
  number: number;
  draft: DraftId | null;
  title: string;
  status: AnswerStatus | null;
  reason: string | null;
  /** JSON: `FollowUp`. */
  follow_up: string | null;
  answered_on: string | null;
  told_at: string | null;
  /** Digest of the press that made it. */
  pressed: string;
}

/** Each comment belongs to one theme at the most. */
interface ThemeCommentRow {
  comment: CommentId;
  theme: ThemeId;
}

interface OutsideFeedbackRow {
  id: OutsideId;
  charter: CharterName;
  draft: DraftId | null;
  theme: ThemeId | null;
  source: OutsideSource;
  label: string;
  people: number | null;
  day: string;
  text: string;
  pressed: string;
}

/** A signed comment whose writer was told of its answer in their chat. */
interface ContributorToldRow {
  comment: CommentId;
  announcement: AnnouncementId;
}

interface ConsentRoundRow {
  draft: DraftId;
  opened_at: string;
  closes_at: string;
  closed_at: string | null;
}

interface ConsentRow {
  draft: DraftId;
  pseudonym: Pseudonym;
  /** Null once taken back. */
  answer: Consent | null;
  /** The comment that says why. */
  objection: CommentId | null;
  /** Digest of the press that gave it. */
  pressed: string;
  /** Digests of the presses before it, the latest first, without anything between. */
  pressed_before: string;
  given_at: string;
}

interface OutcomeRow {
  charter: CharterName;
  draft: DraftId;
  /** JSON: `Outcome`. */
  outcome: string;
}

interface InvitationRow {
  /** Digest. */
  code: string;
  until: string;
}

/** What waits for a second facilitator: one of each kind in a charter. */
interface ApprovalRow {
  id: string;
  charter: CharterName;
  action: SecondAction | 'rules';
  /** JSON: `Intent`. */
  intent: string;
  asked_by: string;
  asked_by_name: string | null;
  asked_at: string;
}

interface DeletedCharterRow {
  name: CharterName;
  deleted_at: string;
  head: string;
  /** 1 once what the database keeps of its deleted rows is overwritten. */
  wiped: Generated<number>;
}
