import type { Times } from './times';

/** A function tabulated over an evenly spaced argument, held constant beyond both ends. */
export interface Profile {
  readonly from: number;
  readonly step: number;
  readonly values: Float64Array;
}

/**
 * A row of starting points: φ(t) = profile(speed · clock(t) + shift). Every curve here is, with its other shape
 * constant held, one profile pushed along a clock (t or ln t), so a row costs table look-ups instead of exponentials.
 */
export interface StartRow {
  readonly profile: Profile;
  readonly clock: 'log' | 'linear';
  readonly speed: number;
  readonly shifts: Float64Array;
  /** The search coordinates at a shift. */
  readonly shape: (shift: number) => readonly number[];
}

/** A starting point and its (tabulated, binned) sum of squares. */
export interface Start {
  readonly shape: readonly number[];
  readonly sse: number;
}

/** Weighted means of consecutive points. */
export interface Bins {
  readonly times: Times;
  readonly y: Float64Array;
  /** Number of points in each bin. */
  readonly weight: Float64Array;
}

/**
 * Tabulate a profile for `StartRow`.
 *
 * @param f the profile
 * @param from first argument
 * @param to last argument
 * @param step spacing
 * @returns the table
 */
export function tabulate(f: (x: number) => number, from: number, to: number, step: number): Profile {
  const count = Math.ceil((to - from) / step) + 1;
  return { from, step, values: Float64Array.from({ length: count }, (_, i) => f(from + i * step)) };
}

/**
 * Starting points for a search: along each row every local minimum of the sum of squares, R₀ and plateau
 * eliminated at each point. Approximate (table, bins), so good for nothing but a start.
 *
 * @param rows the rows of one curve
 * @param bins the data, binned, rewards centred on their weighted mean
 * @param atMost how many starting points to return
 * @returns the best local minima, best first
 */
export function startGrid(rows: readonly StartRow[], bins: Bins, atMost: number): Start[] {
  const found: Start[] = [];
  const clock = new Float64Array(bins.y.length);
  const total = weightedSquares(bins);
  for (const row of rows) {
    const source = row.clock === 'log' ? bins.times.logT : bins.times.t;
    const perEntry = row.speed / row.profile.step;
    for (let i = 0; i < clock.length; i++) clock[i] = source[i] * perEntry;
    const explained = Float64Array.from(row.shifts, (shift) =>
      explainedSquares(row.profile, clock, (shift - row.profile.from) / row.profile.step, bins),
    );
    for (let j = 0; j < explained.length; j++) {
      const peak = !(explained[j] < explained[j - 1]) && !(explained[j] < explained[j + 1]);
      if (peak) found.push({ shape: row.shape(row.shifts[j]), sse: total - explained[j] });
    }
  }
  return found.sort((a, b) => a.sse - b.sse).slice(0, atMost);
}

function weightedSquares({ y, weight }: Bins): number {
  let sum = 0;
  for (let i = 0; i < y.length; i++) sum += weight[i] * y[i] * y[i];
  return sum;
}

/** Squares explained by the best multiple of the pushed profile beside a constant. */
function explainedSquares(profile: Profile, clock: Float64Array, shift: number, bins: Bins): number {
  const { y, weight } = bins;
  const { values } = profile;
  const last = values.length - 1;
  let w = 0;
  let s = 0;
  let ss = 0;
  let sy = 0;
  for (let i = 0; i < clock.length; i++) {
    const x = clock[i] + shift;
    let value: number;
    if (!(x > 0)) value = values[0];
    else if (x >= last) value = values[last];
    else {
      const j = x | 0;
      value = values[j] + (x - j) * (values[j + 1] - values[j]);
    }
    const weighted = weight[i] * value;
    w += weight[i];
    s += weighted;
    ss += weighted * value;
    sy += weighted * y[i];
  }
  const variance = ss - (s * s) / w;
  return variance > 1e-12 * ss ? (sy * sy) / variance : 0;
}
