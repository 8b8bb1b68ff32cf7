import { refreshThreshold } from '../../dynamics/thresholds/refreshThreshold';
import { simulateBandit } from '../simulateBandit';
import { axisOver } from './axis';
import { withinShare, type Claim } from './claim';
import { expectedRun, measuredCurvature, REST } from './restPoint';
import { thresholdBetween } from './thresholdBetween';

const INTERVALS = [1, 2, 4, 8, 16, 32, 64] as const;
/** For the drawn line. */
const EVERY = Float64Array.from({ length: 64 }, (_, i) => i + 1);
const CASES = [
  { beta: 0, tolerance: 0.01 },
  { beta: 0.9, tolerance: 0.03 },
] as const;

/** The refresh threshold k_thr(β, K): the stiffness at which a small gap stops shrinking. */
export function thresholdClaim(): Claim {
  const curvature = measuredCurvature();
  const predicted = CASES.map(({ beta }) =>
    INTERVALS.map((refreshInterval) => refreshThreshold({ beta, refreshInterval }).stiffness),
  );
  const lines = CASES.map(({ beta }) =>
    EVERY.map((refreshInterval) => refreshThreshold({ beta, refreshInterval }).stiffness),
  );
  const measured = CASES.map(({ beta }) => INTERVALS.map((K) => measuredThreshold(beta, K, curvature)));
  return {
    id: 'refresh-threshold',
    title: 'Refresh threshold at the measured stiffness',
    method:
      'Predicted: k_thr from the eigenvalues of the refresh-period map (2/K at β = 0). Measured: the expected update from ' +
      'a gap of 1e-4, learning rate bisected between runs whose gap shrinks and runs whose gap grows; the stiffness is ' +
      'the measured curvature (decay of a small gap at β = 0, K = 1) times that rate.',
    rows: CASES.flatMap(({ beta, tolerance }, i) =>
      INTERVALS.map((K, j) =>
        withinShare(`k_thr at β = ${beta}, K = ${K}`, predicted[i][j], measured[i][j], tolerance),
      ),
    ),
    chart: {
      x: { label: 'refresh interval K, optimizer steps', from: 0.9, to: 72, log: true },
      y: axisOver('threshold k_thr, 1/step', [...predicted, ...measured], true),
      series: CASES.flatMap(({ beta }, i) => [
        { name: `β = ${beta}, predicted`, kind: 'line' as const, hue: i, x: EVERY, y: lines[i] },
        { name: `β = ${beta}, simulated`, kind: 'points' as const, hue: i, x: INTERVALS, y: measured[i] },
      ]),
    },
  };
}

function measuredThreshold(beta: number, refreshInterval: number, curvature: number): number {
  const start = 1e-4;
  const steps = 1200 * refreshInterval + 4000;
  const grows = (stiffness: number): boolean => {
    const { theta } = simulateBandit({
      ...expectedRun(start, steps),
      learningRate: stiffness / curvature,
      optimizer: { kind: 'momentum', beta },
      refreshInterval,
    });
    const gap = theta.map((x) => Math.abs(x - REST.theta));
    const largest = (from: number, to: number): number =>
      gap.subarray(Math.floor(from * steps), Math.floor(to * steps)).reduce((max, x) => Math.max(max, x), 0);
    // Far from the rest point a growing gap saturates: a hundredfold gap has grown, whatever it does later.
    return largest(0, 1) > 100 * start || largest(0.75, 1) > largest(0.25, 0.5);
  };
  return thresholdBetween(grows, 1e-3, 60);
}
