import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../test/syntheticLog';
import { autocorrelation, whiteningFor } from './autocorrelation';
import { LAG_SUMS, lagSums } from './noise/lagSums';
import { noiseModel, quadraticForm } from './noise/noiseModel';
import { prepareSample } from './sample';

const even = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);

describe('autocorrelation', () => {
  it.each([-0.5, 0, 0.4, 0.9])('finds ρ = %d', (rho) => {
    const noise = autoregressiveNoise(20_000, [rho], seededNormal(5));
    const sample = prepareSample(even(noise.length), noise);
    expect(autocorrelation(noise, sample).rho).toBeCloseTo(rho, 1);
  });

  it('finds it per median stride where rows are missing', () => {
    const noise = autoregressiveNoise(40_000, [0.9], seededNormal(6));
    const kept = [...noise.keys()].filter((i) => i % 7 !== 3 && i % 11 !== 5);
    const values = Float64Array.from(kept, (i) => noise[i]);
    const sample = prepareSample(Float64Array.from(kept), values);
    expect(sample.uniform).toBe(false);
    expect(autocorrelation(values, sample).rho).toBeCloseTo(0.9, 2);
  });

  it('is the exact likelihood: whitened squares and determinant agree with the AR(2) form at π₂ = 0', () => {
    const noise = autoregressiveNoise(60, [0.7], seededNormal(7));
    const sample = prepareSample(even(60), noise);
    const { rho, deviance } = autocorrelation(noise, sample);
    const whitened = noise.slice();
    whiteningFor(rho, sample)(whitened);
    const squares = whitened.reduce((sum, value) => sum + value * value, 0);
    expect(60 * Math.log(squares / 60) + 59 * Math.log(1 - rho * rho)).toBeCloseTo(deviance, 9);
    const sums = new Float64Array(LAG_SUMS);
    lagSums(noise, noise, sums, 0);
    const model = noiseModel(rho, 0);
    // Unit innovations there, unit variance here: the variance is 1/(1 − ρ²).
    expect(quadraticForm(model, sums, 0) * (1 / (1 - rho * rho))).toBeCloseTo(squares, 9);
  });
});
