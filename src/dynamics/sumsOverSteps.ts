import { CURVES } from './curves/curveTable';
import type { Fit, FitPath } from './fit';
import { bic } from './nullFits';
import { timesOf } from './times';

/** Points evaluated at a time: the sums need no more memory than that, however long the run. */
const CHUNK = 4096;

/** What a fit says about rows it was not itself fitted to. */
export type RowSums = Pick<Fit, 'sse' | 'r2' | 'bic' | 'n'>;

/**
 * Squares, R² and BIC of a fitted curve over every row of its segment, where the fit was made on means of them. Rows before
 * the first mean's place count as at it.
 *
 * @param fit the fit, its time counted from `first`
 * @param steps logged steps, ascending
 * @param values rewards, reward units; as many
 * @param first the step at which the fit's time is 0
 * @returns reward units squared; the formulas of contract 2
 */
export function sumsOverSteps(fit: Fit, steps: Float64Array, values: Float64Array, first: number): RowSums {
  const heights = heightsOf(fit);
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i] / n;
  let sse = 0;
  let total = 0;
  for (let from = 0; from < n; from += CHUNK) {
    const to = Math.min(n, from + CHUNK);
    const curve = heights(steps.subarray(from, to).map((step) => Math.max(0, step - first)));
    for (let i = from; i < to; i++) {
      sse += (values[i] - curve[i - from]) ** 2;
      total += (values[i] - mean) ** 2;
    }
  }
  const p = Object.keys(fit.constants).length;
  return { sse, r2: fit.r2 === null ? null : 1 - sse / total, bic: bic(sse, n, p), n };
}

/** The curve's heights at ascending times since the segment's first, reward units. */
function heightsOf({ curve, constants, path }: Fit): (t: Float64Array) => Float64Array {
  if (path !== null) return (t) => interpolated(path, t);
  const known = CURVES.find(({ name }) => name === (curve === 'scheduled' ? 'exponential' : curve));
  if (known === undefined) throw new RangeError(`The ${curve} curve has no closed form in t.`);
  const { R0, plateau } = constants;
  const shape = known.shape(constants);
  return (t) => {
    const phi = new Float64Array(t.length);
    const from = known.fill(timesOf(t), shape, phi, null) === 1 ? R0 : plateau;
    return phi.map((value) => from + (R0 - plateau) * value);
  };
}

/** Straight lines between the rows at which a recursion is known. */
function interpolated({ t: at, values }: FitPath, t: Float64Array): Float64Array {
  let right = Math.max(1, lowerBound(at, t[0]));
  return t.map((time) => {
    while (right < at.length - 1 && at[right] < time) right++;
    if (right >= at.length) return values[0];
    const share = Math.min(1, Math.max(0, (time - at[right - 1]) / (at[right] - at[right - 1])));
    return values[right - 1] + share * (values[right] - values[right - 1]);
  });
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
