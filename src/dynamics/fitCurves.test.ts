import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVES } from './curves/curveTable';
import { evaluateCurve } from './evaluateCurve';
import type { CurveName, Fit, FitSet } from './fit';
import { fitCurves } from './fitCurves';

const steps = (n: number, stride = 1): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => 5 + i * stride);

/** Deterministic noise, roughly Gaussian. */
function noise(n: number, seed: number): Float64Array {
  let state = seed >>> 0 || 1;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return Float64Array.from({ length: n }, () => {
    let sum = -6;
    for (let k = 0; k < 12; k++) sum += uniform();
    return sum;
  });
}

function curveOn(name: CurveName, constants: Record<string, number>, t: Float64Array): Float64Array {
  return t.map((step) => evaluateCurve(name, constants, step - t[0]));
}

const fitted = (set: FitSet): Fit[] => Object.values(set.curves).filter((fit): fit is Fit => fit !== null);

const KNOWN: [CurveName, Record<string, number>][] = [
  ['exponential', { R0: 0.2, plateau: 0.8, tau: 60 }],
  ['exponential', { R0: 0.9, plateau: -0.3, tau: 7 }],
  ['inertial', { R0: 0.1, plateau: 0.7, omega0: 0.05, zeta: 1.4 }],
  ['inertial', { R0: -2, plateau: 3, omega0: 0.11, zeta: 4 }],
  ['oscillator', { R0: 0.1, plateau: 0.7, omega0: 0.08, zeta: 0.3 }],
  ['oscillator', { R0: 0.5, plateau: 0.4, omega0: 0.6, zeta: 0.07 }],
  ['oscillator', { R0: 0.1, plateau: 0.7, omega0: 0.04, zeta: 0.999 }],
  ['logistic', { R0: 0.1, plateau: 0.9, rate: 0.08, midpoint: 120 }],
  ['logistic', { R0: 0.1, plateau: 0.9, rate: 0.9, midpoint: 33.3 }],
  ['hill', { R0: 0.1, plateau: 0.9, cMid: 80, exponent: 1.6 }],
  ['hill', { R0: 0.1, plateau: 0.9, cMid: 150, exponent: 9 }],
];

describe('fitCurves on noiseless data', () => {
  it.each(KNOWN)('recovers the constants of %s %o', (name, constants) => {
    const t = steps(300);
    const fit = fitCurves(t, curveOn(name, constants, t)).curves[name]!;
    expect(fit.converged).toBe(true);
    for (const [key, value] of Object.entries(constants))
      expect(Math.abs(fit.constants[key] / value - 1), key).toBeLessThan(1e-6);
  });

  it('recovers them from uneven steps and a long log', () => {
    const uneven = Float64Array.from(
      { length: 400 },
      (_, i) => i + 3 * (i % 7) ** 2 + 40 * Math.floor(i / 7),
    );
    const long = steps(10_000);
    const constants = { R0: 0.2, plateau: 0.6, omega0: 0.004, zeta: 0.4 };
    for (const t of [uneven, long]) {
      const fit = fitCurves(t, curveOn('oscillator', constants, t)).curves.oscillator!;
      expect(fit.constants['omega0']).toBeCloseTo(0.004, 9);
      expect(fit.constants['zeta']).toBeCloseTo(0.4, 7);
    }
  });
});

/** A noisy curve of any kind, on any clock. */
const noisyLog = fc
  .record({
    known: fc.constantFrom(...KNOWN),
    n: fc.integer({ min: 8, max: 260 }),
    stride: fc.constantFrom(1, 5, 0.25),
    seed: fc.integer({ min: 1, max: 1e6 }),
    sigma: fc.constantFrom(0.01, 0.1, 1),
  })
  .map(({ known: [name, constants], n, stride, seed, sigma }) => {
    const t = steps(n, stride);
    const e = noise(n, seed);
    return { t, y: curveOn(name, constants, t).map((value, i) => value + sigma * e[i]) };
  });

describe('fitCurves on noisy data', () => {
  it('is never worse than a constant, and nested curves never than what they contain', () => {
    fc.assert(
      fc.property(noisyLog, ({ t, y }) => {
        const set = fitCurves(t, y);
        for (const fit of fitted(set)) {
          expect(fit.sse).toBeLessThanOrEqual(set.constant.sse * (1 + 1e-12));
          expect(fit.r2).toBeGreaterThanOrEqual(-1e-12);
        }
        const { exponential, inertial, oscillator } = set.curves;
        expect(oscillator!.sse).toBeLessThanOrEqual(inertial!.sse * (1 + 1e-12));
        // ζ stops at 100, so the exponential is contained only to about 1 part in 10⁴ of the rise, unless it is fast.
        if (exponential!.constants['tau'] > 20)
          expect(inertial!.sse).toBeLessThanOrEqual(exponential!.sse + 1e-3 * set.constant.sse);
        expect(set.line.sse).toBeLessThanOrEqual(set.constant.sse * (1 + 1e-12));
      }),
      { numRuns: 12 },
    );
  });

  it('does not depend on the units of reward and time', () => {
    fc.assert(
      fc.property(
        noisyLog,
        fc.constantFrom(1e-6, -3, 1e9),
        fc.constantFrom(0, -5, 7),
        fc.constantFrom(4, 64),
        ({ t, y }, factor, shift, slower) => {
          const plain = fitCurves(t, y);
          const moved = fitCurves(
            t,
            y.map((value) => factor * (value + shift)),
          );
          for (const fit of fitted(plain)) {
            const other = moved.curves[fit.curve]!;
            expect(other.sse / (factor * factor * fit.sse)).toBeCloseTo(1, 4);
            expect(other.bicAr! - moved.constant.bicAr!).toBeCloseTo(fit.bicAr! - plain.constant.bicAr!, 0);
          }
          // Only below 1000 strides in view does the box scale with time.
          const slow = fitCurves(
            t.map((step) => step * slower),
            y,
          );
          for (const name of ['logistic', 'hill'] as const)
            expect(slow.curves[name]!.sse / plain.curves[name]!.sse).toBeCloseTo(1, 4);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('fitCurves without intervals', () => {
  it('gives the same best values and nothing else', () => {
    const t = steps(200);
    const y = t.map((step, i) => 0.8 - 0.6 * Math.exp(-step / 40) + 0.02 * noise(200, 3)[i]);
    const whole = fitCurves(t, y);
    const quick = fitCurves(t, y, { intervals: false });
    for (const { name } of CURVES) {
      expect(quick.curves[name]).toMatchObject({
        constants: whole.curves[name]!.constants,
        sse: whole.curves[name]!.sse,
        bicAr: whole.curves[name]!.bicAr,
        intervals: {},
      });
      expect(Object.keys(whole.curves[name]!.intervals)).not.toHaveLength(0);
    }
  });
});

describe('fitCurves on what is hardly data', () => {
  const odd: [string, number[], number[]][] = [
    ['nothing', [], []],
    ['one row', [7], [0.5]],
    ['two rows', [0, 1], [0.5, 0.7]],
    ['three rows', [0, 1, 2], [0.5, 0.7, 0.1]],
    ['four rows', [0, 1, 2, 3], [0.5, 0.7, 0.1, 0.3]],
    ['five rows, a spike', [0, 1, 2, 3, 4], [0, 0, 0, 0, 1]],
    ['a constant', [0, 1, 2, 3, 4, 5, 6, 7], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]],
    ['not numbers', [0, 1, NaN, 3, 4, 5], [1, NaN, 2, Infinity, 3, 4]],
    ['unordered and repeated steps', [3, 1, 1, 2, 9, 5, 5, 4], [1, 2, 3, 4, 5, 6, 7, 8]],
    ['all rows at one step', [2, 2, 2, 2, 2, 2], [1, 2, 3, 4, 5, 6]],
    ['huge rewards', [0, 1, 2, 3, 4, 5], [1e200, 2e200, 3e200, 3e200, 3e200, 4e200]],
    ['the largest rewards', [0, 1, 2, 3, 4, 5], [1.7e308, -1.7e308, 1.7e308, 0, 1, 2]],
    ['tiny rewards', [0, 1, 2, 3, 4, 5], [1e-200, 2e-200, 3e-200, 3e-200, 3e-200, 4e-200]],
    ['tiny changes on a large level', [0, 1, 2, 3, 4, 5], [1e9, 1e9 + 1e-6, 1e9, 1e9, 1e9 + 1e-6, 1e9]],
    ['a step in one place', [0, 1, 2, 3, 4, 5, 6, 7], [0, 0, 0, 0, 1, 1, 1, 1]],
    ['very uneven steps', [0, 1, 2, 1e6, 1e6 + 1, 1e12], [0, 1, 2, 3, 4, 5]],
  ];

  it.each(odd)('never throws and never gives a number that is not one: %s', (_what, t, y) => {
    const set = fitCurves(Float64Array.from(t), Float64Array.from(y));
    // The points as they are searched hold ln 0 for the first time.
    const numbers = JSON.stringify({ ...set, sample: null }, (_key, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? `NOT A NUMBER ${value}` : value,
    );
    expect(numbers).not.toContain('NOT A NUMBER');
    const isMissing = CURVES.some((curve) => set.curves[curve.name] === null);
    const isSaid = set.notes.some((note) => /no curve|no finite|points do not determine/.test(note));
    expect(isSaid).toBe(isMissing);
  });

  it('says that a constant reward is constant', () => {
    const set = fitCurves(steps(50), new Float64Array(50).fill(0.1));
    expect(set.constant).toEqual({ sse: 0, bic: null, bicAr: null });
    expect(set.noiseCeiling).toBeNull();
    expect(set.notes.join(' ')).toContain('constant');
  });

  it('fits a straight line for comparison', () => {
    const t = steps(40, 5);
    const { line } = fitCurves(
      t,
      t.map((step) => 2 + 0.25 * (step - t[0])),
    );
    expect(line.intercept).toBeCloseTo(2, 10);
    expect(line.slope).toBeCloseTo(0.25, 12);
  });
});
