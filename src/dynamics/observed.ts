import type { Estimate } from './estimate';
import { CURVE_NAMES, type Fit, type FitSet, type Interval } from './fit';

/** Which rows of a segment are observations. */
export type FreshRows = Int32Array | null;

/**
 * The observations among some values: all of them, or those of the fresh rows.
 *
 * @param values one per row
 * @param fresh rows that are no copies; null for all
 * @returns their values
 */
export function observationsOf(values: Float64Array, fresh: FreshRows): Float64Array {
  return fresh === null ? values : Float64Array.from(fresh, (row) => values[row]);
}

/**
 * The fresh rows within a stretch of rows, counted from its first: that one counts as fresh, as nothing before it is seen.
 *
 * @param fresh rows that are no copies; null for all
 * @param from first row
 * @param to row after the last
 * @returns rows counted from the first
 */
export function freshWithin(fresh: FreshRows, from: number, to: number): FreshRows {
  if (fresh === null) return null;
  const within = fresh.filter((row) => row > from && row < to).map((row) => row - from);
  return Int32Array.of(...(to > from ? [0] : []), ...within);
}

/**
 * Fits of a reward that is repeated until the next evaluation (theory.md §4): constants and sums of squares over all rows, as
 * contract 2 has them, and all that depends on how many observations there are from those alone, so that copies make no
 * interval narrower and no curve more certain.
 *
 * @param rows fits over all rows
 * @param observed fits over the fresh ones
 * @returns both in one
 */
export function observedOnce(rows: FitSet, observed: FitSet): FitSet {
  const curves = { ...observed.curves };
  for (const name of CURVE_NAMES) {
    const [all, few] = [rows.curves[name], observed.curves[name]];
    curves[name] = all === null || few === null ? null : together(all, few);
  }
  const { constant, line } = rows;
  return {
    ...observed,
    curves,
    constant: { ...constant, bicAr: observed.constant.bicAr },
    line: { ...line, bicAr: observed.line.bicAr },
    notes: [...new Set([...observed.notes, ...rows.notes])],
  };
}

function together(all: Fit, few: Fit): Fit {
  const intervals = Object.entries(few.intervals).map(
    ([name, interval]) => [name, holding(interval, all.constants[name])] as const,
  );
  return {
    ...few,
    constants: all.constants,
    sse: all.sse,
    r2: all.r2,
    bic: all.bic,
    n: all.n,
    converged: all.converged,
    stop: all.stop,
    atBound: all.atBound,
    path: all.path,
    evaluations: all.evaluations + few.evaluations,
    intervals: Object.fromEntries(intervals),
    derived: derivedOf(all.derived, few.derived),
  };
}

function derivedOf(all: Fit['derived'], few: Fit['derived']): Fit['derived'] {
  const known = new Map<string, Estimate>(Object.entries(few));
  const both = Object.entries(all).map(([name, { value }]: [string, Estimate]) => {
    const interval = known.get(name)?.interval ?? null;
    return [name, { value, interval: interval === null ? null : holding(interval, value) }] as const;
  });
  return { ...all, ...Object.fromEntries(both) };
}

/** The value over all rows belongs to the interval, as a least-squares value always does. */
function holding([low, high]: Interval, value: number): Interval {
  return [low === null ? null : Math.min(low, value), high === null ? null : Math.max(high, value)];
}
