import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lagThreshold } from '../thresholds/lagThreshold';
import { recursionPath } from '../thresholds/recursionPath';
import { timesOf } from '../times';
import { boundPath } from './boundPath';
import { CONSTANT_RATE, rateSchedule, shareAt } from './rateSchedule';
import type { SegmentSettings } from './recursionPlan';

const cases = fc.record({
  beta: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.98, noNaN: true })),
  refreshInterval: fc.integer({ min: 1, max: 9 }),
  asyncLag: fc.integer({ min: 0, max: 12 }),
  biasCorrected: fc.boolean(),
  perStep: fc.constantFrom(1, 2, 5),
  decays: fc.boolean(),
  first: fc.integer({ min: 0, max: 3 }),
  share: fc.double({ min: 1e-4, max: 0.97, noNaN: true }),
  gaps: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 40 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** Rows with gaps, a learning rate logged every few steps, and the stiffness as a share of the threshold. */
function setUp(of: Case): { settings: SegmentSettings; rows: Float64Array; k: number; steps: number } {
  const rows = Float64Array.from([
    0,
    ...of.gaps.map((_, i) => of.gaps.slice(0, i + 1).reduce((a, b) => a + b)),
  ]);
  const span = rows[rows.length - 1];
  const rate = { steps: Float64Array.of(2, span / 2, span), values: Float64Array.of(2e-6, 1e-6, 5e-7) };
  const settings = { ...of, fresh: true, rates: of.decays ? rateSchedule(rate)! : CONSTANT_RATE };
  return { settings, rows, k: of.share * lagThreshold(of).stiffness, steps: span * of.perStep };
}

/** The plain recursion, step by step. */
function plain(settings: SegmentSettings, k: number, steps: number): Float64Array {
  const { rates, first, perStep } = settings;
  const schedule = Float64Array.from({ length: steps }, (_, step) => shareAt(rates, first + step / perStep));
  return recursionPath(k, { ...settings, schedule }, steps).gap;
}

describe('boundPath', () => {
  it('is the plain recursion to 1e-9, with momentum, refreshes, lag, bias correction, gaps and a schedule', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { settings, rows, k, steps } = setUp(of);
        const gap = plain(settings, k, steps);
        const scale = Math.max(...gap.map(Math.abs));
        const found = new Float64Array(rows.length);
        boundPath(rows, settings).fill(timesOf(rows), k, found, null);
        rows.forEach((t, i) => {
          const expected = gap[t * of.perStep];
          // Relative to the value itself where rounding of larger neighbours allows.
          expect(Math.abs(found[i] - expected)).toBeLessThan(1e-9 * Math.abs(expected) + 1e-13 * scale);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('has the slope of its own path in ln k', () => {
    fc.assert(
      fc.property(cases, (of) => {
        const { settings, rows, k } = setUp(of);
        const path = boundPath(rows, settings);
        const times = timesOf(rows);
        const [at, slope, up, down] = Array.from({ length: 4 }, () => new Float64Array(rows.length));
        const h = 1e-5;
        path.fill(times, k * Math.exp(h), up, null);
        path.fill(times, k * Math.exp(-h), down, null);
        path.fill(times, k, at, slope);
        const scale = Math.max(1e-6, ...slope.map(Math.abs));
        slope.forEach((value, i) =>
          expect(Math.abs((up[i] - down[i]) / (2 * h) - value)).toBeLessThan(1e-5 * scale),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('stops when it has arrived, and reads fractions of a step and times beyond the log', () => {
    const settings: SegmentSettings = {
      beta: 0.9,
      refreshInterval: 4,
      asyncLag: 0,
      biasCorrected: false,
      fresh: true,
      perStep: 4,
      rates: CONSTANT_RATE,
      first: 0,
    };
    const rows = Float64Array.from({ length: 2000 }, (_, i) => i);
    const path = boundPath(rows, settings);
    const gap = new Float64Array(3);
    path.fill(timesOf(Float64Array.of(1.125, 500, 1999)), 0.1, gap, null);
    const whole = plain(settings, 0.1, 10_000);
    expect(gap[0]).toBeCloseTo((whole[4] + whole[8]) / 2 + (whole[4] - whole[8]) * 0.375, 12);
    expect(gap[2]).toBe(0);
    const beyond = new Float64Array(2);
    path.fill(timesOf(Float64Array.of(3, 2400)), 0.001, beyond, null);
    const slow = plain(settings, 0.001, 9600);
    expect(beyond[0]).toBeCloseTo(slow[12], 14);
    expect(beyond[1] / slow[9600]).toBeCloseTo(1, 9);
  });
});
