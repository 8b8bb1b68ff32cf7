import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { LAG_SUMS, lagSums } from './lagSums';
import { noiseModel, quadraticForm } from './noiseModel';

/** Autocovariances of an AR(2) with unit innovations, by the Yule–Walker recursion. */
function covariance(n: number, first: number, second: number): number[][] {
  const [p1, p2] = [first * (1 - second), second];
  const rho = [1, first];
  for (let k = 2; k < n; k++) rho.push(p1 * rho[k - 1] + p2 * rho[k - 2]);
  const variance = (1 - p2) / ((1 + p2) * ((1 - p2) ** 2 - p1 * p1));
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => variance * rho[Math.abs(i - j)]),
  );
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
    [0, 0],
    [0.6, 0],
    [-0.4, 0.2],
    [0.9, -0.5],
    [0.998, -0.9],
    [0.3, 0.8],
  ])('agrees with the dense inverse covariance at π = (%d, %d)', (first, second) => {
    const n = 14;
    const normal = seededNormal(11);
    const v = Float64Array.from({ length: n }, normal);
    const w = Float64Array.from({ length: n }, (_, i) => normal() + i);
    const model = noiseModel(first, second);
    const sums = new Float64Array(LAG_SUMS);
    lagSums(v, w, sums, 0);
    const { x, logDeterminant } = solve(covariance(n, first, second), w);
    const expected = v.reduce((sum, value, i) => sum + value * x[i], 0);
    expect(quadraticForm(model, sums, 0) / expected).toBeCloseTo(1, 8);
    expect(model.logDeterminant).toBeCloseTo(logDeterminant, 8);
  });

  it('knows how much a long mean varies', () => {
    expect(noiseModel(0.6, 0).inflation).toBeCloseTo(4, 12);
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
