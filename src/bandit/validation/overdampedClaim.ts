import { overdampedTimescale } from '../../dynamics/thresholds/continuum';
import { simulateBandit } from '../simulateBandit';
import { axisOver } from './axis';
import { withinShare, type Claim } from './claim';
import { expectedRun, measuredCurvature, REST } from './restPoint';

const STIFFNESSES = [0.005, 0.02, 0.1, 0.3, 0.6] as const;
const TOLERANCE = 0.01;

/** The overdamped limit: without momentum the approach is a single exponential of τ = −1/ln(1−k). */
export function overdampedClaim(): Claim {
  const curvature = measuredCurvature();
  const measured = STIFFNESSES.map((k) => measuredTimescale(k / curvature));
  const grid = Float64Array.from({ length: 100 }, (_, i) => 0.004 * 200 ** (i / 99));
  const predicted = grid.map(overdampedTimescale);
  return {
    id: 'overdamped-limit',
    title: 'Overdamped limit: a single exponential',
    method:
      'Predicted: τ = −1/ln(1−k). Measured: the slope of ln(gap) over three timescales of the expected update from a ' +
      'gap of 0.001, without momentum, at measured stiffness k.',
    rows: STIFFNESSES.map((k, i) =>
      withinShare(`τ at k = ${k}`, overdampedTimescale(k), measured[i], TOLERANCE),
    ),
    chart: {
      x: axisOver('stiffness k, 1/step', [grid], true),
      y: axisOver('timescale τ, steps', [predicted, measured], true),
      series: [
        { name: 'predicted', kind: 'line', hue: 0, x: grid, y: predicted },
        { name: 'simulated', kind: 'points', hue: 0, x: STIFFNESSES, y: measured },
      ],
    },
  };
}

function measuredTimescale(learningRate: number): number {
  const gap = 1e-3;
  const { theta } = simulateBandit({ ...expectedRun(gap, 2000), learningRate });
  const logs = [...theta].map((x) => Math.log((REST.theta - x) / gap)).filter((value) => value > -3);
  const middle = (logs.length - 1) / 2;
  let [cross, square] = [0, 0];
  logs.forEach((value, t) => {
    cross += (t - middle) * value;
    square += (t - middle) ** 2;
  });
  return -square / cross;
}
