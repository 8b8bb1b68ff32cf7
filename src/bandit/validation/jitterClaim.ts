import { refreshThreshold } from '../../dynamics/thresholds/refreshThreshold';
import { stationaryVariance } from '../../dynamics/thresholds/stationaryVariance';
import { groupMoments, type BanditWorld } from '../banditForce';
import { fixedPointUnnormalised } from '../fixedPoint';
import { simulateBandit } from '../simulateBandit';
import { axisOver } from './axis';
import { withinShare, type Claim } from './claim';
import { expectedRun, LEAVE_ONE_OUT } from './restPoint';
import { varianceOf } from './statistics';

const SHARES = [0.1, 0.2, 0.5, 0.8, 0.9, 0.95] as const;
const SETTINGS = { beta: 0.9, refreshInterval: 4 } as const;
const GROUP_SIZE = 16;
const PROMPTS = 32;
const REFRESHES = 20_000;
const WARM_UP = 1000;
/** A plateau near ½, so that swings stay linear while the variance grows. */
const WORLD: BanditWorld = { thetaRef: -2, klWeight: 0.5, rule: LEAVE_ONE_OUT };
const REST = fixedPointUnnormalised(WORLD.thetaRef, WORLD.klWeight);

/** The early warning: jitter grows without bound as the stiffness nears the refresh threshold. */
export function jitterClaim(): Claim {
  const threshold = refreshThreshold(SETTINGS).stiffness;
  const stiffnesses = SHARES.map((share) => share * threshold);
  const predicted = stiffnesses.map(predictedRatio);
  const measured = stiffnesses.map(measuredRatio);
  const grid = Float64Array.from({ length: 97 }, (_, i) => 0.01 + 0.01 * i);
  const line = grid.map((share) => predictedRatio(share * threshold));
  return {
    id: 'jitter-near-threshold',
    title: 'Jitter grows as the refresh threshold nears',
    method:
      `Sampled GRPO at its plateau (momentum ${SETTINGS.beta}, K = ${SETTINGS.refreshInterval}, G = ${GROUP_SIZE}, ${PROMPTS} prompts ` +
      'per step), variance of the log-odds at the refreshes in units of S/2k, the value far below the threshold. Predicted: ' +
      'the fixed point of P = MPMᵀ + N with the refresh-period map M.',
    rows: SHARES.map((share, i) =>
      withinShare(`Var·2k/S at ${share} of k_thr`, predicted[i], measured[i], share > 0.9 ? 0.25 : 0.1),
    ),
    chart: {
      x: { label: 'stiffness as a share of k_thr', from: 0, to: 1 },
      y: axisOver('Var·2k/S', [line, measured], true),
      series: [
        { name: 'predicted', kind: 'line', hue: 0, x: grid, y: line },
        { name: 'simulated', kind: 'points', hue: 0, x: SHARES, y: measured },
      ],
    },
  };
}

function predictedRatio(stiffness: number): number {
  return stationaryVariance(stiffness, SETTINGS, 1) * 2 * stiffness;
}

function measuredRatio(stiffness: number): number {
  const learningRate = stiffness / REST.curvature;
  const K = SETTINGS.refreshInterval;
  const { theta } = simulateBandit({
    ...expectedRun(0, REFRESHES * K),
    world: WORLD,
    theta0: REST.theta,
    learningRate,
    optimizer: { kind: 'momentum', beta: SETTINGS.beta },
    refreshInterval: K,
    groupSize: GROUP_SIZE,
    promptsPerStep: PROMPTS,
    seed: 31,
  });
  const force = groupMoments(REST.p, GROUP_SIZE, WORLD.rule).variance / PROMPTS;
  const atRefresh = theta.filter((_, t) => t % K === 0).subarray(WARM_UP);
  return (varianceOf(atRefresh) * 2 * stiffness) / (learningRate ** 2 * force);
}
