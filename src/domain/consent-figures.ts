import type { ConsentCounts, ConsentFigures } from './consent.js';

/** What may be told of a round that is over: all of its figures, or that too few answered. */
export function consentFigures(counts: ConsentCounts, least: number): ConsentFigures {
  return answersIn(counts) >= least
    ? { kind: 'shown', counts }
    : { kind: 'hidden', people: { kind: 'fewer-than', count: least } };
}

export function answersIn({ support, 'live-with': liveWith, object }: ConsentCounts): number {
  return support + liveWith + object;
}
