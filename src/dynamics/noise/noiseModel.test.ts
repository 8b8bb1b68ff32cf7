import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { inverseMovingAverage, presample } from './inverseMovingAverage';
import { LAG_SUMS, lagSums } from './lagSums';
import { noiseModel, quadraticForm } from './noiseModel';

/** Autocovariances of an ARMA(2,1) with unit innovations, from the Yule–Walker recursion of its autoregression. */
function covariance(n: number, first: number, second: number, theta: number): number[][] {
  const [p1, p2] = [first * (1 - second), second];
  const rho = [1, first];
  for (let k = 2; k <= n; k++) rho.push(p1 * rho[k - 1] + p2 * rho[k - 2]);
  const variance = (1 - p2) / ((1 + p2) * ((1 - p2) ** 2 - p1 * p1));
  const at = (lag: number): number => {
    const k = Math.abs(lag);
    return variance * ((1 + theta * theta) * rho[k] - theta * (rho[Math.abs(k - 1)] + rho[k + 1]));
  };
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => at(i - j)));
}

/** Solve by Gaussian elimination; the logarithm of the determinant comes along. */
function solve(matrix: number[][], right: Float64Array): { x: Float64Array; logDeterminant: number } {
  const a = matrix.map((row, i) => [...row, right[i]]);
  const n = a.length;
  let logDeterminant = 0;
  for (let i = 0; i < n; i++) {
    logDeterminant += Math.log(a[i][i]);
    for (let j = i + 1; j < n; j++) {
      const factor = a[j][i] / a[i][i];
      for (let k = i; k <= n; k++) a[j][k] -= factor * a[i][k];
    }
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i][n];
    for (let k = i + 1; k < n; k++) sum -= a[i][k] * x[k];
    x[i] = sum / a[i][i];
  }
  return { x, logDeterminant };
}

describe('noiseModel', () => {
  it.each([
    [0, 0, 0],
    [0.6, 0, 0],
    [-0.4, 0.2, 0],
    [0.9, -0.5, 0],
    [0.998, -0.9, 0],
    [0.3, 0.8, 0],
    [0.9, 0, 0.5],
    [0.98, 0, 0.95],
    [0.9, -0.3, 0.7],
    [0.2, 0.1, 0.9],
  ])('agrees with the dense inverse covariance at π = (%d, %d), θ = %d', (first, second, theta) => {
    const n = 14;
    const normal = seededNormal(11);
    const v = Float64Array.from({ length: n }, normal);
    const w = Float64Array.from({ length: n }, (_, i) => normal() + i);
    const model = noiseModel(first, second, theta);
    const [p, a, b] = [presample(n, theta), new Float64Array(n + 1), new Float64Array(n + 1)];
    inverseMovingAverage(v, theta, a);
    inverseMovingAverage(w, theta, b);
    const form = (x: Float64Array, z: Float64Array): number => {
      const sums = new Float64Array(LAG_SUMS);
      lagSums(x, z, sums, 0);
      return quadraticForm(model, sums, 0);
    };
    const { x, logDeterminant } = solve(covariance(n, first, second, theta), w);
    const expected = v.reduce((sum, value, i) => sum + value * x[i], 0);
    expect((form(a, b) - (form(p, a) * form(p, b)) / form(p, p)) / expected).toBeCloseTo(1, 8);
    expect(model.logDeterminant + Math.log(form(p, p))).toBeCloseTo(logDeterminant, 8);
  });

  it('knows how much a long mean varies', () => {
    expect(noiseModel(0.6, 0).inflation).toBeCloseTo(4, 12);
    expect(noiseModel(0.9, 0, 0.9).inflation).toBeCloseTo(1, 12);
    const noise = autoregressiveNoise(200_000, [0.5, 0.3], seededNormal(2));
    const length = 500;
    const means = Array.from({ length: noise.length / length }, (_, k) =>
      noise.subarray(k * length, (k + 1) * length).reduce((sum, value) => sum + value / length, 0),
    );
    const spread = means.reduce((sum, mean) => sum + mean * mean, 0) / means.length;
    // π₁ = φ₁/(1 − φ₂); 400 means give the variance to 7 %.
    expect((spread * length) / noiseModel(0.5 / 0.7, 0.3).inflation).toBeCloseTo(1, 0);
  });
});
