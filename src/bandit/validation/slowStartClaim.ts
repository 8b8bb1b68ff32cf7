import { evaluateCurve } from '../../dynamics/evaluateCurve';
import { fitCurves } from '../../dynamics/fitCurves';
import { simulateBandit } from '../simulateBandit';
import { logit, sigmoid } from '../softmax';
import { axisOver } from './axis';
import { withinDistance, withinShare, type Claim } from './claim';
import { expectedRun, REST } from './restPoint';

const BETAS = [0, 0.5, 0.9] as const;
const STIFFNESSES = [0.01, 0.02] as const;
const START = 0.05;
/** theory.md §1: measured there for this bandit, from p = 0.05 to p* = 0.85. */
const SHAPE_SHARE = 0.32;
/** Timescales in view. */
const SPAN = 15;

/** The slow start that a bounded reward has without any momentum, and what a fit makes of it. */
export function slowStartClaim(): Claim {
  const fits = STIFFNESSES.flatMap((stiffness) => BETAS.map((beta) => fitted(beta, stiffness)));
  return {
    id: 'slow-start-without-momentum',
    title: 'Slow start at zero momentum',
    method:
      'The expected update from p = 0.05 to p* = 0.85, fitted by the free oscillator. Predicted: inertia m/γ = 0.32/k + ' +
      'β/(1−β), of which only the second part is momentum, and ζ ≈ 0.84 at zero momentum although that curve never ' +
      'crosses its plateau: fitted inertia is the length of the slow start, and ζ < 1 alone is no ringing.',
    rows: [
      ...fits.map((fit) =>
        withinShare(
          `m/γ at β = ${fit.beta}, k = ${fit.stiffness}, steps`,
          SHAPE_SHARE / fit.stiffness + fit.beta / (1 - fit.beta),
          fit.inertia,
          0.05,
        ),
      ),
      ...fits
        .filter((fit) => fit.beta === 0)
        .flatMap((fit) => [
          withinDistance(`ζ at β = 0, k = ${fit.stiffness}`, 0.84, fit.zeta, 0.03),
          withinDistance(`overshoot at β = 0, k = ${fit.stiffness}`, 0, fit.overshoot, 1e-9),
        ]),
    ],
    chart: slowStartChart(fits.filter((fit) => fit.stiffness === STIFFNESSES[1])),
  };
}

function slowStartChart(fits: readonly FittedRun[]): Claim['chart'] {
  const steps = Float64Array.from({ length: 401 }, (_, t) => t);
  const shown = steps.filter((t) => t % 10 === 0);
  return {
    x: { label: 'optimizer step', from: 0, to: 400 },
    y: axisOver(
      'expected reward',
      fits.flatMap((fit) => [fit.reward, steps.map(fit.curve)]),
    ),
    series: fits.flatMap((fit, hue) => [
      { name: `fit, β = ${fit.beta}`, kind: 'line' as const, hue, x: steps, y: steps.map(fit.curve) },
      {
        name: `simulated, β = ${fit.beta}`,
        kind: 'points' as const,
        hue,
        x: shown,
        y: shown.map((t) => fit.reward[t]),
      },
    ]),
  };
}

interface FittedRun {
  readonly beta: number;
  readonly stiffness: number;
  readonly reward: Float64Array;
  /** The fitted oscillator's reward at step t. */
  readonly curve: (t: number) => number;
  readonly zeta: number;
  /** m/γ = 1/(2ζω₀), steps. */
  readonly inertia: number;
  /** How far the reward went beyond its plateau. */
  readonly overshoot: number;
}

function fitted(beta: number, stiffness: number): FittedRun {
  const steps = Math.round(SPAN / stiffness);
  const { theta } = simulateBandit({
    ...expectedRun(REST.theta - logit(START), steps),
    learningRate: stiffness / REST.curvature,
    optimizer: { kind: 'momentum', beta },
  });
  const reward = theta.map(sigmoid);
  const fit = fitCurves(
    Float64Array.from(reward, (_, t) => t),
    reward,
  ).curves.oscillator;
  if (fit === null) throw new Error('the oscillator could not be fitted');
  const { zeta, omega0 } = fit.constants;
  const overshoot = Math.max(0, Math.max(...reward) - REST.p);
  const curve = (t: number): number => evaluateCurve('oscillator', fit.constants, t);
  return { beta, stiffness, reward, curve, zeta, inertia: 1 / (2 * zeta * omega0), overshoot };
}
