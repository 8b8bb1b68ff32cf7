/** Whole runs of equal values from which a few irregular ones are forgiven (an evaluation that was late). */
const MANY_RUNS = 8;

/** Chance at which runs of any length would all be multiples of one stride; a pattern must be rarer than this. */
const MOST_CHANCE = 1e-3;

/** Share of the runs that must keep the stride. */
const LEAST_REGULAR = 0.9;

/** Values that repeat the last evaluation, and the stride at which fresh ones come. */
export interface ForwardFill {
  readonly stride: number;
  /** Values that are copies: n minus one per stride. */
  readonly copies: number;
}

/**
 * Whether a reward is repeated until the next evaluation: runs of identical values whose lengths are multiples of one
 * stride ≥ 2, its most frequent length. Chance does not do that: rewards that are rarely fresh have runs of any length. Few runs
 * are enough where the stride is long.
 * The first and last run may be cut and are not judged. Null where the pattern is absent (theory.md §4).
 */
export function findForwardFill(values: Float64Array): ForwardFill | null {
  const lengths = runLengths(values);
  const whole = lengths.slice(1, -1);
  const stride = mostFrequent(whole);
  if (stride < 2) return null;
  const regular = whole.filter((length) => length % stride === 0).length;
  const isPattern =
    whole.length >= MANY_RUNS
      ? regular >= whole.length * LEAST_REGULAR
      : regular === whole.length && chanceOf(stride, regular) <= MOST_CHANCE;
  if (!isPattern) return null;
  const fresh = lengths.reduce((sum, length) => sum + Math.ceil(length / stride), 0);
  return { stride, copies: values.length - fresh };
}

/**
 * How likely k lengths without a pattern are all multiples of one number, this or a larger one: Σ_{d ≥ stride} d^−k, bounded by the
 * integral.
 */
function chanceOf(stride: number, k: number): number {
  return k < 2 ? 1 : (stride - 0.5) ** (1 - k) / (k - 1);
}

function runLengths(values: Float64Array): number[] {
  const lengths: number[] = [];
  values.forEach((value, i) => {
    if (i > 0 && value === values[i - 1]) lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    else lengths.push(1);
  });
  return lengths;
}

function mostFrequent(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((top, entry) => (entry[1] > top[1] ? entry : top), [0, 0])[0];
}
