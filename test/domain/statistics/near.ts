import assert from 'node:assert/strict';

/** Equal to so many decimals as the expectation is written with. */
export function near(actual: number | undefined, expected: number, decimals = 4): void {
  const within = 0.5 * 10 ** -decimals + 1e-12;
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= within,
    `${String(actual)} is not ${String(expected)} to ${String(decimals)} decimals`,
  );
}
