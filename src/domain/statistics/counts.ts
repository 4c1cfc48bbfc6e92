/** How many chose each step of an ordered scale, from the lowest. */
export type Counts = readonly number[];

export function sizeOf(counts: Counts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
