/**
 * The exact two-sided sign test for pairs of answers: how probable it is, from 0 to 1, that as uneven a split of those
 * who moved comes by chance. Who stayed the same does not count.
 */
export function signTest(up: number, down: number): number {
  const moved = up + down;
  const fewer = Math.min(up, down);
  let term = logOfHalvesTo(moved);
  let sum = Math.exp(term);
  for (let i = 1; i <= fewer; i += 1) {
    term += Math.log((moved - i + 1) / i);
    sum += Math.exp(term);
  }
  return Math.min(1, 2 * sum);
}

/** Logarithms, because the powers of one half themselves run out of digits beyond a thousand pairs. */
function logOfHalvesTo(power: number): number {
  return -power * Math.LN2;
}
