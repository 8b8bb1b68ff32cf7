import type { Family } from '../curves/curve';
import type { Times } from '../times';
import { inverseMovingAverage, presample } from './inverseMovingAverage';
import { LAG_SUMS, lagSums } from './lagSums';
import { noiseModel, quadraticForm, type NoiseModel } from './noiseModel';

/** A noise model with everything in its deviance that does not depend on the curve. */
export interface WeightedNoise extends NoiseModel {
  /** ln det Σ + ln det JᵀΣ⁻¹J (+ a price), J the curve's derivatives by all its constants at its best shape. */
  readonly penalty: number;
}

/** Likelihood of residuals under autoregressions beside one moving average; partials on the atanh scale. */
export interface ResidualLikelihood {
  readonly theta: number;
  /** (n − p) ln S + ln det Σ: cheap, and blind to what fitting the curve took out of the residuals. */
  readonly deviance: (first: number, second: number) => number;
  /** Restricted: (n − p) ln S + penalty. */
  readonly restricted: (first: number, second: number) => number;
  readonly weigh: (first: number, second: number) => WeightedNoise;
}

/**
 * Likelihood of the residuals of a fitted curve under ARMA(2,1) noise. The restricted one (REML) integrates the curve's
 * constants out: residuals of a fitted curve look less autocorrelated than the noise is, and it corrects for that.
 *
 * @param residuals residuals of the fitted curve
 * @param family the curve
 * @param times its times
 * @param shape its shape there
 * @returns the likelihood for a moving-average constant, and a price added to its penalty
 */
export function residualLikelihood(
  residuals: Float64Array,
  family: Family,
  times: Times,
  shape: readonly number[],
): (theta: number, price: number) => ResidualLikelihood {
  const n = residuals.length;
  const columns = Array.from({ length: family.shapes + 2 }, () => new Float64Array(n));
  columns[0].fill(1);
  family.fill(times, shape, columns[1], columns.slice(2));
  for (const column of columns) normalise(column);
  const degrees = n - columns.length;
  return (theta, price) => {
    const room = [residuals, ...columns].map((series) => {
      const undone = new Float64Array(n + 1);
      inverseMovingAverage(series, theta, undone);
      return undone;
    });
    const forms = pairForms([presample(n, theta), ...room]);
    const modelAt = (a: number, b: number): NoiseModel => persistentModel(a, b, theta, n);
    const weigh = (a: number, b: number): WeightedNoise => {
      const model = modelAt(a, b);
      return { ...model, penalty: price + forms.logDeterminant(model) + forms.logInformation(model) };
    };
    const spread = (model: NoiseModel): number => degrees * Math.log(forms.squares(model));
    return {
      theta,
      deviance: (a, b) => {
        const model = modelAt(a, b);
        return spread(model) + forms.logDeterminant(model);
      },
      restricted: (a, b) => {
        const model = weigh(a, b);
        return spread(model) + model.penalty;
      },
      weigh,
    };
  };
}

/** Noise that remembers longer than this share of the log cannot be told from a change of the plateau itself. */
const LONGEST_MEMORY = 0.5;

/**
 * The model at partial autocorrelations tanh a, tanh b, the first reduced where the slowest root r of z² = φ₁z + φ₂
 * would remember too long: φ₁ ≤ r − φ₂/r with −1/ln r the longest memory.
 */
function persistentModel(a: number, b: number, theta: number, n: number): NoiseModel {
  const second = Math.tanh(b);
  const root = Math.exp(-1 / (LONGEST_MEMORY * n));
  return noiseModel(Math.min(Math.tanh(a), (root - second / root) / (1 - second)), second, theta);
}

/** What a noise model makes of presample, residuals and columns, in this order. */
function pairForms(series: readonly Float64Array[]): {
  logDeterminant: (model: NoiseModel) => number;
  squares: (model: NoiseModel) => number;
  logInformation: (model: NoiseModel) => number;
} {
  const count = series.length;
  const sums = new Float64Array(count * count * LAG_SUMS);
  const at = (i: number, j: number): number => (i * count + j) * LAG_SUMS;
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++)
      for (let j = 0; j <= i; j++) if (j !== 1 || i === 1) lagSums(series[i], series[j], sums, at(i, j));
  };
  take(0, 2);
  let columnsTaken = false;
  const form = (model: NoiseModel, i: number, j: number): number => quadraticForm(model, sums, at(i, j));
  const conditioned = (model: NoiseModel, i: number, j: number): number =>
    form(model, i, j) - (form(model, i, 0) * form(model, j, 0)) / form(model, 0, 0);
  return {
    logDeterminant: (model) => model.logDeterminant + Math.log(form(model, 0, 0)),
    squares: (model) => Math.max(Number.MIN_VALUE, conditioned(model, 1, 1)),
    logInformation: (model) => {
      // Most moving averages are dismissed on the residuals alone.
      if (!columnsTaken) take(2, count);
      columnsTaken = true;
      return logDeterminant(count - 2, (i, j) => conditioned(model, i + 2, j + 2));
    },
  };
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
      const whole = element(i, j);
      let value = whole;
      for (let k = 0; k < j; k++) value -= lower[i][k] * lower[j][k];
      if (i === j) {
        const singular = !(value > 1e-12 * whole);
        lower[i].push(singular ? Infinity : Math.sqrt(value));
        sum += singular ? 0 : Math.log(value);
      } else lower[i].push(value / lower[j][j]);
    }
  }
  return sum;
}
