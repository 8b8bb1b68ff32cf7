import { dampedResponse } from '../../dynamics/dampedResponse';
import { continuumConstants } from '../../dynamics/thresholds/continuum';
import { simulateBandit } from '../simulateBandit';
import { logit, sigmoid } from '../softmax';
import { axisOver } from './axis';
import { atLeast, type Claim } from './claim';
import { fixedPointUnnormalised } from '../fixedPoint';
import type { BanditWorld } from '../banditForce';
import { expectedRun, LEAVE_ONE_OUT } from './restPoint';
import { rSquared } from './statistics';

const CASES = [
  { beta: 0.9, refreshInterval: 1, stiffness: 0.01 },
  { beta: 0.9, refreshInterval: 1, stiffness: 0.05 },
  { beta: 0.9, refreshInterval: 4, stiffness: 0.05 },
  { beta: 0.95, refreshInterval: 4, stiffness: 0.02 },
  { beta: 0.95, refreshInterval: 1, stiffness: 0.1 },
] as const;
const STEPS = 400;
/** A plateau near ½, where p(1−p) is flat: the neighbourhood in which the bandit is linear is widest there. */
const NEAR_HALF: BanditWorld = { thetaRef: -1.8, klWeight: 0.5, rule: LEAVE_ONE_OUT };
const REST = fixedPointUnnormalised(NEAR_HALF.thetaRef, NEAR_HALF.klWeight);
const START = 0.45;
/** The paper's bar is 0.91; near the rest point the closed form must do better. */
const BAR = 0.99;

/** The closed form, with constants from the hyperparameters and nothing fitted, against sampled GRPO near the plateau. */
export function closedFormClaim(): Claim {
  const steps = Float64Array.from({ length: STEPS + 1 }, (_, t) => t);
  const shown = steps.filter((t) => t % 8 === 0);
  const simulated = CASES.map(sampledReward);
  const predicted = CASES.map((settings) => closedForm(settings, steps));
  const names = CASES.map((c) => `β = ${c.beta}, K = ${c.refreshInterval}, k = ${c.stiffness}`);
  return {
    id: 'closed-form',
    title: 'Closed form against sampled GRPO near the plateau',
    method:
      'Predicted: R* − (R*−R₀)φ(t) with m = β/(1−β), γ = 1 − kK/2 and the exact k: nothing is fitted. Measured: one run ' +
      'of sampled GRPO (G = 16, 256 prompts per step) from p = 0.45 to p* = 0.55; R² of the expected reward.',
    rows: CASES.map((_, i) => atLeast(`R² at ${names[i]}`, BAR, rSquared(simulated[i], predicted[i]))),
    chart: {
      x: { label: 'optimizer step', from: 0, to: STEPS },
      y: axisOver('expected reward', simulated),
      series: CASES.flatMap((_, i) => [
        { name: names[i], kind: 'line' as const, hue: i, x: steps, y: predicted[i] },
        {
          name: `sampled, k = ${CASES[i].stiffness}`,
          kind: 'points' as const,
          hue: i,
          x: shown,
          y: shown.map((t) => simulated[i][t]),
        },
      ]),
    },
  };
}

type Case = (typeof CASES)[number];

function sampledReward({ beta, refreshInterval, stiffness }: Case): Float64Array {
  const { theta } = simulateBandit({
    ...expectedRun(0, STEPS),
    world: NEAR_HALF,
    theta0: logit(START),
    learningRate: stiffness / REST.curvature,
    optimizer: { kind: 'momentum', beta },
    refreshInterval,
    groupSize: 16,
    promptsPerStep: 256,
    seed: 9,
  });
  return theta.map(sigmoid);
}

function closedForm(settings: Case, steps: Float64Array): Float64Array {
  const c = continuumConstants(settings.stiffness, { ...settings, asyncLag: 0 });
  return steps.map((t) => REST.p - (REST.p - START) * dampedResponse(t, c.naturalFrequency, c.dampingRatio));
}
