import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../../test/shared';
import { optimizerTime, recursionPath } from './recursionPath';

interface Path {
  readonly k: number;
  readonly beta: number;
  readonly t: readonly number[];
  readonly x: readonly number[];
}
interface Momentum extends Path {
  readonly K: number;
  readonly lag: number;
  readonly biasCorrected: boolean;
}
interface Decay extends Path {
  readonly T: number;
  readonly lrOutsideBuffer: boolean;
  readonly s: readonly number[];
}
interface Golden {
  readonly momentumTrajectory: readonly Momentum[];
  readonly linearDecayTrajectory: readonly Decay[];
}

const golden: Golden = hasShared
  ? (JSON.parse(readFileSync(shared('golden', 'theory.json'), 'utf8')) as Golden)
  : { momentumTrajectory: [], linearDecayTrajectory: [] };

/** Rounding of a few hundred additions of numbers up to 1. */
const ROUNDING = 2e-14;

describe.skipIf(!hasShared)('golden recursions', () => {
  it.each(golden.momentumTrajectory.map((g) => [JSON.stringify({ ...g, t: 0, x: 0 }), g] as const))(
    '%s',
    (_, g) => {
      const { gap } = recursionPath(
        g.k,
        { beta: g.beta, refreshInterval: g.K, asyncLag: g.lag, biasCorrected: g.biasCorrected },
        Math.max(...g.t),
      );
      // A growing path carries its rounding along.
      const scale = Math.max(1, ...gap.map(Math.abs));
      g.t.forEach((t, i) => expect(Math.abs(gap[t] - g.x[i])).toBeLessThan(ROUNDING * scale));
    },
  );

  it.each(golden.linearDecayTrajectory.map((g) => [JSON.stringify({ ...g, t: 0, s: 0, x: 0 }), g] as const))(
    '%s',
    (_, g) => {
      const schedule = Float64Array.from({ length: g.T }, (__, t) => 1 - t / g.T);
      const { gap } = recursionPath(
        g.k,
        {
          beta: g.beta,
          refreshInterval: 1,
          asyncLag: 0,
          biasCorrected: false,
          schedule,
          rateOutsideBuffer: g.lrOutsideBuffer,
        },
        g.T,
      );
      const time = optimizerTime(schedule);
      g.t.forEach((t, i) => {
        expect(Math.abs(gap[t] - g.x[i])).toBeLessThan(ROUNDING);
        expect(Math.abs(time[t] - g.s[i])).toBeLessThan(1e-11);
      });
    },
  );
});

describe('recursionPath', () => {
  it('has the slope in k of its own path', () => {
    const settings = fc.record({
      beta: fc.double({ min: 0, max: 0.97, noNaN: true }),
      refreshInterval: fc.integer({ min: 1, max: 8 }),
      asyncLag: fc.integer({ min: 0, max: 6 }),
      biasCorrected: fc.boolean(),
    });
    fc.assert(
      fc.property(settings, fc.double({ min: 0.001, max: 0.1, noNaN: true }), (s, k) => {
        const h = 1e-6 * k;
        const up = recursionPath(k + h, s, 60).gap;
        const down = recursionPath(k - h, s, 60).gap;
        const { slope } = recursionPath(k, s, 60);
        const scale = Math.max(...slope.map(Math.abs));
        slope.forEach((value, t) =>
          expect(Math.abs((up[t] - down[t]) / (2 * h) - value)).toBeLessThan(1e-6 * scale),
        );
      }),
    );
  });

  it('starts at full pull under Adam and at (1−β) of it under plain momentum', () => {
    const common = { beta: 0.9, refreshInterval: 1, asyncLag: 0 };
    expect(1 - recursionPath(0.02, { ...common, biasCorrected: true }, 1).gap[1]).toBeCloseTo(0.02, 14);
    expect(1 - recursionPath(0.02, { ...common, biasCorrected: false }, 1).gap[1]).toBeCloseTo(0.002, 14);
  });
});
