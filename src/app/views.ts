import type { Moment, Subject } from './subject.js';
import type { Announcement, AnnouncementId, AnnouncementKind } from '../domain/announcement.js';
import type { DraftChanges } from '../domain/change.js';
import type { BackgroundSection, Charter, CharterName, Consideration, Framing } from '../domain/charter.js';
import type { CorrectedWords, Correction } from '../domain/correction.js';
import type { DeliveryReport } from '../domain/delivery.js';
import type { Value, ValueId } from '../domain/draft.js';
import type { Refusal, ReportLine } from '../domain/imported-post.js';
import type { QuietHours, Scope } from '../domain/place.js';
import type { ProcessRules } from '../domain/process.js';
import type { Answer } from '../domain/rating.js';
import type {
  CommentFormView,
  CommentSentView,
  CommentsView,
  ModerationView,
  PolicyView,
  ReceiptView,
} from './comments/views.js';
import type { AdoptionView, AnnouncedAdoption } from './adoption/views.js';
import type { BlogView } from './blog/views.js';
import type { AnsweredTheme, FeedbackView } from './feedback/views.js';
import type { Intent } from './intent.js';
import type { PeopleView } from './people/views.js';
import type { BallotChange, RevisionView } from './revision/views.js';
import type { ForgetView, MyDataView } from './my-data/views.js';
import type { ChangedTerms, PrivacyView, ProcessView, RulesFormView } from './process/views.js';
import type { GroupView, ResultsView } from './results/views.js';
import type { Appointment, AppointmentKind } from '../domain/appointment.js';

/**
 * What somebody is shown, in the domain's terms; `cards/` gives it words and form. Texts are as their authors wrote
 * them: Markdown in `text` and `introduction`, plain everywhere else, nothing escaped.
 */
export type View =
  | WelcomeView
  | HelpView
  | CharterView
  | BallotView
  | AnswersView
  | ConsiderationsView
  | BackgroundView
  | AnnouncementView
  | ResultsView
  | StatusView
  | NewDraftView
  | ImportReportView
  | PreviewView
  | ImportRefusedView
  | DeliveriesView
  | ChooseCharterView
  | ConfirmView
  | CorrectionView
  | AppointmentsView
  | SettingsView
  | GroupView
  | ProcessView
  | RulesFormView
  | PrivacyView
  | CommentFormView
  | CommentSentView
  | CommentsView
  | ReceiptView
  | PolicyView
  | ModerationView
  | MyDataView
  | ForgetView
  | RevisionView
  | FeedbackView
  | AdoptionView
  | PeopleView
  | BlogView
  | NoticeView;

export interface WelcomeView {
  readonly kind: 'welcome';
  readonly scope: Scope;
  /** A team or group hears announcements from the moment of installation; a person only when they say so. */
  readonly subscribed: boolean;
  readonly facilitator: boolean;
  /** What is open to be rated now. */
  readonly open: readonly Subject[];
}

export interface HelpView {
  readonly kind: 'help';
  readonly scope: Scope;
  readonly facilitator: boolean;
  readonly charters: readonly CharterName[];
}

/** A charter at a glance: its titles, what it is for, where its draft stands. */
export interface CharterView {
  readonly kind: 'charter';
  readonly subject: Subject;
  readonly framing: Framing;
  readonly leadIn?: string;
  readonly values: readonly Value[];
  /** The member's own, absent where others look on. */
  readonly answers?: ReadonlyMap<ValueId, Answer>;
  /** Of its page, for a draft that was asked for by its number. */
  readonly address?: string;
  /** `2026-11-24`, of an adopted draft. */
  readonly adoptedOn?: string;
}

/** One value, to read and to rate. */
export interface BallotView {
  readonly kind: 'ballot';
  readonly subject: Subject;
  readonly leadIn?: string;
  readonly value: Value;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** How many of `total` the member has answered. */
  readonly answered: number;
  /** Before the first answer: what who can see depends on. */
  readonly rules?: Pick<ProcessRules, 'least' | 'results'>;
  /** The member's standing answer to this value. */
  readonly answer?: Answer;
  /** The draft that this answer was given to: these words stood there already. */
  readonly carried?: number;
  /** What it says otherwise than before. */
  readonly change?: BallotChange;
  readonly considerations: readonly Consideration[];
  /** What the press before this view did, if there was one. `nothing-chosen`: the button was pressed without a choice. */
  readonly just?: {
    readonly did: 'rated' | 'withdrawn' | 'nothing-chosen' | 'preview';
    readonly position: number;
    readonly title: string;
    readonly answer?: Answer;
  };
  /** Part of a text too long for one card, from 1. */
  readonly page: number;
  /** One-time mark that tells the presses on this card from all others. */
  readonly press: string;
}

/** The member's own answers: after the last one, and whenever they ask. */
export interface AnswersView {
  readonly kind: 'answers';
  readonly subject: Subject;
  readonly values: readonly Value[];
  readonly answers: ReadonlyMap<ValueId, Answer>;
  /** Answers to the same words of an earlier draft, and its number. */
  readonly carried?: ReadonlyMap<ValueId, number>;
  readonly just?: NonNullable<BallotView['just']>;
  readonly page: number;
}

export interface ConsiderationsView {
  readonly kind: 'considerations';
  readonly subject: Subject;
  readonly considerations: readonly Consideration[];
  /** The value to go back to. */
  readonly value?: ValueId;
  readonly page: number;
}

export interface BackgroundView {
  readonly kind: 'background';
  readonly subject: Subject;
  readonly sections: readonly BackgroundSection[];
  readonly page: number;
}

export interface AnnouncementView {
  readonly kind: 'announcement';
  readonly what: AnnouncementKind;
  readonly subject: Subject;
  readonly framing: Framing;
  readonly leadIn?: string;
  readonly values: readonly Value[];
  readonly reason?: string;
  /** What it says otherwise than the draft that it was set beside. */
  readonly changes?: DraftChanges;
  /** When it was announced, ISO-8601; absent in a preview. */
  readonly at?: string;
  /** Until when the draft can be rated, where a date was set and it is open. */
  readonly closes?: Moment;
  /** What was put right since it was published, in the order of time. */
  readonly corrections: readonly Correction[];
  /** The draft that came after: of a process that was announced, of a draft that was replaced or withdrawn. */
  readonly follower?: Subject;
  /** Of `terms`: what changed. */
  readonly terms?: ChangedTerms;
  /** Of `answered`: the answers that it tells. */
  readonly answered?: readonly AnsweredTheme[];
  /** Of `consent`, and of everything in a charter that adopted a draft. */
  readonly adoption?: AnnouncedAdoption;
}

export interface StatusView {
  readonly kind: 'status';
  readonly scope: Scope;
  readonly charters: readonly {
    readonly subject: Subject;
    /** Of an open draft, where a date was set. */
    readonly closes?: Moment;
    /** The process is over. */
    readonly sealed?: true;
    /** `2026-11-24`, where a draft was adopted. */
    readonly adoptedOn?: string;
    /** Until when a proposal to adopt the draft can be answered. */
    readonly consent?: Moment;
    readonly total: number;
    /** Own answers; absent where others look on. */
    readonly answered?: number;
    readonly subscribed: boolean;
  }[];
  readonly subscribed: boolean;
  /** How many things wait for a second facilitator, for whoever facilitates. */
  readonly waiting?: number;
}

/** The form into which a facilitator pastes a post. */
export interface NewDraftView {
  readonly kind: 'new-draft';
  /** What is to be corrected: `source` is what is published, until something was sent. */
  readonly correcting?: Subject;
  readonly charter?: CharterName;
  readonly charters: readonly CharterName[];
  /** A post came, and neither it nor its sender said which of the charters it is for. */
  readonly unnamed?: boolean;
  /** What the facilitator sent before, so that nothing typed is lost. */
  readonly source?: string;
}

/** What of the post was taken for what. */
export interface ImportReportView {
  readonly kind: 'import-report';
  readonly subject: Subject;
  readonly revision: string;
  readonly report: readonly ReportLine[];
  readonly values: number;
  readonly considerations: number;
  readonly background: number;
  readonly page: number;
}

/** The import in short and the button that publishes; the announcement as members will get it follows as a card of its own. */
export interface PreviewView {
  readonly kind: 'preview';
  readonly subject: Subject;
  readonly revision: string;
  readonly report: readonly ReportLine[];
  readonly values: number;
  readonly considerations: number;
  readonly background: number;
  /** Of these, what the post leaves unsaid and stays as the charter has it. */
  readonly kept?: { readonly considerations: boolean; readonly background: number };
  /** Of the draft that is open now and will be replaced. */
  readonly replaces?: number;
  /** In which a time to publish is meant. */
  readonly timeZone: string;
  /** False when no value is new or reads otherwise than in the draft before: then, by default, few are told. */
  readonly newToAnswer: boolean;
  /** When this very text is going to be published by itself. */
  readonly planned?: Moment;
  /** A second facilitator has to confirm it. */
  readonly second?: true;
  /** What it changes in the draft before. */
  readonly changes?: {
    readonly base: number;
    /** Values about which those who rated the draft before are asked again. */
    readonly asked: number;
    /** Changes that nobody has said the size of. */
    readonly undeclared: number;
    readonly unanswered: DraftChanges['unanswered'];
  };
}

export interface ImportRefusedView {
  readonly kind: 'import-refused';
  readonly errors: readonly Refusal[];
  readonly charter?: CharterName;
}

export interface DeliveriesView {
  readonly kind: 'deliveries';
  readonly charter: CharterName;
  readonly announcements: readonly {
    readonly announcement: Announcement;
    readonly number?: number;
    readonly report: DeliveryReport;
    readonly unreached: readonly { readonly name?: string; readonly scope: Scope; readonly reason: string }[];
  }[];
}

/** Several charters, and the words did not say which. */
export interface ChooseCharterView {
  readonly kind: 'choose-charter';
  readonly charters: readonly Pick<Charter, 'name' | 'title'>[];
  /** What to do once chosen. */
  readonly intent: Intent;
}

/** Asks before something that everybody notices. */
export interface ConfirmView {
  readonly kind: 'confirm';
  readonly what: 'close' | 'withdraw' | 'reopen' | 'remind' | 'seal' | 'decline';
  readonly subject: Subject;
  /** A second facilitator has to confirm it. */
  readonly second?: true;
  /** Of `close`: in which a time to close may be given, and the one that stands. */
  readonly timeZone?: string;
  readonly planned?: Moment;
}

/** What a correction would change, to decide on. */
export interface CorrectionView {
  readonly kind: 'correction';
  readonly id: string;
  readonly subject: Subject;
  readonly changes: readonly CorrectedWords[];
}

export interface AppointmentsView {
  readonly kind: 'appointments';
  readonly charter: CharterName;
  readonly appointments: readonly (Pick<Appointment, 'kind' | 'at' | 'timeZone'> & {
    /** Of the draft it is about, or the one it publishes. */
    readonly number?: number;
  })[];
}

/** What comes to a place, and when: to look at and to change. */
export interface SettingsView {
  readonly kind: 'settings';
  readonly scope: Scope;
  /** To everything, to some charters, or to nothing. */
  readonly subscribed: 'all' | readonly CharterName[] | 'none';
  readonly pausedUntil?: Moment;
  /** Of a personal chat. `chosen`: not the operator's default. */
  readonly quiet?: { readonly hours: QuietHours | 'off'; readonly chosen: boolean };
  /** IANA name; of a personal chat, the member's own. */
  readonly timeZone: string;
  /** Today there: `2026-11-22`. */
  readonly today: string;
  /** How often the bot writes of one draft by itself, at most; of a personal chat. */
  readonly contactsPerDraft?: number;
}

/** One thing said in a sentence or two, with the way on. */
export type NoticeView = { readonly kind: 'notice'; readonly subject?: Subject } & (
  | { readonly what: 'subscribed' | 'unsubscribed'; readonly scope: Scope; readonly charter?: CharterName }
  | { readonly what: 'paused'; readonly scope: Scope; readonly until: Moment }
  | { readonly what: 'resumed'; readonly scope: Scope }
  | { readonly what: 'quiet-hours'; readonly hours: QuietHours | 'off'; readonly timeZone: string }
  | { readonly what: 'quiet-hours-shared' }
  | { readonly what: 'time-unreadable' | 'day-unreadable' | 'hours-unreadable' }
  | { readonly what: 'time-past' | 'pause-too-long'; readonly timeZone: string }
  /** Typed where others look on: saved, and not shown. */
  | { readonly what: 'rated-in-public' | 'withdrawn-in-public'; readonly position: number }
  | {
      readonly what: 'draft-closed' | 'draft-replaced' | 'draft-withdrawn' | 'draft-adopted';
      /** The later draft that is open now, or adopted, if one is. */ readonly current?: Subject;
    }
  | { readonly what: 'no-such-value'; readonly total: number }
  | { readonly what: 'no-such-charter'; readonly charters: readonly CharterName[] }
  | { readonly what: 'no-charter'; readonly facilitator: boolean }
  | { readonly what: 'no-draft' | 'no-such-draft' | 'nothing-open' | 'nothing-to-close' }
  | {
      readonly what:
        | 'for-facilitators'
        | 'in-personal-chat'
        | 'no-working-copy'
        | 'already-published'
        | 'working-copy-changed';
    }
  | {
      readonly what: 'published';
      readonly intended: number;
      readonly announcement: AnnouncementId;
      readonly kindOf: AnnouncementKind;
    }
  | {
      readonly what:
        'closed-now' | 'withdrawn-now' | 'nothing-to-withdraw' | 'nothing-to-reopen' | 'nothing-to-remind';
    }
  /** How many places are told, besides the cards that are edited. */
  | { readonly what: 'reopened-now'; readonly intended: number; readonly announcement: AnnouncementId }
  | { readonly what: 'reminding'; readonly announcement: AnnouncementId }
  | {
      readonly what: 'planned';
      readonly appointment: AppointmentKind;
      readonly at: Moment;
      /** Of `close`: when those who have not finished are reminded, if there is time for it. */
      readonly reminder?: Moment;
    }
  | { readonly what: 'appointment-cancelled' | 'no-appointment'; readonly appointment: AppointmentKind }
  | { readonly what: 'nothing-to-correct' | 'nothing-corrected' | 'correction-overtaken' }
  /** The text changes more than a slip in these places: that is a new draft. */
  | { readonly what: 'correction-refused'; readonly changes: readonly CorrectedWords[] }
  | { readonly what: 'corrected' }
  | { readonly what: 'retried'; readonly count: number }
  | { readonly what: 'sealed-now'; readonly intended: number; readonly announcement: AnnouncementId }
  /** The process is over. `draft-still-open`: it is to be closed before. */
  | { readonly what: 'charter-sealed' | 'draft-still-open' }
  | { readonly what: 'declined' | 'nothing-to-decline' }
  /** The charter asks for none. */
  | { readonly what: 'no-groups' }
  /** What is typed where others look on is no comment: everybody could see whose it is. */
  | { readonly what: 'comment-in-public' | 'my-data-in-public' | 'receipt-in-public' }
  | { readonly what: 'no-such-comment' | 'for-moderators' }
  | { readonly what: 'unknown'; readonly text: string; readonly nearest?: string }
  | { readonly what: 'import-failed'; readonly why: 'not-text' | 'too-large' | 'not-fetched' }
  | { readonly what: 'outdated' }
  /** Our fault: it was logged, and trying again is worth it. */
  | { readonly what: 'went-wrong' }
);
