import type { Headcount } from './release.js';
import { fewestAnswers } from './results.js';

/** By such a step a number of people is told while the draft is open. */
const step = fewestAnswers;

/**
 * How many people, as exactly as it may be told next to what was told before. A number that moved by a few stays as it was
 * told, so that nobody can see who came last.
 */
export function headcount(
  count: number,
  how: { readonly least: number; readonly open: boolean; readonly told: readonly Headcount[] },
): Headcount {
  const exact = how.told.filter(({ kind }) => kind === 'exactly').map((each) => each.count);
  const near = exact.filter((before) => Math.abs(before - count) < fewestAnswers);
  const standing = near.some((before) => before !== count) ? (exact.at(-1) ?? count) : count;
  if (standing < how.least) return { kind: 'fewer-than', count: how.least };
  if (!how.open || near.length > 0) return { kind: 'exactly', count: standing };
  return { kind: 'at-least', count: standing - (standing % step) };
}
