import type { ChangeKind, ChangeSize } from '../../domain/change.js';
import type { Comment, CommentSort } from '../../domain/comment.js';
import type { DraftId, Value, ValueId } from '../../domain/draft.js';
import type { AnswerStatus, OutsideFeedback, Theme, ThemeAnswer } from '../../domain/theme.js';
import type { Subject } from '../subject.js';

export type FeedbackView =
  AskedSaidDidView | ThemeView | ThemesView | ThemeFormView | OutsideFormView | AnswerFormView | AskFirstView;

/** A change that names a theme behind it, in the draft that made it. */
export interface CausedChange {
  readonly draft: DraftId;
  readonly number: number;
  /** Number of the draft that it was set beside. */
  readonly base: number;
  readonly of: 'value' | 'removed' | 'considerations' | 'lead-in';
  readonly value?: ValueId;
  /** Of a value, as it reads now, or as it read before it was removed. */
  readonly title: string;
  readonly kinds: readonly ChangeKind[];
  readonly size?: ChangeSize;
  /** Markdown. */
  readonly why?: string;
  readonly before?: Pick<Value, 'title' | 'text'>;
  readonly after?: Pick<Value, 'title' | 'text'>;
}

/** A theme as every member may read it: with its answer only once that was told. */
export interface ToldTheme extends Omit<Theme, 'toldAt'> {
  /** ISO-8601 UTC. */
  readonly toldAt?: string;
  readonly fromOutside: readonly OutsideFeedback[];
  readonly changes: readonly CausedChange[];
}

/** What was asked with one draft, or with the announcement of a process, and what came of it. */
export interface FeedbackRound {
  /** Absent: of a process before its first draft. */
  readonly draft?: { readonly id: DraftId; readonly number: number; readonly values: number };
  /** ISO-8601 UTC. */
  readonly askedAt?: string;
  /** Until when it was, or is to be, rated. */
  readonly until?: string;
  /** How many were published. */
  readonly comments: number;
  readonly sorts: ReadonlyMap<CommentSort, number>;
  readonly outside: readonly OutsideFeedback[];
  /** Comments that belong to no theme yet. */
  readonly ungrouped: number;
  readonly themes: readonly ToldTheme[];
  /** What was unanswered when the draft after it was published. */
  readonly unanswered?: {
    readonly number: number;
    readonly themes: readonly number[];
    readonly comments: number;
  };
}

/** Asked, said, did. */
export interface AskedSaidDidView {
  readonly kind: 'feedback';
  readonly subject: Subject;
  readonly timeZone: string;
  /** The newest first. */
  readonly rounds: readonly FeedbackRound[];
  /** Page in the browser. */
  readonly address?: string;
  readonly just?: 'no-such-theme';
  readonly page: number;
}

/** One theme, with everything that belongs to it. */
export interface ThemeView {
  readonly kind: 'theme';
  readonly subject: Subject;
  readonly theme: ToldTheme;
  /** Published ones. */
  readonly comments: readonly Comment[];
  readonly page: number;
}

/** For facilitators: themes to answer, and what belongs to none yet. */
export interface ThemesView {
  readonly kind: 'themes';
  readonly subject: Subject;
  readonly themes: readonly (Theme & {
    /** Of its draft. */
    readonly round?: number;
    /** Whether an objection belongs to it. */
    readonly objects: boolean;
  })[];
  readonly ungrouped: {
    readonly comments: number;
    readonly objections: number;
    readonly outside: number;
  };
  readonly sealed: boolean;
  readonly just?: JustDone;
  readonly page: number;
}

export type JustDone =
  | { readonly did: 'made' | 'changed' | 'answered' | 'answered-anew' | 'dropped'; readonly number: number }
  /** It was told, so it stays. */
  | { readonly did: 'kept'; readonly number: number }
  | { readonly did: 'outside-kept' | 'no-such-theme' | 'nothing-to-tell' }
  | { readonly did: 'told'; readonly themes: number; readonly intended: number };

/** What may belong to a theme: a comment, or what came from outside. */
export type Belonging =
  | { readonly kind: 'comment'; readonly comment: Comment; readonly round?: number; readonly chosen: boolean }
  | {
      readonly kind: 'outside';
      readonly outside: OutsideFeedback;
      readonly round?: number;
      readonly chosen: boolean;
    };

export interface ThemeFormView {
  readonly kind: 'theme-form';
  readonly subject: Subject;
  /** Absent: a new one. */
  readonly theme?: Theme;
  readonly title: string;
  readonly problem?:
    | { readonly what: 'untitled' | 'too-long' }
    /** What was typed to name a comment. */
    | { readonly what: 'no-such-mark'; readonly mark: string };
  readonly just?: 'saved';
  /** In an order that stays while it is chosen from. */
  readonly all: readonly Belonging[];
  readonly page: number;
  readonly press: string;
}

/** How many can be chosen from at once. */
export const choicesOnPage = 10;

export interface OutsideFormView {
  readonly kind: 'outside-form';
  readonly subject: Subject;
  readonly source?: OutsideFeedback['source'];
  readonly label: string;
  readonly people?: number;
  readonly day: string;
  readonly text: string;
  readonly problem?:
    | 'unsourced'
    | 'empty'
    | 'too-long'
    | 'label-too-long'
    | 'people-unreadable'
    | 'day-unreadable'
    | 'day-ahead'
    | 'not-kept'
    | 'no-such-outside';
  readonly just?: 'removed';
  /** What was entered before, the newest first. */
  readonly entered: readonly OutsideFeedback[];
  readonly press: string;
}

export interface AnswerFormView {
  readonly kind: 'answer-form';
  readonly subject: Subject;
  readonly theme: Theme;
  readonly changes: readonly CausedChange[];
  readonly status?: AnswerStatus;
  readonly reason: string;
  readonly followUp: { readonly what: string; readonly owner: string; readonly due: string };
  readonly problem?:
    | 'unanswered'
    | 'no-reason'
    | 'reason-too-long'
    | 'follow-up-incomplete'
    | 'follow-up-too-long'
    | 'due-unreadable';
}

/** Asks before something that cannot be taken back. */
export type AskFirstView = { readonly kind: 'ask-first'; readonly subject: Subject } & (
  | {
      readonly what: 'tell-answers';
      readonly themes: readonly (Pick<Theme, 'number' | 'title'> & Pick<ThemeAnswer, 'status'>)[];
      /** Of the charter's themes, those that have no answer. */
      readonly unanswered: number;
      /** Places that subscribe. */
      readonly places: number;
      /** Those who hear only because they signed. */
      readonly contributors: number;
    }
  | { readonly what: 'drop-theme'; readonly theme: Theme }
);

export const feedbackViewKinds = [
  'feedback',
  'theme',
  'themes',
  'theme-form',
  'outside-form',
  'answer-form',
  'ask-first',
] as const satisfies readonly FeedbackView['kind'][];

/** Of a comment, for whoever holds its receipt. */
export type ReceiptTheme = Pick<ToldTheme, 'charter' | 'number' | 'title' | 'answer' | 'toldAt' | 'changes'>;

/** Answers that one announcement tells. */
export interface AnsweredTheme extends Pick<Theme, 'number' | 'title'> {
  readonly status: AnswerStatus;
  /** Markdown. */
  readonly reason: string;
}
