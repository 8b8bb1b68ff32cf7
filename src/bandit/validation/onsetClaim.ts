import { oscillationOnset } from '../../dynamics/thresholds/oscillationOnset';
import { simulateBandit } from '../simulateBandit';
import { axisOver } from './axis';
import { withinShare, type Claim } from './claim';
import { expectedRun, measuredCurvature, REST } from './restPoint';
import { thresholdBetween } from './thresholdBetween';

const BETAS = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] as const;
const INTERVALS = [1, 4, 16] as const;
const TOLERANCE = 0.02;
/** A crossing smaller than this share of the initial gap cannot be told from rounding. */
const SMALLEST_CROSSING = 1e-12;

/** The oscillation onset k_osc(β, K): the stiffness from which a run from rest crosses its plateau. */
export function onsetClaim(): Claim {
  const curvature = measuredCurvature();
  const measured = INTERVALS.map((K) => BETAS.map((beta) => measuredOnset(beta, K, curvature)));
  const rows = INTERVALS.flatMap((refreshInterval, i) =>
    BETAS.map((beta, j) => {
      const { onset } = oscillationOnset({ beta, refreshInterval });
      return withinShare(`k_osc at β = ${beta}, K = ${refreshInterval}`, onset, measured[i][j], TOLERANCE);
    }),
  );
  const grid = Float64Array.from({ length: 140 }, (_, i) => 0.28 + (0.705 * i) / 139);
  const predicted = INTERVALS.map((refreshInterval) =>
    grid.map((beta) => oscillationOnset({ beta, refreshInterval }).onset),
  );
  return {
    id: 'oscillation-onset',
    title: 'Oscillation onset over momentum',
    method:
      'Predicted: k_osc = (1−β^K)/(√K+√s)². Measured: the expected update of the bandit from 0.05 below its plateau, ' +
      'learning rate bisected between runs that cross the plateau and runs that never do; stiffness is the measured ' +
      'curvature times that rate. A crossing too small for double precision is missed, so the measured onset is about 1 % late.',
    rows,
    chart: {
      x: { label: 'momentum β', from: 0.25, to: 1 },
      y: axisOver('onset k_osc, 1/step', [...predicted, ...measured], true),
      series: INTERVALS.flatMap((K, i) => [
        { name: `K = ${K}, predicted`, kind: 'line' as const, hue: i, x: grid, y: predicted[i] },
        { name: `K = ${K}, simulated`, kind: 'points' as const, hue: i, x: BETAS, y: measured[i] },
      ]),
    },
  };
}

function measuredOnset(beta: number, refreshInterval: number, curvature: number): number {
  const gap = 0.05;
  const crosses = (stiffness: number): boolean => {
    const { theta } = simulateBandit({
      ...expectedRun(gap, 6000),
      learningRate: stiffness / curvature,
      optimizer: { kind: 'momentum', beta },
      refreshInterval,
    });
    return theta.some((x) => x - REST.theta > SMALLEST_CROSSING * gap);
  };
  return thresholdBetween(crosses, 1e-4, 0.9);
}
