import type { Run, Series } from '../run/run';

/**
 * Whether two runs are one log read twice: the same file, or a copy of it. Every column that is read agrees, cell by cell.
 *
 * @param a one run
 * @param b the other
 */
export function sameLog(a: Run, b: Run): boolean {
  return (
    sameSeries(a.reward, b.reward) &&
    a.series.size === b.series.size &&
    [...a.series].every(([name, series]) => sameSeries(series, b.series.get(name))) &&
    a.evaluations.size === b.evaluations.size &&
    [...a.evaluations].every(([key, series]) => sameSeries(series, b.evaluations.get(key)))
  );
}

function sameSeries(a: Series, b: Series | undefined): boolean {
  return b !== undefined && sameNumbers(a.steps, b.steps) && sameNumbers(a.values, b.values);
}

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
