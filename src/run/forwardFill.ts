/** Whole runs of equal values from which a few irregular ones are forgiven (an evaluation that was late). */
const MANY_RUNS = 8;

/** Chance at which rewards that are fresh in every row would show the same; a pattern must be rarer than this. */
const MOST_CHANCE = 1e-3;

/** Share of the runs that must keep the stride. */
const LEAST_REGULAR = 0.9;

/** Values that repeat the last evaluation, and the stride at which fresh ones come. */
export interface ForwardFill {
  readonly stride: number;
  /** Rows with a fresh value, one per stride; all others are copies. */
  readonly fresh: Int32Array;
}

/**
 * Whether a reward is repeated until the next evaluation: runs of identical values whose lengths are multiples of one
 * stride ≥ 2, its most frequent length. Chance does not do that: rewards that are rarely fresh have runs of any length. Few runs
 * are enough where the stride is long. A slow rise that is rounded has even runs too, so more values must be repeated than
 * rewards of this resolution repeat by themselves.
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
  if (!isPattern || chanceOfRepeats(values, lengths) > MOST_CHANCE) return null;
  return { stride, fresh: freshRows(lengths, stride) };
}

/** The first run may have lost its beginning, so its strides are counted from its end. */
function freshRows(lengths: readonly number[], stride: number): Int32Array {
  const rows: number[] = [];
  let start = 0;
  lengths.forEach((length, i) => {
    const cut = i === 0 ? length % stride : 0;
    if (cut > 0) rows.push(start);
    for (let row = cut; row < length; row += stride) rows.push(start + row);
    start += length;
  });
  return Int32Array.from(rows);
}

/**
 * How likely k lengths without a pattern are all multiples of one number, this or a larger one: Σ_{d ≥ stride} d^−k, bounded by the
 * integral.
 */
function chanceOf(stride: number, k: number): number {
  return k < 2 ? 1 : (stride - 0.5) ** (1 - k) / (k - 1);
}

/**
 * How likely fresh rewards repeat this often. They lie on a grid no coarser than the least distance q between two of them; where
 * they change by a median of m·q, a row equals the one before with probability at most 1/m: at m = 1 a repeat means nothing.
 * The number of repeats is then binomial; Chernoff's bound, exp(−N·KL(repeats/N ‖ 1/m)).
 */
function chanceOfRepeats(values: Float64Array, lengths: readonly number[]): number {
  const pairs = values.length - 1;
  const share = (values.length - lengths.length) / pairs;
  const chance = Math.min(1, resolutionOf(values) / medianChange(values));
  if (share <= chance) return 1;
  const part = (p: number, q: number): number => (p > 0 ? p * Math.log(p / q) : 0);
  return Math.exp(-pairs * (part(share, chance) + part(1 - share, 1 - chance)));
}

/** Distances below rounding's are no distances: 0.1 + 0.2 is 0.3. */
const ROUNDING = 1e-12;

function resolutionOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  const size = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
  let least = Infinity;
  for (let i = 1; i < sorted.length; i++) {
    const gap = sorted[i] - sorted[i - 1];
    if (gap > ROUNDING * size && gap < least) least = gap;
  }
  return least;
}

function medianChange(values: Float64Array): number {
  const changes = values
    .subarray(1)
    .map((value, i) => Math.abs(value - values[i]))
    .filter((change) => change > 0)
    .sort();
  return changes[changes.length >> 1];
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
