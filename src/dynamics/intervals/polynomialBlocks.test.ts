import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../../test/syntheticLog';
import { CURVES } from '../curves/curveTable';
import { lagSums, LAG_SUMS } from '../noise/lagSums';
import { noiseModel, quadraticForm } from '../noise/noiseModel';
import { prepareSample } from '../sample';
import { blockedSeries, curveWithItself, curveWithSeries, polynomialBlocks } from './polynomialBlocks';

/** Shapes over all that a curve can do within a log of 4001 rows, as constants. */
const SHAPES: [string, Record<string, number>][] = [
  ['exponential', { tau: 300 }],
  ['exponential', { tau: 3 }],
  ['exponential', { tau: 100_000 }],
  ['inertial', { omega0: 0.004, zeta: 1.2 }],
  ['inertial', { omega0: 0.1, zeta: 30 }],
  ['oscillator', { omega0: 0.01, zeta: 0.3 }],
  ['oscillator', { omega0: 1.5, zeta: 0.05 }],
  ['oscillator', { omega0: 0.02, zeta: 0.05 }],
  ['logistic', { rate: 0.005, midpoint: 1500 }],
  ['logistic', { rate: 0.05, midpoint: 3000 }],
  ['hill', { cMid: 700, exponent: 0.4 }],
  ['hill', { cMid: 700, exponent: 15 }],
];

describe('polynomialBlocks', () => {
  const { t, y } = curveWithNoise('exponential', { R0: 0, plateau: 1, tau: 500 }, 4001, 0.3, 1, [0.5]);
  const sample = prepareSample(
    t.map((step) => 2 * step),
    y,
  );
  const blocks = polynomialBlocks(sample.y.length, 2);
  const rewards = blockedSeries(blocks, sample.y);

  it('needs far fewer evaluations than there are rows', () => {
    expect(blocks.times.t.length).toBeLessThan(4001 / 3);
    expect(blocks.times.t.every((time, i) => i === 0 || time > blocks.times.t[i - 1])).toBe(true);
  });

  it.each(SHAPES)('gives the quadratic forms of %s %o as all rows do', (name, constants) => {
    const curve = CURVES.find((candidate) => candidate.name === name)!;
    const scaled = Object.fromEntries(
      Object.entries(constants).map(([key, value]) => {
        if (key === 'zeta' || key === 'exponent') return [key, value];
        return [key, key === 'omega0' || key === 'rate' ? value / 2 : value * 2];
      }),
    );
    const shape = curve.shape(scaled);
    const all = new Float64Array(sample.y.length);
    const some = new Float64Array(blocks.times.t.length);
    curve.fill(sample.times, shape, all, null);
    curve.fill(blocks.times, shape, some, null);
    const exact = new Float64Array(2 * LAG_SUMS);
    const compressed = new Float64Array(2 * LAG_SUMS);
    lagSums(all, all, exact, 0);
    lagSums(all, sample.y, exact, LAG_SUMS);
    curveWithItself(blocks, some, compressed, 0);
    curveWithSeries(blocks, some, rewards, compressed, LAG_SUMS);
    for (const model of [noiseModel(0, 0), noiseModel(0.6, -0.2), noiseModel(0.95, 0.3)]) {
      const scale = quadraticForm(model, exact, 0);
      expect(Math.abs(quadraticForm(model, compressed, 0) / scale - 1)).toBeLessThan(2e-5);
      const error = quadraticForm(model, compressed, LAG_SUMS) - quadraticForm(model, exact, LAG_SUMS);
      // Against the spread of φᵀΣ⁻¹y under noise of the size of the rewards: a shift no interval can see.
      expect(Math.abs(error) / Math.sqrt(scale)).toBeLessThan(2e-3);
    }
  });
});
