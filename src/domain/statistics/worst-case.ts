import type { Interval } from './interval.js';

/**
 * Between which shares a whole community lies if everybody who did not answer thought alike, one way or the other
 * (Manski's bounds). From 0 to 1: `share` among those who answered, `answered` people out of `asked`.
 */
export function worstCase(known: {
  readonly share: number;
  readonly answered: number;
  readonly asked: number;
}): Interval {
  const response = known.asked === 0 ? 0 : Math.min(1, known.answered / known.asked);
  return { low: response * known.share, high: response * known.share + 1 - response };
}
