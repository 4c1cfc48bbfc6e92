import type { Framing } from './charter.js';
import { slipsBetween } from './slip.js';
import { wordChanges, type CorrectedWords } from './word-changes.js';

export type { CorrectedWords };

/** A slip in what is published, put right without a new draft. */
export interface Correction {
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly changes: readonly CorrectedWords[];
}

/** What is corrected. Values stand for one another by their places. */
export interface CorrectableText {
  readonly framing: Framing;
  readonly leadIn?: string;
  readonly reason?: string;
  readonly values: readonly { readonly title: string; readonly text: string }[];
}

export type CorrectionFound =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'slips'; readonly changes: readonly CorrectedWords[] }
  /** `changes`: those that are more. */
  | { readonly kind: 'more-than-slips'; readonly changes: readonly CorrectedWords[] };

/** In each value, each consideration and the sentence that values complete. */
export const mostSlips = 3;

/**
 * What a corrected text changes. What members rate, and what tells them how it is meant, may change by slips only, for
 * answers that were given must stay answers to it.
 */
export function correctionBetween(before: CorrectableText, after: CorrectableText): CorrectionFound {
  const rated = [
    ...pairs([[before.leadIn ?? '']], [[after.leadIn ?? '']]),
    ...pairs(before.values.map(unitOf), after.values.map(unitOf)),
    ...pairs(before.framing.considerations.map(unitOf), after.framing.considerations.map(unitOf)),
  ];
  const beyond = rated.filter(([one, other]) => !areSlips(one, other));
  if (beyond.length > 0) return { kind: 'more-than-slips', changes: beyond.flatMap(changesIn) };
  const changes = [...rated, ...pairs([aroundIn(before)], [aroundIn(after)])].flatMap(changesIn);
  return changes.length === 0 ? { kind: 'nothing' } : { kind: 'slips', changes };
}

/** The texts of one thing that may hold only so many slips together. */
type Unit = readonly string[];
type Pair = readonly [Unit, Unit];

function unitOf(of: { text: string } & ({ title: string } | { name: string })): Unit {
  return ['title' in of ? of.title : of.name, of.text];
}

function aroundIn({ framing, reason = '' }: CorrectableText): Unit {
  const { title, authors, labels, mission = '', introduction = '', background } = framing;
  const sections = background.map(({ heading, text }) => `${heading}\n\n${text}`);
  return [
    ...[title, reason, mission, introduction, sections.join('\n\n')],
    ...[authors, labels.categories, labels.tags].map((names) => names.join(', ')),
  ];
}

function pairs(before: readonly Unit[], after: readonly Unit[]): readonly Pair[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => [before[index] ?? [], after[index] ?? []] as const);
}

function areSlips(before: Unit, after: Unit): boolean {
  let left = mostSlips;
  return (
    before.length === after.length &&
    before.every((text, index) => {
      const slips = slipsBetween(text, after[index] ?? '', left);
      left -= slips ?? 0;
      return slips !== undefined;
    })
  );
}

function changesIn([before, after]: Pair): readonly CorrectedWords[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => wordChanges(before[index] ?? '', after[index] ?? '')).flat();
}
