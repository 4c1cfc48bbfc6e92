/**
 * Which of several tests stand when all are looked at together (Holm 1979): the smallest p-value has to be at most
 * alpha / m, the next alpha / (m - 1), and so on until one fails. In the order in which they came.
 */
export function holm(pValues: readonly number[], alpha = 0.05): readonly boolean[] {
  const ordered = pValues.map((p, index) => ({ p, index })).sort((one, other) => one.p - other.p);
  const failing = ordered.findIndex(({ p }, rank) => p > alpha / (pValues.length - rank));
  const standing = new Set(ordered.slice(0, failing === -1 ? undefined : failing).map(({ index }) => index));
  return pValues.map((_, index) => standing.has(index));
}
