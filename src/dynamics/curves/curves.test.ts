import { describe, expect, it } from 'vitest';
import { timesOf } from '../times';
import type { Curve } from './curve';
import { CURVES, oscillator } from './curveTable';

const TIMES = timesOf(Float64Array.of(0, 1e-3, 0.5, 1, 3, 10, 40, 137, 400, 1000));

/** Shapes as constants: the middle of the box and its corners, through ζ = 1. */
const SHAPES: [string, Record<string, number>][] = [
  ['exponential', { tau: 30 }],
  ['exponential', { tau: 5000 }],
  ['inertial', { omega0: 0.02, zeta: 1 }],
  ['inertial', { omega0: 0.02, zeta: 1 + 1e-9 }],
  ['inertial', { omega0: 0.3, zeta: 1.0001 }],
  ['inertial', { omega0: 1, zeta: 60 }],
  ['oscillator', { omega0: 0.02, zeta: 0.3 }],
  ['oscillator', { omega0: 2.5, zeta: 0.05 }],
  ['oscillator', { omega0: 0.02, zeta: 1 - 1e-9 }],
  ['oscillator', { omega0: 1e-4, zeta: 0.7 }],
  ['logistic', { rate: 0.02, midpoint: 300 }],
  ['logistic', { rate: 0.3, midpoint: -1000 }],
  ['logistic', { rate: 0.3, midpoint: 1500 }],
  ['hill', { cMid: 100, exponent: 0.5 }],
  ['hill', { cMid: 1, exponent: 20 }],
  ['hill', { cMid: 5000, exponent: 3 }],
];

function filled(curve: Curve, shape: readonly number[]): { phi: Float64Array; slopes: Float64Array[] } {
  const phi = new Float64Array(TIMES.t.length);
  const slopes = shape.map(() => new Float64Array(TIMES.t.length));
  curve.fill(TIMES, shape, phi, slopes);
  return { phi, slopes };
}

describe.each(SHAPES)('%s %o', (name, constants) => {
  const curve = CURVES.find((candidate) => candidate.name === name)!;
  const shape = curve.shape(constants);

  it('has the derivatives of its values', () => {
    const { slopes } = filled(curve, shape);
    shape.forEach((value, k) => {
      const h = 1e-5 * Math.max(1, Math.abs(value) / 100);
      const at = (shift: number): Float64Array =>
        filled(
          curve,
          shape.map((x, j) => (j === k ? x + shift : x)),
        ).phi;
      const [far, near, back, further] = [at(2 * h), at(h), at(-h), at(-2 * h)];
      slopes[k].forEach((slope, i) => {
        const difference = (8 * (near[i] - back[i]) - (far[i] - further[i])) / (12 * h);
        const size = Math.max(1e-3, ...slopes[k].map(Math.abs));
        expect(Math.abs(slope - difference) / size, `constant ${k}, t = ${TIMES.t[i]}`).toBeLessThan(1e-7);
      });
    });
  });

  it('gives the same values with and without derivatives, and its constants back', () => {
    const { phi } = filled(curve, shape);
    const alone = new Float64Array(phi.length);
    curve.fill(TIMES, shape, alone, null);
    phi.forEach((value, i) => expect(value).toBeCloseTo(alone[i], 14));
    const named = curve.constants({ R0: 1, plateau: 2 }, shape);
    for (const [key, value] of Object.entries(constants)) expect(named[key] / value).toBeCloseTo(1, 12);
    expect(named).toMatchObject({ R0: 1, plateau: 2 });
  });
});

describe('what the oscillator’s constants mean', () => {
  const derived = (omega0: number, zeta: number): ReturnType<Curve['derived']> =>
    oscillator.derived([Math.log(omega0), Math.log(zeta)]);

  it('is the exponential’s at heavy damping: timescale 2ζ/ω₀, stiffness its inverse', () => {
    const { timescale, stiffness, riseTime95, overshoot, period } = derived(0.1, 50);
    expect(timescale! / 1000).toBeCloseTo(1, 3);
    expect(stiffness).toBeCloseTo(1 / 1000, 12);
    expect(riseTime95! / (1000 * Math.log(20))).toBeCloseTo(1, 3);
    expect(overshoot).toBe(0);
    expect(period).toBeUndefined();
  });

  it('is continuous through critical damping', () => {
    const below = derived(0.1, 1 - 1e-7);
    const above = derived(0.1, 1 + 1e-7);
    for (const key of ['timescale', 'riseTime95', 'slowStart', 'stiffness', 'inertia'] as const)
      expect(below[key]! / above[key]!, key).toBeCloseTo(1, 3);
  });
});
