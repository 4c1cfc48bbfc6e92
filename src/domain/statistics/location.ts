import { sizeOf, type Counts } from './counts.js';

/** Where the middle of a distribution lies, on the scale that begins with 1. None of them is for an empty one. */
export function meanOf(counts: Counts): number {
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / sizeOf(counts);
}

/** Halfway between the two middle answers where their number is even. */
export function medianOf(counts: Counts): number {
  const n = sizeOf(counts);
  return (stepAt(counts, Math.ceil(n / 2)) + stepAt(counts, Math.floor(n / 2) + 1)) / 2;
}

/**
 * The median as if the answers of its step were spread evenly over it: (m - 1/2) + (n/2 - F) / n_m, with m the median's
 * step and F the number of answers below it. It tells two distributions apart whose medians are the same.
 */
export function interpolatedMedianOf(counts: Counts): number {
  const half = sizeOf(counts) / 2;
  const step = stepAt(counts, Math.ceil(half));
  const below = sizeOf(counts.slice(0, step - 1));
  return step - 0.5 + (half - below) / (counts[step - 1] ?? 0);
}

/** The step of the answer at a place, counted from 1, when all stand in order. */
function stepAt(counts: Counts, place: number): number {
  let passed = 0;
  return 1 + counts.findIndex((count) => (passed += count) >= place);
}
