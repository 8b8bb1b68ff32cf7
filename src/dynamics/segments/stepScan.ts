import { risesIn } from './columns';

/** A place where a step of the level explains the most, and the rise it stands on. */
export interface ScannedStep {
  /** First block of the new level. */
  readonly place: number;
  /** Index into the rises tried (`risesIn`); null for a level before and after. */
  readonly rise: number | null;
  readonly deviance: number;
}

/** Autocorrelations tried, and timescales of the rise. */
const RHOS = [0, 0.3, 0.55, 0.75, 0.9, 0.97];
/** How many timescales of the rise are tried. */
export const RISES = 9;

/**
 * Where in a series a lasting step of the level would explain the most, on top of a level or an exponential rise, under
 * AR(1) noise of any ρ on a grid. In whitened space a step is a pulse and (1 − ρ) after it, so suffix sums give every
 * place at once: the whole scan costs a few passes over the blocks.
 *
 * @param y the series
 * @param margin blocks that either side must have
 * @returns the best step at each place, most likely first
 */
export function stepScan(y: Float64Array, margin: number): ScannedStep[] {
  const count = y.length;
  const rises = risesIn(count, RISES);
  const best = new Map<number, ScannedStep>();
  for (const rho of RHOS)
    for (let rise = -1; rise < rises.length; rise++) {
      const columns = [new Float64Array(count).fill(1), ...(rise < 0 ? [] : [rises[rise]])];
      const deviances = devianceByPlace(y, columns, rho);
      for (let place = margin; place <= count - margin; place++) {
        const deviance = deviances[place];
        if (deviance < (best.get(place)?.deviance ?? Infinity))
          best.set(place, { place, rise: rise < 0 ? null : rise, deviance });
      }
    }
  return [...best.values()].sort((a, b) => a.deviance - b.deviance);
}

function devianceByPlace(y: Float64Array, columns: readonly Float64Array[], rho: number): Float64Array {
  const count = y.length;
  const basis = orthonormal(columns.map((column) => whitened(column, rho)));
  const r = whitened(y, rho);
  for (const q of basis) subtract(r, q, dot(r, q));
  const all = dot(r, r);
  const onStep = [r, ...basis].map((v) => alongSteps(v, rho));
  return Float64Array.from({ length: count }, (_, place) => {
    const squares = 1 + (1 - rho) ** 2 * (count - place - 1);
    const free = basis.reduce((sum, __, k) => sum - onStep[k + 1][place] ** 2, squares);
    const gain = free > 1e-9 * squares ? onStep[0][place] ** 2 / free : 0;
    return count * Math.log(Math.max(all - gain, Number.MIN_VALUE) / count) - Math.log(1 - rho * rho);
  });
}

/** Inner products of a whitened series with the whitened steps at all places. */
function alongSteps(v: Float64Array, rho: number): Float64Array {
  const out = new Float64Array(v.length);
  let after = 0;
  for (let i = v.length - 1; i >= 0; i--) {
    out[i] = v[i] + (1 - rho) * after;
    after += v[i];
  }
  return out;
}

function whitened(v: Float64Array, rho: number): Float64Array {
  return v.map((value, i) => (i === 0 ? value * Math.sqrt(1 - rho * rho) : value - rho * v[i - 1]));
}

function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const before = dot(column, column);
    for (const q of basis) subtract(column, q, dot(column, q));
    const size = dot(column, column);
    if (size > 1e-12 * before) basis.push(column.map((value) => value / Math.sqrt(size)));
  }
  return basis;
}

function subtract(v: Float64Array, q: Float64Array, times: number): void {
  for (let i = 0; i < v.length; i++) v[i] -= times * q[i];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
