/** Relative precision of the continued fraction, and most of its terms. */
const PRECISION = 1e-14;
const TERMS = 500;
/** Smallest denominator: Lentz's method steps over a zero. */
const TINY = 1e-300;

/** Lanczos coefficients, g = 7 (Press et al., Numerical Recipes, 6.1). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Probability that |t| is at least this large under Student's distribution.
 *
 * @param t the statistic
 * @param degrees degrees of freedom, above 0, not only whole ones
 * @returns two-sided p value, 0 … 1
 */
export function studentTail(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return 0;
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/**
 * Probability of an F at least this large.
 *
 * @param f the statistic, 0 or more
 * @param over degrees of freedom of the numerator
 * @param under degrees of freedom of the denominator
 * @returns p value, 0 … 1
 */
export function fisherTail(f: number, over: number, under: number): number {
  if (!(f > 0)) return 1;
  return Number.isFinite(f) ? incompleteBeta(under / (under + over * f), under / 2, over / 2) : 0;
}

/**
 * The t that is exceeded, in size, with this probability.
 *
 * @param p two-sided probability, above 0 and below 1
 * @param degrees degrees of freedom, above 0
 * @returns t, 0 or more, to 1e-9 of itself
 */
export function studentPoint(p: number, degrees: number): number {
  let [low, high] = [0, 1];
  while (studentTail(high, degrees) > p && high < 1e12) high *= 2;
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function I_x(a, b), by its continued fraction (Numerical Recipes, 6.4). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) * betaFraction(x, a, b)) / a;
}

function betaFraction(x: number, a: number, b: number): number {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < PRECISION) break;
  }
  return h;
}

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = LANCZOS.slice(1).reduce((total, value, i) => total + value / (shifted + i + 1), LANCZOS[0]);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}
