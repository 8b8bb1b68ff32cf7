import type { Family } from '../curves/curve';
import { goldenSection } from '../goldenSection';
import type { Times } from '../times';
import { LAG_SUMS, lagSums } from './lagSums';
import { noiseModel, quadraticForm, type NoiseModel } from './noiseModel';

/** A noise model with everything in its deviance that does not depend on the curve. */
export interface WeightedNoise extends NoiseModel {
  /** ln det Σ + ln det JᵀΣ⁻¹J, J the curve's derivatives by all its constants at its best shape. */
  readonly penalty: number;
}

/** Noise models around the most likely one, and what that one says. */
export interface NoiseLattice {
  readonly models: readonly WeightedNoise[];
  /** Restricted likelihood's most likely partial autocorrelations. */
  readonly partial: readonly [number, number];
  /** See `NoiseModel.inflation`, at the most likely model; at least 1. */
  readonly inflation: number;
}

/** Where π may lie, on the atanh scale: ±0.99991, and not so negative that only noise would do it. */
const FIRST: readonly [number, number] = [-1.5, 5];
const SECOND: readonly [number, number] = [-2.5, 1.5];
/** Lattice spacing in standard deviations, and its reach: a persistent noise hides behind a short log, so more upward. */
const SPACING = 0.85;
const REACH_FIRST: readonly [number, number] = [-3, 6];
const REACH_SECOND: readonly [number, number] = [-3, 3];
const SWEEPS = 4;

/**
 * AR(2) noise models that the residuals of a curve allow: the most likely one by restricted likelihood (REML: residuals
 * of a fitted curve look less autocorrelated than the noise is, and the likelihood that integrates the curve's constants
 * out corrects for it), and a lattice about four standard deviations around it.
 *
 * @param residuals residuals of the fitted curve
 * @param family the curve
 * @param times its times
 * @param shape its shape there
 * @returns the lattice
 */
export function noiseLattice(
  residuals: Float64Array,
  family: Family,
  times: Times,
  shape: readonly number[],
): NoiseLattice {
  const n = residuals.length;
  const sums = new Float64Array(LAG_SUMS);
  lagSums(residuals, residuals, sums, 0);
  const information = informationOf(family, times, shape);
  const degrees = n - family.shapes - 2;
  const weigh = (a: number, b: number): WeightedNoise => {
    const model = noiseModel(Math.tanh(a), Math.tanh(b));
    return { ...model, penalty: model.logDeterminant + information(model) };
  };
  const deviance = (a: number, b: number): number => {
    const model = weigh(a, b);
    return degrees * Math.log(Math.max(Number.MIN_VALUE, quadraticForm(model, sums, 0))) + model.penalty;
  };
  let [first, second] = [0, 0];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    first = goldenSection((x) => deviance(x, second), ...FIRST, 1e-3);
    second = goldenSection((x) => deviance(first, x), ...SECOND, 1e-3);
  }
  const centre = noiseModel(Math.tanh(first), Math.tanh(second));
  return {
    models: around(first, second, n, weigh),
    partial: centre.partial,
    inflation: Math.max(1, centre.inflation),
  };
}

function around(
  first: number,
  second: number,
  n: number,
  weigh: (a: number, b: number) => WeightedNoise,
): WeightedNoise[] {
  const spread = (z: number): number => SPACING / Math.sqrt(4 + n * (1 - Math.tanh(z) ** 2));
  const models: WeightedNoise[] = [];
  for (let i = REACH_FIRST[0]; i <= REACH_FIRST[1]; i++)
    for (let j = REACH_SECOND[0]; j <= REACH_SECOND[1]; j++) {
      const a = first + i * spread(first);
      const b = second + j * spread(second);
      if (a >= FIRST[0] - 1 && a <= FIRST[1] + 0.5 && b >= SECOND[0] - 0.5 && b <= SECOND[1] + 0.5)
        models.push(weigh(a, b));
    }
  return models;
}

/** ln det JᵀΣ⁻¹J as a function of the noise model, from the lag sums of the curve's derivatives. */
function informationOf(
  family: Family,
  times: Times,
  shape: readonly number[],
): (model: NoiseModel) => number {
  const n = times.t.length;
  const columns = Array.from({ length: family.shapes + 2 }, () => new Float64Array(n));
  columns[0].fill(1);
  family.fill(times, shape, columns[1], columns.slice(2));
  for (const column of columns) normalise(column);
  const p = columns.length;
  const sums = new Float64Array(p * p * LAG_SUMS);
  for (let i = 0; i < p; i++)
    for (let j = 0; j <= i; j++) lagSums(columns[i], columns[j], sums, (i * p + j) * LAG_SUMS);
  return (model) => logDeterminant(p, (i, j) => quadraticForm(model, sums, (i * p + j) * LAG_SUMS));
}

/** The scale of a column shifts the determinant by a constant only, but an overflow would be one. */
function normalise(column: Float64Array): void {
  const size = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
  if (size > 0) for (let i = 0; i < column.length; i++) column[i] /= size;
}

/** By Cholesky; directions in which the curve does not move count for nothing. */
function logDeterminant(p: number, element: (i: number, j: number) => number): number {
  const lower: number[][] = [];
  let sum = 0;
  for (let i = 0; i < p; i++) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let value = element(i, j);
      for (let k = 0; k < j; k++) value -= lower[i][k] * lower[j][k];
      if (i === j) {
        const singular = !(value > 1e-12 * element(i, i));
        lower[i].push(singular ? Infinity : Math.sqrt(value));
        sum += singular ? 0 : Math.log(value);
      } else lower[i].push(value / lower[j][j]);
    }
  }
  return sum;
}
