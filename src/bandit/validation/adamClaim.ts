import { fixedPointAt } from '../fixedPoint';
import { gradientStd } from '../banditForce';
import { simulateBandit, type BanditRun } from '../simulateBandit';
import { sigmoid } from '../softmax';
import { axisOver } from './axis';
import { atLeast, withinDistance, withinShare, type Claim, type ClaimRow } from './claim';
import { expectedRun, REST, WORLD } from './restPoint';
import { logSlope, meanOf, meanPath, varianceOf } from './statistics';

const GROUP_SIZES = [8, 16, 32, 64] as const;
const PROMPTS = 8;
const LEARNING_RATE = 0.004;
const ADAM = { kind: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
const STEPS = 800_000;
const WARM_UP = 20_000;

/** What Adam leaves of the laws (theory.md §5b): k ∝ √G, Var ∝ 1/√G, and no slow start from momentum. */
export function adamClaim(): Claim {
  const paths = GROUP_SIZES.map(stationaryPath);
  const rates = paths.map(relaxation);
  const variances = paths.map((theta) => varianceOf(theta.map(sigmoid)));
  const predicted = GROUP_SIZES.map(predictedRate);
  return {
    id: 'adam',
    title: 'Adam: stiffness over group size',
    method:
      `Sampled GRPO with Adam (β₁ 0.9, β₂ 0.999, η = ${LEARNING_RATE}, ${PROMPTS} prompts per step, leave-one-out, no std) at its ` +
      `plateau for ${STEPS.toLocaleString('en')} steps; stiffness and inertia by regressing the change of log-odds on its last ` +
      'change and the gap. Predicted: k = ηκ/σ_g with the exact gradient std σ_g. Slow start: mean of 400 runs from p = 0.8; ' +
      'the first three steps as a share of the fastest (plain momentum would give 0.19).',
    rows: adamRows(predicted, rates, variances),
    chart: {
      x: { label: 'group size G', from: 7, to: 75, log: true },
      y: axisOver('stiffness k, 1/step', [predicted, rates.map((r) => r.stiffness)], true),
      series: [
        { name: 'ηκ/σ_g', kind: 'line', hue: 0, x: GROUP_SIZES, y: predicted },
        { name: 'simulated', kind: 'points', hue: 0, x: GROUP_SIZES, y: rates.map((r) => r.stiffness) },
      ],
    },
  };
}

function adamRows(
  predicted: readonly number[],
  rates: readonly Relaxation[],
  variances: readonly number[],
): ClaimRow[] {
  const stiffness = rates.map((r) => r.stiffness);
  return [
    withinDistance('slope of ln k over ln G', 0.5, logSlope(GROUP_SIZES, stiffness), 0.05),
    withinDistance('slope of ln Var over ln G', -0.5, logSlope(GROUP_SIZES, variances), 0.05),
    ...GROUP_SIZES.map((size, i) => withinShare(`k at G = ${size}`, predicted[i], stiffness[i], 0.05)),
    ...GROUP_SIZES.map((size, i) =>
      withinDistance(`inertia at G = ${size}, steps`, 9, rates[i].inertia, 0.6),
    ),
    atLeast('rate of the first three steps / fastest', 0.9, firstSteps()),
  ];
}

function adamRun(groupSize: number, gap: number, steps: number, seed: number): BanditRun {
  return {
    ...expectedRun(gap, steps),
    learningRate: LEARNING_RATE,
    optimizer: ADAM,
    groupSize,
    promptsPerStep: PROMPTS,
    seed,
  };
}

function stationaryPath(groupSize: number): Float64Array {
  return simulateBandit(adamRun(groupSize, 0, STEPS, groupSize)).theta.subarray(WARM_UP);
}

function predictedRate(groupSize: number): number {
  const { curvature } = fixedPointAt(WORLD, groupSize, 0, 10);
  return (LEARNING_RATE * curvature) / gradientStd(WORLD, REST.theta, groupSize, PROMPTS);
}

interface Relaxation {
  readonly stiffness: number;
  /** β/(1−β) of the fitted recursion, steps. */
  readonly inertia: number;
}

/** Least squares of V_{t+1} = βV_t − (1−β)k x_t: two normal equations. */
function relaxation(theta: Float64Array): Relaxation {
  const middle = meanOf(theta);
  let [vv, vx, xx, nv, nx] = [0, 0, 0, 0, 0];
  for (let t = 1; t + 1 < theta.length; t++) {
    const x = theta[t] - middle;
    const v = theta[t] - theta[t - 1];
    const next = theta[t + 1] - theta[t];
    vv += v * v;
    vx += v * x;
    xx += x * x;
    nv += next * v;
    nx += next * x;
  }
  const determinant = vv * xx - vx * vx;
  const beta = (nv * xx - nx * vx) / determinant;
  const pull = -(nx * vv - nv * vx) / determinant;
  return { stiffness: pull / (1 - beta), inertia: beta / (1 - beta) };
}

function firstSteps(): number {
  const start = REST.theta - Math.log(0.8 / 0.2);
  const theta = meanPath(400, (seed) => simulateBandit(adamRun(16, start, 60, seed)).theta);
  const steps = theta.subarray(1).map((x, t) => x - theta[t]);
  return meanOf(steps.subarray(0, 3)) / Math.max(...steps);
}
