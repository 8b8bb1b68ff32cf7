import { stationaryJitter } from '../../dynamics/thresholds/stationaryVariance';
import { groupMoments } from '../banditForce';
import { simulateBandit } from '../simulateBandit';
import { sigmoid } from '../softmax';
import { axisOver } from './axis';
import { withinDistance, withinShare, type Claim } from './claim';
import { expectedRun, REST, WORLD } from './restPoint';
import { logSlope, varianceOf } from './statistics';

const GROUP_SIZES = [8, 16, 32, 64, 128] as const;
const STIFFNESS = 0.0191;
const BETA = 0.9;
const PROMPTS = 4;
const STEPS = 600_000;
const WARM_UP = 5000;

/** The jitter around the plateau: AR(2) in level, 1/G in group size. */
export function varianceClaim(): Claim {
  const predicted = GROUP_SIZES.map(predictedVariance);
  const measured = GROUP_SIZES.map(measuredVariance);
  return {
    id: 'variance-over-group-size',
    title: 'Jitter around the plateau over group size',
    method:
      `Sampled GRPO (leave-one-out, no std, momentum ${BETA}, k = ${STIFFNESS}, p* = 0.85, ${PROMPTS} prompts per step), ` +
      `variance of the policy's expected reward over ${STEPS.toLocaleString('en')} steps. Predicted: Var ∝ 1/G, and the ` +
      'level from the AR(2) formula with the exact variance of a group’s force.',
    rows: [
      withinDistance('slope of ln Var over ln G', -1, logSlope(GROUP_SIZES, measured), 0.05),
      ...GROUP_SIZES.map((size, i) => withinShare(`Var(R) at G = ${size}`, predicted[i], measured[i], 0.06)),
    ],
    chart: {
      x: { label: 'group size G', from: 7, to: 150, log: true },
      y: axisOver('Var(R)', [predicted, measured], true),
      series: [
        { name: 'AR(2) prediction', kind: 'line', hue: 0, x: GROUP_SIZES, y: predicted },
        { name: 'simulated', kind: 'points', hue: 0, x: GROUP_SIZES, y: measured },
      ],
    },
  };
}

/** AR(2) with S = (η dR/dθ)² × variance of one step's force. */
function predictedVariance(groupSize: number): number {
  const force = groupMoments(REST.p, groupSize, WORLD.rule).variance / PROMPTS;
  const slope = REST.p * (1 - REST.p);
  const learningRate = STIFFNESS / REST.curvature;
  return stationaryJitter(STIFFNESS, BETA, (learningRate * slope) ** 2 * force).variance;
}

function measuredVariance(groupSize: number): number {
  const { theta } = simulateBandit({
    ...expectedRun(0, STEPS),
    learningRate: STIFFNESS / REST.curvature,
    optimizer: { kind: 'momentum', beta: BETA },
    groupSize,
    promptsPerStep: PROMPTS,
    seed: 100 + groupSize,
  });
  return varianceOf(theta.subarray(WARM_UP).map(sigmoid));
}
