/** How many members who answered said that they belong to a group; without one: who said none. */
export interface GroupSize {
  readonly group?: string;
  readonly count: number;
}

/**
 * The groups that may go on standing beside answers once nobody is linked to them: each has at least `least` members,
 * and so have those together who stand beside none. A smaller one would be as good as a name for whoever knows who is in
 * it.
 */
export function groupsToKeep(sizes: readonly GroupSize[], least: number): ReadonlySet<string> {
  const large = sizes
    .flatMap(({ group, count }) => (group !== undefined && count >= least ? [{ group, count }] : []))
    .toSorted((one, other) => one.count - other.count || (one.group < other.group ? -1 : 1));
  let apart =
    sizes.reduce((sum, { count }) => sum + count, 0) - large.reduce((sum, { count }) => sum + count, 0);
  while (apart > 0 && apart < least && large.length > 0) apart += large.shift()?.count ?? 0;
  return new Set(large.map(({ group }) => group));
}
