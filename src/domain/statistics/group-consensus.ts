/** Of one group: how many saw a statement, those who passed too, and how many of them agreed. */
export interface GroupSupport {
  readonly agreeing: number;
  readonly saw: number;
}

/**
 * How far all groups agree with a statement at once, from 0 to 1 (Polis' group-aware consensus): the geometric mean of
 * their shares, each drawn a little towards one half, so that statements which different numbers of groups saw can be
 * compared. Groups of fewer than `least` do not count; `undefined` when none is left.
 */
export function groupConsensus(groups: readonly GroupSupport[], least: number): number | undefined {
  const counted = groups.filter(({ saw }) => saw >= least);
  if (counted.length === 0) return undefined;
  const product = counted.reduce((sum, { agreeing, saw }) => (sum * (agreeing + 1)) / (saw + 2), 1);
  return product ** (1 / counted.length);
}

/**
 * How a group stands out from the others, in standard errors: the two-proportion z-test with the pooled share, as Polis
 * computes it. Above 0: it agrees more. 0 when all or none agree.
 */
export function standsOut(group: GroupSupport, others: GroupSupport): number {
  const [inside, outside] = [smoothed(group), smoothed(others)];
  const pooled = (inside.agreeing + outside.agreeing) / (inside.saw + outside.saw);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / inside.saw + 1 / outside.saw));
  return error === 0 ? 0 : (inside.agreeing / inside.saw - outside.agreeing / outside.saw) / error;
}

function smoothed({ agreeing, saw }: GroupSupport): GroupSupport {
  return { agreeing: agreeing + 1, saw: saw + 1 };
}
