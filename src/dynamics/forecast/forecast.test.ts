import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../../test/syntheticLog';
import { fitCurves } from '../fitCurves';
import { noiseModel } from '../noise/noiseModel';
import { forecastRun } from './forecastRun';
import { mixtureQuantile, normalShare, spreadOf, weightedMedian } from './mixture';
import { noiseOutlooks } from './noiseOutlook';
import { rowTarget, stretchTarget } from './target';

describe('mixtureQuantile', () => {
  it.each([
    [-1.959964, 0.025],
    [0, 0.5],
    [1.644854, 0.95],
  ])('knows the normal distribution at %d', (z, share) => {
    expect(normalShare(z)).toBeCloseTo(share, 6);
    expect(mixtureQuantile([{ weight: 3, mean: 0, deviation: 1 }], share)).toBeCloseTo(z, 4);
  });

  it('lies between two far parts where their weights say', () => {
    const parts = [
      { weight: 1, mean: 0, deviation: 0.1 },
      { weight: 3, mean: 10, deviation: 0.1 },
    ];
    expect(mixtureQuantile(parts, 0.2)).toBeLessThan(1);
    expect(mixtureQuantile(parts, 0.3)).toBeGreaterThan(9);
  });
});

it.each<[readonly (readonly [number, number])[], number]>([
  [[[3, 1]], 3],
  [
    [
      [9, 1],
      [1, 2],
      [2, 2],
    ],
    2,
  ],
  [
    [
      [1, 5],
      [1e9, 1],
    ],
    1,
  ],
])('the weighted median of %j is %d', (entries, median) => expect(weightedMedian(entries)).toBe(median));

it('spreads a mixture by what its parts scatter and by what they differ', () => {
  const part = (mean: number) => ({ weight: 2, mean, deviation: 3 });
  expect(spreadOf([part(1), part(9)])).toBeCloseTo(5, 12);
});

describe('noiseOutlooks', () => {
  it('is the predictor of an AR(1): ρ^h, and the variance of what happens meanwhile', () => {
    const rho = 0.8;
    const [row] = noiseOutlooks(noiseModel(rho, 0), [rowTarget(13, 10, 1)]);
    expect(row.last).toBeCloseTo(rho ** 3, 12);
    expect(row.before).toBeCloseTo(0, 12);
    expect(row.variance).toBeCloseTo(1 + rho ** 2 + rho ** 4, 12);
  });

  it('knows the variance of a mean, sampling noise included, as the rows’ weights give it', () => {
    const model = noiseModel(0.9, -0.2, 0.5);
    const [stretch] = noiseOutlooks(model, [stretchTarget(12, 15, 10, 1)]);
    const single = [1, 2, 3, 4, 5].map((h) => noiseOutlooks(model, [rowTarget(10 + h, 10, 1)])[0]);
    expect(stretch.last).toBeCloseTo((single[2].last + single[3].last + single[4].last) / 3, 12);
    expect(stretch.variance).toBeLessThan(single[4].variance);
    expect(stretch.variance).toBeGreaterThan(single[4].variance / 3);
  });
});

describe('forecastRun', () => {
  it('gives finite, ordered numbers for any log of 20 rows or more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 20, maxLength: 40 }),
        fc.integer({ min: 1, max: 100 }),
        (rewards, further) => {
          const t = Float64Array.from(rewards.keys());
          const fits = fitCurves(t, Float64Array.from(rewards));
          const forecast = forecastRun(
            fits,
            Float64Array.of(rewards.length, rewards.length + further),
            false,
          );
          if (forecast === null) return;
          for (const { value, interval90, interval95 } of [...forecast.rows, forecast.mean, forecast.gain]) {
            const ends = [interval95[0], interval90[0], value, interval90[1], interval95[1]];
            expect(ends.every(Number.isFinite)).toBe(true);
            expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          }
        },
      ),
      { numRuns: 6, seed: 1 },
    );
  });

  it('doubts more the farther it looks, and not the median', () => {
    const { t, y } = curveWithNoise(
      'logistic',
      { R0: 0.2, plateau: 0.8, midpoint: 40, rate: 0.1 },
      60,
      0.02,
      3,
    );
    const fits = fitCurves(t, y);
    const ahead = Float64Array.of(60, 90, 180);
    const [sure, doubting] = [0, 1].map((discrepancy) => forecastRun(fits, ahead, false, discrepancy)!.rows);
    const wider = sure.map(({ interval95: [low, high] }, j) => {
      const [least, most] = doubting[j].interval95;
      return (most - least) / (high - low);
    });
    expect(wider[0]).toBeGreaterThanOrEqual(1);
    expect(wider[0]).toBeLessThan(1.02);
    expect(wider[1]).toBeGreaterThan(wider[0]);
    expect(wider[2]).toBeGreaterThan(wider[1]);
  });

  it('starts from where the rows stand where their noise remembers, and covers what comes', () => {
    let held = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const { y } = curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 30 }, 200, 0.05, seed, [0.5]);
      const fits = fitCurves(
        Float64Array.from({ length: 100 }, (_, i) => i),
        y.slice(0, 100),
      );
      const { mean } = forecastRun(fits, Float64Array.of(199), false)!;
      const truth = y.slice(-20).reduce((sum, value) => sum + value / 20, 0);
      if (mean.interval90[0] <= truth && truth <= mean.interval90[1]) held++;
    }
    expect(held).toBeGreaterThanOrEqual(9);
  });
});
