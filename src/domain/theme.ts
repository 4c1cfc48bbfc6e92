import type { CharterName } from './charter.js';
import type { CommentId } from './comment.js';
import type { DraftId } from './draft.js';

export type ThemeId = string & { readonly brand: 'ThemeId' };
export type OutsideId = string & { readonly brand: 'OutsideId' };

export const answerStatuses = ['done', 'partly', 'not-now', 'no'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** Something that somebody will do. */
export interface FollowUp {
  readonly what: string;
  /** As it was typed: a person or a group. */
  readonly owner: string;
  /** `2026-12-24`. */
  readonly due?: string;
}

/** What became of a theme. The changes it caused name it themselves (`Declared.themes`). */
export interface ThemeAnswer {
  readonly status: AnswerStatus;
  /** Markdown. */
  readonly reason: string;
  readonly followUp?: FollowUp;
  /** `2026-11-24`: the day on which it was last written. */
  readonly day: string;
}

/** Comments that facilitators answer together. */
export interface Theme {
  readonly id: ThemeId;
  readonly charter: CharterName;
  /** From 1 within the charter. */
  readonly number: number;
  /** The draft whose feedback it gathers; absent: that of a process without one. */
  readonly draft?: DraftId;
  /** What was said, in one line. */
  readonly title: string;
  /** Those that speak for others among them; hidden ones belong to none. */
  readonly comments: readonly CommentId[];
  readonly outside: readonly OutsideId[];
  /** How many members' comments it gathers. */
  readonly people: number;
  readonly answer?: ThemeAnswer;
  /** ISO-8601 UTC; when its answer was told to everybody. Absent: facilitators alone read it. */
  readonly toldAt?: string;
}

export const outsideSources = ['mail', 'meeting', 'other'] as const;
export type OutsideSource = (typeof outsideSources)[number];

/** Feedback that came from outside, entered by a facilitator. Never counted as ratings or comments. */
export interface OutsideFeedback {
  readonly id: OutsideId;
  readonly charter: CharterName;
  readonly draft?: DraftId;
  readonly source: OutsideSource;
  /** `Team meeting`, in the facilitator's words; may be empty. */
  readonly label: string;
  /** How many people were there, or wrote. */
  readonly people?: number;
  /** `2026-11-24`. */
  readonly day: string;
  /** Plain text. */
  readonly text: string;
}

/** Characters. */
export const feedbackLimits = { title: 200, reason: 2_000, outside: 2_000, label: 100, owner: 100 } as const;
