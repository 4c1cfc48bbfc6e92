import type { Announcement, AnnouncementId, AnnouncementKind } from '../domain/announcement.js';
import type { BackgroundSection, Charter, CharterName, Consideration, Framing } from '../domain/charter.js';
import type { DeliveryReport } from '../domain/delivery.js';
import type { DraftId, DraftState, Value, ValueId } from '../domain/draft.js';
import type { Refusal, ReportLine } from '../domain/imported-post.js';
import type { Scope } from '../domain/place.js';
import type { Answer } from '../domain/rating.js';
import type { ValueResult } from '../domain/results.js';
import type { Intent } from './intent.js';

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
  | ConfirmCloseView
  | NoticeView;

/** The text a card is about, so that its buttons can name it. */
export interface Subject {
  readonly charter: CharterName;
  /** Absent for a charter without drafts, and in a preview. */
  readonly draft?: DraftId;
  readonly number?: number;
  readonly state?: DraftState;
  /** Title of the post. */
  readonly title: string;
  readonly preview: boolean;
}

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
  /** The member's standing answer to this value. */
  readonly answer?: Answer;
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
  /** When it was announced, ISO-8601; absent in a preview. */
  readonly at?: string;
}

export interface ResultsView {
  readonly kind: 'results';
  readonly subject: Subject;
  /** Absent while the draft is open: nobody sees any. */
  readonly results?: readonly ValueResult[];
  /** A later draft that is open to be rated now. */
  readonly open?: Subject;
  readonly page: number;
}

export interface StatusView {
  readonly kind: 'status';
  readonly scope: Scope;
  readonly charters: readonly {
    readonly subject: Subject;
    readonly total: number;
    /** Own answers; absent where others look on. */
    readonly answered?: number;
    readonly subscribed: boolean;
  }[];
  readonly subscribed: boolean;
}

/** The form into which a facilitator pastes a post. */
export interface NewDraftView {
  readonly kind: 'new-draft';
  readonly charter?: CharterName;
  readonly charters: readonly CharterName[];
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
  /** Of the draft that is open now and will be replaced. */
  readonly replaces?: number;
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

export interface ConfirmCloseView {
  readonly kind: 'confirm-close';
  readonly subject: Subject;
}

/** One thing said in a sentence or two, with the way on. */
export type NoticeView = { readonly kind: 'notice'; readonly subject?: Subject } & (
  | { readonly what: 'subscribed' | 'unsubscribed'; readonly scope: Scope; readonly charter?: CharterName }
  /** Typed where others look on: saved, and not shown. */
  | { readonly what: 'rated-in-public' | 'withdrawn-in-public'; readonly position: number }
  | {
      readonly what: 'draft-closed' | 'draft-replaced' | 'draft-withdrawn' | 'draft-adopted';
      /** The draft now open, if one is. */ readonly current?: Subject;
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
  | { readonly what: 'closed-now' }
  | { readonly what: 'unknown'; readonly text: string; readonly nearest?: string }
  | { readonly what: 'import-failed'; readonly why: 'not-text' | 'too-large' | 'not-fetched' }
  | { readonly what: 'outdated' }
  /** Our fault: it was logged, and trying again is worth it. */
  | { readonly what: 'went-wrong' }
);
