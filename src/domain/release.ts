import type { DraftId, ValueId } from './draft.js';
import type { Answer } from './rating.js';

/** How many gave each answer to one value. */
export type Distribution = Readonly<Record<Answer, number>>;

/** How often an answer stands for a value among those who belong to a group; without one: who said none. */
export interface GroupTally {
  readonly value: ValueId;
  readonly answer: Answer;
  readonly group?: string;
  readonly count: number;
}

/** Answers to a value that were carried to this draft, and from where: a draft's id, a blank, a value's id. */
export interface CarriedTally {
  readonly value: ValueId;
  readonly from: string;
  readonly count: number;
}

/**
 * What was told of a draft's ratings at one moment. Whatever anybody reads of results, on a card, in words, on a page,
 * in an export, comes from a release; ratings themselves are read for making one, and for nothing else.
 */
export interface Release {
  readonly draft: DraftId;
  /** The draft's number. */
  readonly number: number;
  /** `interim`: the draft was still open. */
  readonly kind: 'closing' | 'interim';
  /** ISO-8601 UTC. */
  readonly at: string;
  /** The threshold under which it was made. */
  readonly least: number;
  /** In the draft's order. */
  readonly values: readonly ReleasedValue[];
  readonly participation: Participation;
}

export interface ReleasedValue {
  readonly value: ValueId;
  readonly title: string;
  /** Digest of title and text: figures of the same words can be subtracted from one another, also across drafts. */
  readonly wording: string;
  /** Values of earlier drafts (a draft's id, a blank, a value's id) whose words members answer alike: figures are kin. */
  readonly kin?: readonly string[];
  /** How many of the answers were carried from an earlier draft. Absent: none can have been. */
  readonly carried?: Headcount;
  /** Absent: too few answers to show any. */
  readonly figures?: Figures;
  /** With the draft before, person by person. Absent: nothing to compare, or too few to tell. */
  readonly compared?: Comparison;
}

/** What members who rated a value in two drafts did: told once for each draft, when it is closed. */
export interface Comparison {
  /** Number of the draft before. */
  readonly with: number;
  readonly up: number;
  readonly same: number;
  readonly down: number;
  /** Exact two-sided sign test. */
  readonly signTest: number;
  /** Wilcoxon's signed ranks, zeros after Pratt; rounded to two decimals, p to four. */
  readonly signedRank?: { readonly z: number; readonly p: number; readonly effect: number };
  /** Rated it in this draft alone. */
  readonly newcomers: Headcount;
  /** Rated it in the draft before alone. */
  readonly leavers: Headcount;
}

export interface Figures {
  readonly all: Distribution;
  readonly groups?: Breakdown;
  /** Fewer answers than may be told apart changed since another release told these: they are its figures. */
  readonly earlier?: true;
}

/** By one grouping; at least two groups are shown, else there is no breakdown. */
export interface Breakdown {
  readonly shown: readonly { readonly group: string; readonly counts: Distribution }[];
  /** Too small or too uniform to be shown safely; which of the two is not told, because it would tell the answer. */
  readonly hidden: readonly string[];
}

/** A number of people, as exactly as it may be told. */
export type Headcount =
  | { readonly kind: 'exactly'; readonly count: number }
  /** Rounded down to a step, for as long as the draft is open. */
  | { readonly kind: 'at-least'; readonly count: number }
  | { readonly kind: 'fewer-than'; readonly count: number };

/** Who took part. Channels and group chats have no roster, so nobody is counted there before they answer. */
export interface Participation {
  /** Members whom an announcement of the draft reached in their personal chat. */
  readonly reached: number;
  /** Channels and group chats in which it was posted. */
  readonly places: number;
  /** Answered at least one value. */
  readonly started: Headcount;
  /** Answered every value. */
  readonly finished: Headcount;
  /** Said that they would rather not answer. */
  readonly declined: Headcount;
  /** All who are known to have been asked: what the charter says its community counts, else who was reached or answered. */
  readonly asked: { readonly people: Headcount; readonly by: 'charter' | 'reached-or-answered' };
}
