import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { autoregressiveNoise, seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { averageSteps } from './averageSteps';

const series = (steps: number[], values: number[]) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
  lines: Int32Array.from(steps, (step) => step * 10),
  columns: null,
});

it('leaves a run alone that is short enough', () => {
  const run = handMadeRun([1, 2, 3]);
  expect(averageSteps(run, 3)).toBe(run);
});

it('averages consecutive steps, and the other metrics over the same spans', () => {
  const run = handMadeRun([1, 3, 5, 7, 9], {
    series: new Map([
      ['kl', series([2, 3], [4, 8])],
      ['entropy', series([0, 5], [1, 2])],
    ]),
  });
  const short = averageSteps(run, 3);
  expect([...short.reward.steps]).toEqual([1.5, 3.5, 5]);
  expect([...short.reward.values]).toEqual([2, 6, 9]);
  expect([...(short.reward.lines ?? [])]).toEqual([1, 3, 5]);
  expect([...(short.series.get('kl')?.steps ?? [])]).toEqual([1.5, 3.5]);
  expect([...(short.series.get('kl')?.values ?? [])]).toEqual([4, 8]);
  expect([...(short.series.get('entropy')?.steps ?? [])]).toEqual([1.5, 5]);
  expect([...(short.series.get('entropy')?.lines ?? [])]).toEqual([0, 50]);
  expect(short.allSteps?.values).toBe(run.reward.values);
  expect(short.notes.at(-1)).toContain('means of 2 consecutive steps');
  expect(short.notes.at(-1)).toContain('bicAr over the means');
});

it('keeps the mean of all rewards where the spans are equal, whatever the numbers', () => {
  const rewards = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(rewards, { minLength: 1, maxLength: 50 }), (groups) => {
      const { reward } = averageSteps(handMadeRun(groups.flat()), groups.length);
      const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
      expect(reward.values.length).toBe(groups.length);
      expect(mean([...reward.values])).toBeCloseTo(mean(groups.flat()), 9);
    }),
  );
});

// Fewer rows tell less of the noise, so an interval may be wider, but not narrower.
describe('a fit to means of five steps and one to all', () => {
  it.each([1, 2, 3])('agree far within their intervals under autocorrelated noise, seed %i', (seed) => {
    const noise = autoregressiveNoise(3000, [0.5], seededNormal(seed));
    const run = handMadeRun(noise.map((e, i) => 0.8 - 0.6 * Math.exp(-i / 400) + 0.05 * e));
    const short = averageSteps(run, 600);
    const all = fitCurves(run.reward.steps, run.reward.values).curves.exponential;
    const means = fitCurves(short.reward.steps, short.reward.values).curves.exponential;
    for (const name of ['plateau', 'tau']) {
      const [low, high] = all?.intervals[name] ?? [];
      const [lowOfMeans, highOfMeans] = means?.intervals[name] ?? [];
      const width = Number(high) - Number(low);
      expect(Math.abs(Number(means?.constants[name]) - Number(all?.constants[name]))).toBeLessThan(
        width / 10,
      );
      expect(Number(highOfMeans) - Number(lowOfMeans)).toBeGreaterThan(width * 0.7);
    }
  });
});
