/** Of the rational approximation of the complementary error function in Numerical Recipes, from the constant term. */
const coefficients = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** How probable a normal variable is to be at least so many standard errors from its mean, either way: 0 to 1, within 1.2e-7 of itself. */
export function twoSidedTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const exponent = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return Math.min(1, t * Math.exp(exponent - x * x));
}
