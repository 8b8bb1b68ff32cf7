import { evaluateCurve } from '../../../src/dynamics/evaluateCurve';
import type { Fit, FitSet, Interval } from '../../../src/dynamics/fit';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { modelBand } from '../../../src/dynamics/modelBand';
import { assessRegime } from '../../../src/dynamics/regime';
import { curveWithNoise } from '../../syntheticLog';
import { NOISE, seedOf, SIGMA, truthOf, type Cell, type Truth } from './cells';
import { naiveInterval } from './naiveInterval';

/** What one simulated log gave: which intervals and bands held the truth (null intervals only where too early). */
export interface CoveredRun {
  /** The Report's plateau, the free oscillator's, and naive least squares'. */
  readonly plateau: boolean;
  readonly oscillatorPlateau: boolean;
  readonly naive: boolean;
  /** The free oscillator's other constants and what follows from them. */
  readonly R0: boolean;
  readonly omega0: boolean;
  readonly zetaCovered: boolean;
  readonly stiffness: boolean;
  readonly timescale: boolean;
  readonly riseTime95: boolean;
  /** The Report's confidence band at the first, the middle and the last step. */
  readonly bandStart: boolean;
  readonly bandMiddle: boolean;
  readonly bandEnd: boolean;
  /** Share of rows of a fresh log that the Report's prediction band holds: at first, middle and last step, and beyond. */
  readonly rows: number;
  readonly tooEarly: boolean;
  readonly noInterval: boolean;
  readonly openEnd: boolean;
  /** Of the Report's plateau interval, reward units; null where it is open. */
  readonly width: number | null;
}

/**
 * Simulate and fit one log of a cell. Every run counts: an open end covers its side, a missing interval is a miss unless
 * the regime is `too-early`.
 */
export function coverRun(where: Cell, run: number): CoveredRun {
  const truth = truthOf(where);
  const { t, y } = simulate(where, truth, where.n, seedOf(where, run));
  const fits = fitCurves(t, y);
  const { regime, plateau, mechanism } = assessRegime(fits, t, y);
  const fit = fits.curves.oscillator!;
  const tooEarly = regime === 'too-early';
  const within = (interval: Interval | null | undefined, value: number): boolean =>
    interval === null || interval === undefined ? tooEarly : holds(interval, value);
  const range = plateau?.interval ?? null;
  const ofFit = (name: 'R0' | 'plateau' | 'omega0' | 'zeta'): boolean =>
    within(fit.intervals[name], truth.constants[name]);
  return {
    plateau: within(range, truth.constants.plateau),
    oscillatorPlateau: ofFit('plateau'),
    naive: holds(naiveInterval(fit, t, y), truth.constants.plateau),
    R0: ofFit('R0'),
    omega0: ofFit('omega0'),
    zetaCovered: ofFit('zeta'),
    stiffness: within(fit.derived.stiffness?.interval, truth.stiffness),
    timescale: within(fit.derived.timescale?.interval, truth.timescale),
    riseTime95: within(fit.derived.riseTime95?.interval, truth.riseTime95),
    ...bandsOf(fits, mechanism === null ? null : fits.curves[mechanism], where, truth, run, tooEarly),
    tooEarly,
    noInterval: range === null,
    openEnd: range?.includes(null) === true,
    width: range === null || range[0] === null || range[1] === null ? null : range[1] - range[0],
  };
}

function bandsOf(
  fits: FitSet,
  fit: Fit | null,
  where: Cell,
  truth: Truth,
  run: number,
  tooEarly: boolean,
): Pick<CoveredRun, 'bandStart' | 'bandMiddle' | 'bandEnd' | 'rows'> {
  const last = where.n - 1;
  const at = Float64Array.of(0, last >> 1, last, Math.round(1.25 * last));
  const { band, row } = fit === null ? { band: null, row: null } : modelBand(fits, fit, at);
  const fresh = simulate(where, truth, at[3] + 1, seedOf(where, run, 1)).y;
  const curveHeld = [...at].map((step, i) =>
    band === null
      ? tooEarly
      : holds([band.low[i], band.high[i]], evaluateCurve('oscillator', truth.constants, step)),
  );
  const rowHeld = [...at].map((step, i) =>
    row === null ? tooEarly : holds([row.low[i], row.high[i]], fresh[step]),
  );
  return {
    bandStart: curveHeld[0],
    bandMiddle: curveHeld[1],
    bandEnd: curveHeld[2],
    rows: rowHeld.filter(Boolean).length / rowHeld.length,
  };
}

function simulate(
  where: Cell,
  truth: Truth,
  n: number,
  seed: number,
): { readonly t: Float64Array; readonly y: Float64Array } {
  const { coefficients, sampling } = NOISE[where.noise];
  return curveWithNoise('oscillator', truth.constants, n, SIGMA, seed, coefficients, sampling);
}

function holds([low, high]: Interval, value: number): boolean {
  return (low === null || low <= value) && (high === null || value <= high);
}
