/** How often each value got each answer, keyed `value answer`: it can be read even where ratings are kept under pseudonyms. */
export type Tally = Readonly<Record<string, number>>;

export function tallyOf(ratings: Iterable<readonly [value: string, answer: string]>): Tally {
  const tally: Record<string, number> = {};
  for (const [value, answer] of ratings) {
    const key = `${value} ${answer}`;
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}
