import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../../test/shared';
import { continuumConstants, overdampedTimescale } from './continuum';
import { lagMap } from './lagMap';
import { lagOnset, lagThreshold } from './lagThreshold';
import { largestSafeRefreshInterval } from './largestSafeRefreshInterval';
import { oscillationOnset } from './oscillationOnset';
import { periodMap } from './periodMap';
import { recursionPath } from './recursionPath';
import { refreshThreshold, type ThresholdKind } from './refreshThreshold';

interface Golden {
  readonly kThr: readonly (readonly [number, number, number, ThresholdKind])[];
  readonly onset: readonly (readonly [number, number, number, number])[];
  readonly asyncLag: readonly (readonly [number, number, number, number, number])[];
}

const golden: Golden = hasShared
  ? (JSON.parse(readFileSync(shared('golden', 'theory.json'), 'utf8')) as Golden)
  : { kThr: [], onset: [], asyncLag: [] };

/** The golden values are rounded to 17 digits and the formulas lose at most a few bits. */
const DIGITS = 1e-13;

function near(actual: number, expected: number, relative = DIGITS): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(relative);
}

const settings = fc.record({
  beta: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.999, noNaN: true })),
  refreshInterval: fc.integer({ min: 1, max: 200 }),
});
const lagged = fc.record({
  beta: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 0.98, noNaN: true })),
  refreshInterval: fc.integer({ min: 1, max: 24 }),
  asyncLag: fc.integer({ min: 1, max: 24 }),
});

describe.skipIf(!hasShared)('golden thresholds', () => {
  it('has k_thr and its kind', () => {
    for (const [beta, refreshInterval, stiffness, kind] of golden.kThr) {
      const threshold = refreshThreshold({ beta, refreshInterval });
      near(threshold.stiffness, stiffness);
      expect(threshold.kind).toBe(kind);
    }
  });

  it('has the oscillation onset and where the approach starts to alternate', () => {
    for (const [beta, refreshInterval, onset, alternating] of golden.onset) {
      const found = oscillationOnset({ beta, refreshInterval });
      near(found.onset, onset);
      near(found.alternating, alternating);
    }
  });

  it('has threshold and onset under an async lag', () => {
    for (const [beta, refreshInterval, asyncLag, stiffness, onset] of golden.asyncLag) {
      near(lagThreshold({ beta, refreshInterval, asyncLag }).stiffness, stiffness, 1e-12);
      near(lagOnset({ beta, refreshInterval, asyncLag }), onset, 1e-12);
    }
  });
});

describe('the table of theory.md §3', () => {
  const intervals = [1, 2, 4, 8, 16, 32, 64];
  it.each([
    [0, [2, 1, 0.5, 0.25, 0.125, 0.0625, 0.03125]],
    [0.5, [6, 2.5, 0.89474, 0.33247, 0.14286, 0.06667, 0.03226]],
    [0.9, [38, 2.11111, 0.73061, 0.33859, 0.18654, 0.12719, 0.04344]],
    [0.95, [78, 2.05263, 0.69641, 0.30946, 0.15571, 0.0884, 0.06059]],
  ])('k_thr at β = %f', (beta, row) => {
    const found = intervals.map((refreshInterval) => refreshThreshold({ beta, refreshInterval }).stiffness);
    expect(found.map((k) => Number(k.toFixed(5)))).toEqual(row);
  });
});

describe('refreshThreshold', () => {
  it('is where the period map reaches the unit circle', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const { stiffness } = refreshThreshold(s);
        expect(periodMap(stiffness, s).spectralRadius).toBeCloseTo(1, 8);
        expect(periodMap(stiffness * 0.99, s).spectralRadius).toBeLessThan(1);
        expect(periodMap(stiffness * 1.01, s).spectralRadius).toBeGreaterThan(1);
      }),
    );
  });

  it('falls monotonically with K', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const next = { ...s, refreshInterval: s.refreshInterval + 1 };
        expect(refreshThreshold(next).stiffness).toBeLessThan(refreshThreshold(s).stiffness);
      }),
    );
  });

  it('keeps its digits where momentum outlives the refresh by far', () => {
    // At K = 2 the brackets reduce to β(1−β), so k_thr = (1+β)/β.
    for (const beta of [0.9, 0.999, 0.999999, 1 - 1e-9])
      near(refreshThreshold({ beta, refreshInterval: 2 }).stiffness, (1 + beta) / beta, 1e-9);
  });

  it.each([
    [{ beta: 1, refreshInterval: 1 }],
    [{ beta: -0.1, refreshInterval: 1 }],
    [{ beta: NaN, refreshInterval: 1 }],
    [{ beta: 0.9, refreshInterval: 0 }],
    [{ beta: 0.9, refreshInterval: 2.5 }],
  ])('refuses %j', (bad) => expect(() => refreshThreshold(bad)).toThrow(RangeError));
});

describe('periodMap', () => {
  it('changes its approach exactly at the onset and at k_up', () => {
    fc.assert(
      fc.property(settings, (s) => {
        const { onset, alternating } = oscillationOnset(s);
        expect(periodMap(onset * 0.999, s).approach).toBe('monotone');
        expect(periodMap(alternating * 1.001, s).approach).toBe('alternating');
        if (alternating > onset * 1.01) expect(periodMap(onset * 1.001, s).approach).toBe('ringing');
      }),
    );
  });

  it('has the period that the exact recursion shows', () => {
    const s = { beta: 0.95, refreshInterval: 8 };
    const { ringPeriod, decayTime } = periodMap(0.1, s);
    const { gap } = recursionPath(0.1, { ...s, asyncLag: 0, biasCorrected: false }, 4000);
    const crossings = [...gap.keys()].filter((t) => t > 0 && gap[t - 1] > 0 && gap[t] <= 0);
    const mean = (crossings[6] - crossings[1]) / 5;
    expect(Math.abs(mean / ringPeriod! - 1)).toBeLessThan(0.03);
    expect(decayTime).toBeGreaterThan(0);
    expect(Math.abs(gap[2000])).toBeLessThan(2 * Math.exp(-2000 / decayTime));
  });
});

describe('the lagged map', () => {
  it('is stable up to its threshold and no further', () => {
    fc.assert(
      fc.property(lagged, (s) => {
        const { stiffness } = lagThreshold(s);
        expect(lagMap(stiffness * 0.999, s).spectralRadius).toBeLessThan(1);
        expect(lagMap(stiffness * 1.001, s).spectralRadius).toBeGreaterThan(1);
        for (const share of [0.1, 0.3, 0.5, 0.7, 0.9])
          expect(lagMap(stiffness * share, s).spectralRadius).toBeLessThan(1);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the exact recursion on both sides of the threshold', () => {
    fc.assert(
      fc.property(lagged, (s) => {
        const { stiffness } = lagThreshold(s);
        const size = (share: number): number => {
          const { gap } = recursionPath(stiffness * share, { ...s, biasCorrected: false }, 6000);
          return (
            Math.max(...gap.subarray(5500).map(Math.abs)) /
            Math.max(...gap.subarray(2500, 3000).map(Math.abs))
          );
        };
        expect(size(0.97)).toBeLessThan(1);
        expect(size(1.03)).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });

  it('never crosses the plateau below its onset, and does above', () => {
    fc.assert(
      fc.property(lagged, (s) => {
        const onset = lagOnset(s);
        const lowest = (k: number): number =>
          recursionPath(k, { ...s, biasCorrected: false }, 8000).gap.reduce((min, x) => Math.min(min, x), 1);
        expect(lowest(onset * 0.99)).toBeGreaterThanOrEqual(-1e-12);
        expect(lowest(onset * 1.1)).toBeLessThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('is the period map where there is no lag', () => {
    const s = { beta: 0.9, refreshInterval: 4, asyncLag: 0 };
    expect(lagMap(0.2, s)).toEqual(periodMap(0.2, s));
    expect(lagThreshold(s)).toEqual(refreshThreshold(s));
  });

  it('refuses a negative or broken lag', () => {
    expect(() => lagThreshold({ beta: 0.9, refreshInterval: 4, asyncLag: -1 })).toThrow(RangeError);
    expect(() => lagThreshold({ beta: 0.9, refreshInterval: 4, asyncLag: 1.5 })).toThrow(RangeError);
  });
});

describe('largestSafeRefreshInterval', () => {
  it.each([
    [0.1, 0, 19],
    [0.1, 0.9, 37],
    [0.02, 0.9, 117],
    [1, 0.9, 3],
    [2.5, 0, null],
    [40, 0.9, null],
  ])('k = %f, β = %f', (k, beta, expected) => {
    expect(largestSafeRefreshInterval(k, beta, 0)).toBe(expected);
  });

  it('is the last stable K of a scan', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom(0, 0.5, 0.9, 0.95),
        fc.integer({ min: 0, max: 12 }),
        (k, beta, asyncLag) => {
          let last: number | null = null;
          for (let K = 1; K <= 100; K++)
            if (k < lagThreshold({ beta, refreshInterval: K, asyncLag }).stiffness) last = K;
          expect(largestSafeRefreshInterval(k, beta, asyncLag)).toBe(last);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses a stiffness that pulls nowhere', () => {
    expect(() => largestSafeRefreshInterval(0, 0.9, 0)).toThrow(RangeError);
  });
});

describe('continuum', () => {
  it('has the rule-of-thumb constants', () => {
    const c = continuumConstants(0.02, { beta: 0.9, refreshInterval: 4, asyncLag: 3 });
    near(c.inertia, 9, 1e-12);
    near(c.damping, 0.9, 1e-12);
    near(c.dampingRatio, 0.9 / (2 * Math.sqrt(0.18)), 1e-12);
    expect(continuumConstants(0.02, { beta: 0, refreshInterval: 1, asyncLag: 0 }).dampingRatio).toBe(
      Infinity,
    );
  });

  it('has the overdamped timescale of the recursion', () => {
    near(overdampedTimescale(0.3), -1 / Math.log(0.7), 1e-14);
    expect(() => overdampedTimescale(1)).toThrow(RangeError);
  });
});
