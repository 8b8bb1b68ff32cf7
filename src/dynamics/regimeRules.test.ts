import { describe, expect, it } from 'vitest';
import { curveWithNoise } from '../../test/syntheticLog';
import type { CurveName, Fit, FitSet, Interval } from './fit';
import { fitCurves } from './fitCurves';
import { assessRegime, type Regime } from './regime';

const { t, y } = curveWithNoise('exponential', { R0: 0.1, plateau: 0.8, tau: 40 }, 300, 0.05, 5);
const fitted = fitCurves(t, y, { intervals: false });
const range = Math.max(...y) - Math.min(...y);

/** What the rules look at, set by hand; scores are autocorrelated BICs. */
interface Case {
  readonly n?: number;
  readonly effectiveN?: number;
  readonly constant?: number;
  readonly line?: number;
  readonly scores?: Partial<Record<CurveName, number>>;
  readonly zeta?: Interval;
  readonly period?: number;
  readonly atBound?: boolean;
  readonly plateau?: Interval;
}

/** A clear ringing: every rule for `oscillatory` holds, by a little. */
const RINGING: Case = { scores: { oscillator: -6.01 }, zeta: [0.1, 0.99], period: 299 };
/** The exponential is rejected, and by a curve that says nothing of the damping. */
const REJECTED: Case = { scores: { inertial: -7 }, zeta: [0.5, 3] };

function fitsOf(set: Case): FitSet {
  const of = (name: CurveName): Fit | null => {
    const fit = fitted.curves[name];
    return fit === null ? null : changed(name, fit, set);
  };
  const names = Object.keys(fitted.curves) as CurveName[];
  return {
    ...fitted,
    n: set.n ?? fitted.n,
    curves: Object.fromEntries(names.map((name) => [name, of(name)])) as FitSet['curves'],
    constant: { ...fitted.constant, bicAr: set.constant ?? 100 },
    line: { ...fitted.line, bicAr: set.line ?? 100 },
  };
}

function changed(name: CurveName, fit: Fit, set: Case): Fit {
  const plateau = set.plateau ?? ([0.7, 0.9] as const);
  const isOscillator = name === 'oscillator';
  const period = { value: set.period ?? 1000, interval: null };
  return {
    ...fit,
    bicAr: set.scores?.[name] ?? 0,
    atBound: isOscillator && set.atBound === true,
    effectiveN: set.effectiveN ?? 300,
    constants: { ...fit.constants, plateau: 0.8 },
    intervals: isOscillator ? { plateau, zeta: set.zeta ?? [0.5, 3] } : { plateau },
    derived: isOscillator ? { ...fit.derived, period } : fit.derived,
  };
}

describe('the rules of contract 2, in order', () => {
  it.each<[rule: string, set: Case, expected: Regime]>([
    ['19 steps', { n: 19 }, 'too-early'],
    ['20 steps', { n: 20 }, 'overdamped'],
    ['n_eff of p + 2', { effectiveN: 5 }, 'too-early'],
    ['n_eff above p + 2', { effectiveN: 5.1 }, 'overdamped'],
    ['19 steps of a constant', { n: 19, constant: -50 }, 'too-early'],
    ['plateau open above', { plateau: [0.7, null] }, 'too-early'],
    ['plateau open below', { plateau: [null, 0.9] }, 'too-early'],
    ['plateau wider than the rewards', { plateau: [0, 1.01 * range] }, 'too-early'],
    ['plateau as wide as the rewards', { plateau: [0, range] }, 'overdamped'],
    ['open plateau of a ringing', { ...RINGING, plateau: [0.7, null] }, 'too-early'],
    ['a constant wins', { constant: -50 }, 'no-trend'],
    ['a line wins', { line: -50 }, 'no-trend'],
    ['a line wins, plateau open', { line: -50, plateau: [0.7, null] }, 'too-early'],
    ['a constant ties', { constant: 0 }, 'no-trend'],
    ['a constant beats a ringing', { ...RINGING, constant: -50 }, 'no-trend'],
    ['ringing', RINGING, 'oscillatory'],
    ['ringing, ζ up to 1', { ...RINGING, zeta: [0.1, 1] }, 'not-identifiable'],
    ['ringing, ζ open above', { ...RINGING, zeta: [0.1, null] }, 'not-identifiable'],
    ['ringing, ζ open below', { ...RINGING, zeta: [null, 0.9] }, 'oscillatory'],
    ['ringing, less than a period in view', { ...RINGING, period: 299.1 }, 'not-identifiable'],
    ['ringing on the edge of the search', { ...RINGING, atBound: true }, 'not-identifiable'],
    ['ringing inside [.8, 1]', { ...RINGING, zeta: [0.85, 0.99] }, 'oscillatory'],
    ...(['exponential', 'inertial', 'logistic', 'hill'] as const).map((rival): [string, Case, Regime] => [
      `ringing that leads ${rival} by less than 6`,
      { ...RINGING, scores: { exponential: 0, oscillator: -6.01, [rival]: -0.1 } },
      rival === 'exponential' ? 'overdamped' : 'not-identifiable',
    ]),
    ['ζ inside [.8, 1.25]', { zeta: [0.8, 1.25] }, 'critical'],
    ['ζ a little wider below', { ...REJECTED, zeta: [0.79, 1.25] }, 'not-identifiable'],
    ['ζ a little wider above', { ...REJECTED, zeta: [0.8, 1.26] }, 'not-identifiable'],
    ['ζ above 1, exponential rejected', { ...REJECTED, zeta: [1.01, null] }, 'overdamped'],
    ['ζ from 1, exponential rejected', { ...REJECTED, zeta: [1, null] }, 'not-identifiable'],
    ['exponential not rejected', { scores: { inertial: -5.9 } }, 'overdamped'],
    ['exponential rejected', { scores: { inertial: -6 } }, 'not-identifiable'],
    ['nothing known of ζ', { ...REJECTED, zeta: [null, null] }, 'not-identifiable'],
  ])('%s', (_rule, set, expected) => {
    expect(assessRegime(fitsOf(set), t, y).regime).toBe(expected);
  });

  it('counts the scheduled curve as the same limit: a schedule that bends the curve is no slow start', () => {
    const set = fitsOf(REJECTED);
    const { exponential } = set.curves;
    const scheduled: Fit | null =
      exponential === null ? null : { ...exponential, curve: 'scheduled', bicAr: -2 };
    expect(assessRegime(set, t, y).regime).toBe('not-identifiable');
    expect(assessRegime({ ...set, curves: { ...set.curves, scheduled } }, t, y).regime).toBe('overdamped');
  });
});
