import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../../test/shared';
import { stationaryJitter, stationaryVariance } from './stationaryVariance';

interface Golden {
  readonly ar2var: readonly (readonly [number, number, number, number, number])[];
  readonly kHoldVar: readonly (readonly [number, number, number, number, number])[];
}

const golden: Golden = hasShared
  ? (JSON.parse(readFileSync(shared('golden', 'theory.json'), 'utf8')) as Golden)
  : { ar2var: [], kHoldVar: [] };

function near(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

describe.skipIf(!hasShared)('golden variances', () => {
  it('has the AR(2) variance and its lag-1 correlation', () => {
    for (const [beta, k, step, variance, lagOne] of golden.ar2var) {
      const jitter = stationaryJitter(k, beta, step);
      // Near the threshold 2(1+β) − a cancels; the golden inputs lose the same digits.
      near(jitter.variance, variance, 1e-12);
      near(jitter.lagOne, lagOne, 1e-12);
      near(stationaryVariance(k, { beta, refreshInterval: 1 }, step), variance, 1e-9);
    }
  });

  it('has the variance at a refresh', () => {
    for (const [beta, refreshInterval, k, step, variance] of golden.kHoldVar)
      near(stationaryVariance(k, { beta, refreshInterval }, step), variance, 1e-11);
  });
});

describe('stationary variance', () => {
  it('diverges towards the threshold as theory.md §4 says', () => {
    const ratio = (share: number): number => {
      const k = share * 38;
      return stationaryJitter(k, 0.9, 1).variance * 2 * k;
    };
    expect(ratio(0.5)).toBeCloseTo(2, 1);
    expect(ratio(0.8)).toBeCloseTo(5, 0);
    expect(ratio(0.95)).toBeCloseTo(20, 0);
  });

  it.each([0, -0.1, 38.1, NaN])('has none at stiffness %f', (k) => {
    expect(() => stationaryJitter(k, 0.9, 1)).toThrow(RangeError);
    expect(() => stationaryVariance(k, { beta: 0.9, refreshInterval: 1 }, 1)).toThrow(RangeError);
  });
});
