import type { AdoptionRule } from './process.js';
import type { CharterName } from './charter.js';
import type { CommentId, Support } from './comment.js';
import type { ConsentFigures } from './consent.js';
import type { DraftId, ValueId } from './draft.js';
import type { FollowUp, ThemeAnswer } from './theme.js';

/** The record of adoption. Fixed when it is recorded; only follow-ups and the review date may be added to later. */
export interface Outcome {
  readonly charter: CharterName;
  readonly draft: DraftId;
  /** The draft's number. */
  readonly number: number;
  /** `2026-11-24`: the day from which the values hold. */
  readonly adoptedOn: string;
  /** ISO-8601 UTC. */
  readonly recordedAt: string;
  readonly rule: AdoptionRule;
  readonly figures: ConsentFigures;
  /** The strongest remaining objections, in order. */
  readonly dissent: readonly Dissent[];
  readonly followUps: readonly FollowUp[];
  /** `2027-11-24`: the day on which the bot brings it back. */
  readonly reviewOn: string;
}

export interface Dissent {
  readonly comment: CommentId;
  /** Absent: to the whole. */
  readonly value?: ValueId;
  readonly text: string;
  readonly signedBy?: string;
  /** As it was told. */
  readonly support?: Support;
  /** Absent: it had no answer when the values were adopted. */
  readonly answer?: Pick<ThemeAnswer, 'status' | 'reason'>;
}
