import type { Times } from './times';

/** A function tabulated over an evenly spaced argument, held constant beyond both ends. */
export interface Profile {
  readonly from: number;
  readonly step: number;
  readonly values: Float64Array;
}

/**
 * A row of starting points: φ(t) = profile(speed · clock(t) + shift). Every curve here is, with its other shape
 * constant held, one profile pushed along a clock (t, ln t or the learning rate's), so a row costs table look-ups instead of exponentials.
 */
export interface StartRow {
  readonly profile: Profile;
  readonly clock: 'log' | 'linear' | ((times: Times) => Float64Array);
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
  const sums = runningSums(bins);
  const total = sums.weightYY;
  for (const row of rows) {
    const clock = clockOf(row, bins.times).map((time) => (time * row.speed) / row.profile.step);
    const explained = Float64Array.from(row.shifts, (shift) =>
      explainedSquares(row.profile.values, clock, (shift - row.profile.from) / row.profile.step, bins, sums),
    );
    for (let j = 0; j < explained.length; j++) {
      const peak = !(explained[j] < explained[j - 1]) && !(explained[j] < explained[j + 1]);
      if (peak) found.push({ shape: row.shape(row.shifts[j]), sse: total - explained[j] });
    }
  }
  return found.sort((a, b) => a.sse - b.sse).slice(0, atMost);
}

function clockOf({ clock }: StartRow, times: Times): Float64Array {
  if (typeof clock === 'function') return clock(times);
  return clock === 'log' ? times.logT : times.t;
}

/** Sums over the first k bins: where a profile is constant, they stand for a loop. */
interface RunningSums {
  readonly weight: Float64Array;
  readonly weightY: Float64Array;
  readonly weightYY: number;
}

function runningSums({ y, weight }: Bins): RunningSums {
  const sums = {
    weight: new Float64Array(y.length + 1),
    weightY: new Float64Array(y.length + 1),
    weightYY: 0,
  };
  for (let i = 0; i < y.length; i++) {
    sums.weight[i + 1] = sums.weight[i] + weight[i];
    sums.weightY[i + 1] = sums.weightY[i] + weight[i] * y[i];
    sums.weightYY += weight[i] * y[i] * y[i];
  }
  return sums;
}

/** Squares explained by the best multiple of the pushed profile beside a constant. `clock` ascends. */
function explainedSquares(
  values: Float64Array,
  clock: Float64Array,
  shift: number,
  { y, weight }: Bins,
  sums: RunningSums,
): number {
  const n = clock.length;
  const last = values.length - 1;
  const begin = firstAbove(clock, -shift);
  const end = firstAbove(clock, last - shift - 1e-9);
  const [head, tail] = [values[0], values[last]];
  const [before, after] = [sums.weight[begin], sums.weight[n] - sums.weight[end]];
  let s = before * head + after * tail;
  let ss = before * head * head + after * tail * tail;
  let sy = sums.weightY[begin] * head + (sums.weightY[n] - sums.weightY[end]) * tail;
  for (let i = begin; i < end; i++) {
    const x = clock[i] + shift;
    const j = x | 0;
    const value = values[j] + (x - j) * (values[j + 1] - values[j]);
    const weighted = weight[i] * value;
    s += weighted;
    ss += weighted * value;
    sy += weighted * y[i];
  }
  const variance = ss - (s * s) / sums.weight[n];
  return variance > 1e-12 * ss ? (sy * sy) / variance : 0;
}

function firstAbove(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (ascending[half] > limit) high = half;
    else low = half + 1;
  }
  return low;
}
