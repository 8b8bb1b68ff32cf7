import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../../test/syntheticLog';
import { CURVES } from '../curves/curveTable';
import { inverseMovingAverage, presample } from '../noise/inverseMovingAverage';
import { lagSums } from '../noise/lagSums';
import { noiseModel, quadraticForm } from '../noise/noiseModel';
import { prepareSample } from '../sample';
import { CURVE_PAIRS } from './noisyEnds';
import { polynomialBlocks } from './polynomialBlocks';
import { undoneBlocks } from './undoneBlocks';

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

  it('needs far fewer evaluations than there are rows', () => {
    expect(blocks.times.t.length).toBeLessThan(4001 / 3);
    expect(blocks.times.t.every((time, i) => i === 0 || time > blocks.times.t[i - 1])).toBe(true);
  });

  it.each(SHAPES.flatMap((shape) => [0, 0.5, 0.98].map((theta) => [...shape, theta] as const)))(
    'gives the quadratic forms of %s %o as all rows do, θ = %d',
    (name, constants, theta) => {
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
      const undone = (v: Float64Array): Float64Array => {
        const u = new Float64Array(v.length + 1);
        inverseMovingAverage(v, theta, u);
        return u;
      };
      const ones = undone(new Float64Array(sample.y.length).fill(1));
      const series = { ones, y: undone(sample.y), presample: presample(sample.y.length, theta) };
      const u = undone(all);
      const exact = new Float64Array(CURVE_PAIRS.length);
      lagSums(u, u, exact, CURVE_PAIRS.phiPhi);
      lagSums(ones, u, exact, CURVE_PAIRS.onePhi);
      lagSums(u, series.y, exact, CURVE_PAIRS.phiY);
      lagSums(series.presample, u, exact, CURVE_PAIRS.presamplePhi);
      const compressed = undoneBlocks(blocks, series, theta)(some);
      for (const model of [
        noiseModel(0, 0, theta),
        noiseModel(0.6, -0.2, theta),
        noiseModel(0.95, 0.3, theta),
      ]) {
        const square = quadraticForm(model, exact, CURVE_PAIRS.phiPhi);
        expect(Math.abs(quadraticForm(model, compressed, CURVE_PAIRS.phiPhi) / square - 1)).toBeLessThan(
          2e-5,
        );
        for (const at of [CURVE_PAIRS.onePhi, CURVE_PAIRS.phiY, CURVE_PAIRS.presamplePhi]) {
          const error = quadraticForm(model, compressed, at) - quadraticForm(model, exact, at);
          // Against the spread under noise of the size of the rewards: a shift no interval can see.
          expect(Math.abs(error) / Math.sqrt(square), `${at}`).toBeLessThan(2e-3);
        }
      }
    },
  );
});
