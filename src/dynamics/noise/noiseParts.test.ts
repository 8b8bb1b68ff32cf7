import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { constantReward } from '../curves/nullCurves';
import { timesOf } from '../times';
import { noiseParts, type NoisePart, type NoiseParts } from './noiseParts';

function partsOf(residuals: Float64Array): NoiseParts | string {
  const times = timesOf(residuals.map((_, i) => i));
  return noiseParts({ residuals, family: constantReward, times, shape: [] });
}

function noise(seed: number, n: number, rho: number, process: number, sampling: number): Float64Array {
  const draw = seededNormal(seed);
  let x = process * draw();
  return Float64Array.from({ length: n }, () => {
    x = rho * x + process * Math.sqrt(1 - rho * rho) * draw();
    return x + sampling * draw();
  });
}

const SEEDS = Array.from({ length: 16 }, (_, i) => i);

function holds({ interval: [low, high] }: NoisePart, truth: number): boolean {
  return low <= truth && truth <= high;
}

describe('noiseParts', () => {
  it.each([
    [0.8, 0.03, 0.03],
    [0.9, 0.02, 0.04],
    [0.7, 0.05, 0.03],
  ])('covers both parts at ρ %d, process %d, sampling %d', (rho, process, sampling) => {
    const found = SEEDS.map((seed) => partsOf(noise(seed, 400, rho, process, sampling)));
    const told = found.filter((parts) => typeof parts !== 'string');
    expect(told.filter((parts) => holds(parts.process, process)).length).toBeGreaterThanOrEqual(13);
    expect(told.filter((parts) => holds(parts.sampling, sampling)).length).toBeGreaterThanOrEqual(13);
  });

  it('does not find a process in white noise', () => {
    const found = SEEDS.map((seed) => partsOf(noise(seed, 400, 0, 0, 0.05)));
    expect(found.filter((parts) => typeof parts === 'string').length).toBeGreaterThanOrEqual(13);
  });

  it('does not call a noise that swings a process and sampling', () => {
    const swinging = autoregressiveNoise(600, [1.7, -0.9], seededNormal(3));
    expect(partsOf(swinging)).toMatch(/carries over in another way/);
  });

  it.each([
    [new Float64Array(20).fill(1), /fewer than 80 observations/],
    [new Float64Array(200), /no noise/],
  ])('says why it cannot tell', (residuals, why) => {
    expect(partsOf(residuals)).toMatch(why);
  });

  it('gives numbers in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 80, maxLength: 150 }),
        (x) => {
          const parts = partsOf(Float64Array.from(x));
          if (typeof parts === 'string') return;
          for (const { value, interval } of [parts.process, parts.sampling]) {
            expect(interval[0]).toBeGreaterThanOrEqual(0);
            expect(interval[0]).toBeLessThanOrEqual(value);
            expect(value).toBeLessThanOrEqual(interval[1]);
          }
        },
      ),
      { numRuns: 10 },
    );
  });
});
