import type { CharterName } from '../../domain/charter.js';
import type { CommentId } from '../../domain/comment.js';
import type { AnswerStatus, OutsideId, OutsideSource } from '../../domain/theme.js';

export type FeedbackIntent = ReadFeedbackIntent | AnsweringIntent;

/** For everybody: what was asked, what was said, what was done. */
export type ReadFeedbackIntent =
  | { readonly kind: 'feedback'; readonly charter?: CharterName; readonly page?: number }
  /** One theme, with its comments, its answer and the changes that it caused. */
  | {
      readonly kind: 'theme';
      readonly charter?: CharterName;
      readonly number: number;
      readonly page?: number;
    };

/** For facilitators. */
export type AnsweringIntent =
  /** Themes to answer, and feedback that belongs to none yet. */
  | { readonly kind: 'themes'; readonly charter?: CharterName; readonly page?: number }
  /** The form; without a number, for a new theme. */
  | {
      readonly kind: 'edit-theme';
      readonly charter?: CharterName;
      readonly number?: number;
      readonly page?: number;
    }
  | {
      readonly kind: 'save-theme';
      readonly charter?: CharterName;
      readonly number?: number;
      readonly title?: string;
      /** What belongs to it from now on, of what was shown with it. */
      readonly comments?: readonly CommentId[];
      readonly outside?: readonly OutsideId[];
      /** What was shown to choose from: of this, whatever is not chosen belongs to it no more. */
      readonly shown?: readonly string[];
      /** Where the form goes on with once it is saved. */
      readonly page?: number;
      /** Tells this press from every other. */
      readonly press?: string;
    }
  | {
      readonly kind: 'drop-theme';
      readonly charter?: CharterName;
      readonly number: number;
      readonly confirmed: boolean;
    }
  /** The form for feedback from outside. */
  | { readonly kind: 'outside'; readonly charter?: CharterName }
  | {
      readonly kind: 'save-outside';
      readonly charter?: CharterName;
      readonly source?: OutsideSource;
      readonly label?: string;
      readonly people?: number | 'unreadable';
      readonly day?: string;
      readonly text?: string;
      readonly press?: string;
    }
  /** Takes what came from outside away again: it was entered by mistake, or names somebody. */
  | { readonly kind: 'drop-outside'; readonly charter?: CharterName; readonly outside?: OutsideId }
  | { readonly kind: 'answer-theme'; readonly charter?: CharterName; readonly number: number }
  | {
      readonly kind: 'save-answer';
      readonly charter?: CharterName;
      readonly number: number;
      readonly status?: AnswerStatus;
      readonly reason?: string;
      readonly followUp?: { readonly what?: string; readonly owner?: string; readonly due?: string };
    }
  /** Tells everybody the answers that were not told yet. */
  | { readonly kind: 'tell-answers'; readonly charter?: CharterName; readonly confirmed: boolean };

const answeringKinds = [
  'themes',
  'edit-theme',
  'save-theme',
  'drop-theme',
  'outside',
  'save-outside',
  'drop-outside',
  'answer-theme',
  'save-answer',
  'tell-answers',
] as const satisfies readonly AnsweringIntent['kind'][];
export const feedbackKinds = [
  'feedback',
  'theme',
  ...answeringKinds,
] as const satisfies readonly FeedbackIntent['kind'][];
