import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, fixed, ONE, oscillation, over, times, toNumber } from '../../test/fixedPoint';
import { oscillator } from './curves/curveTable';
import { dampedResponse, fillDampedResponse } from './dampedResponse';
import { evaluateCurve } from './evaluateCurve';
import { inflectionTime } from './inflectionTime';
import { overshoot } from './overshoot';
import { riseTime95 } from './riseTime95';

const ALLOWED = 1e-9;
const RUNS = { numRuns: 150 };

const log = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
/** Damping ratios from ringing to creeping, and as close to 1 as doubles go. */
const zetas = fc.oneof(
  log(1e-3, 1e3),
  log(0.5, 2),
  fc.tuple(log(1e-16, 1e-2), fc.constantFrom(-1, 1)).map(([away, side]) => 1 + side * away),
);
const omegas = log(1e-6, 3);

/** The slower of the two rates over ω₀, from the characteristic equation. */
const slowRate = (zeta: number): number => (zeta < 1 ? zeta : 1 / (zeta + Math.sqrt(zeta * zeta - 1)));

/** A phase ω₀t at which the gap is still above e⁻³⁰⁰ of itself, from far below one to many timescales. */
const phases = zetas.chain((zeta) =>
  log(1e-9, Math.min(1e5, 300 / slowRate(zeta))).map((u) => [zeta, u] as const),
);

/** How far a time is off where `value` should vanish, as a share of the time. */
const offBy = (value: bigint, slope: bigint, u: bigint): number =>
  Math.abs(toNumber(over(over(value, slope), u)));

const close = (value: number, expected: number, scale = Math.abs(expected)): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(ALLOWED * scale);

describe('the damped oscillator against its equation of motion in 1400-bit arithmetic', () => {
  it('φ and its derivatives by both constants', () => {
    fc.assert(
      fc.property(phases, omegas, ([zeta, u], omega0) => {
        const t = u / omega0;
        const exactU = times(fixed(t), fixed(omega0));
        const z = fixed(zeta);
        const { phi, slope } = oscillation(exactU, z);
        const [value, byOmega, byZeta] = Array.from({ length: 3 }, () => new Float64Array(1));
        fillDampedResponse(Float64Array.of(t), omega0, zeta, value, byOmega, byZeta);
        // A ringing passes through 0, where only its envelope has a size.
        const envelope = zeta < 1 ? Math.exp(-zeta * u) * (1 + Math.min(u, 1 / Math.sqrt(1 - zeta))) : 0;
        close(value[0], toNumber(phi), Math.max(envelope, Math.abs(toNumber(phi))));
        expect(dampedResponse(t, omega0, zeta)).toBeCloseTo(value[0], 14);
        const perOmega = toNumber(times(exactU, slope));
        close(byOmega[0], perOmega, Math.max(envelope * u, Math.abs(perOmega)));
        const nudge = z >> 300n;
        const difference = oscillation(exactU, z + nudge).phi - oscillation(exactU, z - nudge).phi;
        const perZeta = toNumber(over(times(difference, z), 2n * nudge));
        close(byZeta[0], perZeta, Math.max(envelope * u * zeta, Math.abs(perZeta)) + Number.MIN_VALUE);
      }),
      RUNS,
    );
  });

  it('the time of fastest improvement: there φ″ vanishes', () => {
    fc.assert(
      fc.property(zetas, (zeta) => {
        const u = fixed(inflectionTime(1, zeta));
        const z = fixed(zeta);
        const { phi, slope } = oscillation(u, z);
        const second = -phi - 2n * times(z, slope);
        const third = -slope - 2n * times(z, second);
        expect(offBy(second, third, u)).toBeLessThan(ALLOWED);
      }),
      RUNS,
    );
  });

  it('the time to 95 % of the rise: there φ first is 0.05', () => {
    fc.assert(
      fc.property(zetas, (zeta) => {
        const u = riseTime95(1, zeta);
        const { phi, slope } = oscillation(fixed(u), fixed(zeta));
        expect(offBy(phi - ONE / 20n, slope, fixed(u))).toBeLessThan(ALLOWED);
        if (zeta < 1) expect(u).toBeLessThan(Math.PI / Math.sqrt((1 - zeta) * (1 + zeta)));
      }),
      RUNS,
    );
  });

  it('overshoot and period: half a period from rest the curve turns, that far past the plateau', () => {
    fc.assert(
      fc.property(log(1e-3, 0.999), (zeta) => {
        const { period } = oscillator.derived([0, Math.log(zeta)]);
        const { phi, slope } = oscillation(fixed(period! / 2), fixed(zeta));
        expect(offBy(slope, -phi, fixed(period! / 2))).toBeLessThan(ALLOWED);
        close(overshoot(zeta), -toNumber(phi));
      }),
      RUNS,
    );
  });

  it('the timescale: in that time the slowest mode, or a whole number of swings’ envelope, falls by e', () => {
    fc.assert(
      fc.property(fc.oneof(log(0.05, 0.9), log(1.01, 300)), (zeta) => {
        const { timescale, period } = oscillator.derived([0, Math.log(zeta)]);
        const later = period ?? timescale!;
        const from = period ?? 60 * timescale!;
        const z = fixed(zeta);
        const ratio = over(oscillation(fixed(from + later), z).phi, oscillation(fixed(from), z).phi);
        close(toNumber(ratio), Math.exp(-later / timescale!));
      }),
      RUNS,
    );
  });

  it('is finite for any steps that a log may hold and any damping', () => {
    fc.assert(
      fc.property(log(1e-300, 1e155), log(1e-12, 1e12), (u, zeta) => {
        const out = Array.from({ length: 3 }, () => new Float64Array(1));
        fillDampedResponse(Float64Array.of(u), 1, zeta, out[0], out[1], out[2]);
        for (const [value] of out) expect(Number.isNaN(value)).toBe(false);
        for (const value of [inflectionTime(1, zeta), riseTime95(1, zeta), overshoot(zeta)])
          expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('the other curves in the same arithmetic', () => {
  const steps = fc.integer({ min: 0, max: 100_000 });

  it('exponential', () => {
    fc.assert(
      fc.property(steps, log(0.3, 1e6), (t, tau) => {
        fc.pre(t / tau < 600);
        const expected = toNumber(exp(-over(fixed(t), fixed(tau))));
        close(evaluateCurve('exponential', { R0: 1, plateau: 0, tau }, t), expected);
      }),
      RUNS,
    );
  });

  it('logistic', () => {
    fc.assert(
      fc.property(steps, log(1e-6, 3), fc.integer({ min: -1e5, max: 1e5 }), (t, rate, midpoint) => {
        fc.pre(Math.abs(rate * (t - midpoint)) < 600);
        const remains = over(ONE, ONE + exp(times(fixed(rate), fixed(t - midpoint))));
        close(evaluateCurve('logistic', { R0: 1, plateau: 0, rate, midpoint }, t), toNumber(remains));
        close(evaluateCurve('logistic', { R0: 0, plateau: 1, rate, midpoint }, t), toNumber(ONE - remains));
      }),
      RUNS,
    );
  });

  it('Hill, at whole exponents', () => {
    const exponents = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), log(1, 1e5), exponents, (t, cMid, exponent) => {
        const [above, below] = [fixed(t) ** BigInt(exponent), fixed(cMid) ** BigInt(exponent)];
        close(
          evaluateCurve('hill', { R0: 1, plateau: 0, cMid, exponent }, t),
          toNumber(over(below, above + below)),
        );
        close(
          evaluateCurve('hill', { R0: 0, plateau: 1, cMid, exponent }, t),
          toNumber(over(above, above + below)),
        );
      }),
      RUNS,
    );
  });
});
