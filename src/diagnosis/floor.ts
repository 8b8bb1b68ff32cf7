import type { Run } from '../run/run';
import { DIAGNOSIS } from './constants';
import { figure, whole } from './figures';
import type { Judgement } from './judgement';

/** Rows at the end that all equal the lowest reward of the run. */
export function rowsAtFloor({ reward }: Pick<Run, 'reward'>): number {
  const { values } = reward;
  const last = values[values.length - 1];
  if (values.some((value) => value < last)) return 0;
  return values.length - 1 - values.findLastIndex((value) => value !== last);
}

/** A reward that was higher and ends on its floor, row after row the same: certain at once, on any number of rows. */
export function dropToTheFloor(run: Run): Judgement | null {
  const { reward } = run;
  const rows = rowsAtFloor(run);
  const first = reward.values.length - rows;
  if (rows < DIAGNOSIS.floorRows || first < 2 * DIAGNOSIS.floorRows) return null;
  const floor = reward.values[first];
  const before = reward.values.subarray(0, first);
  const peak = before.reduce((a, b) => Math.max(a, b));
  // Most rows before it must have been above: a reward that is rare now and then touches its floor anyway.
  if (before.filter((value) => value > floor).length < 0.8 * first) return null;
  const step = reward.steps[first];
  return {
    verdict: 'present',
    severity: 'error',
    margin: 1,
    isCertain: true,
    step,
    summary: `The reward dropped to its floor of ${figure(floor)} and has not left it for ${whole(rows)} rows; it had been up to ${figure(peak)}.`,
    evidence: [
      {
        metric: run.metrics.get('reward') ?? 'reward',
        step,
        value: floor,
        expected: `rows that differ, as the ${whole(first)} before did (up to ${figure(peak)})`,
      },
    ],
    outlook: 'Where every answer is paid the same no group has a gradient: nothing brings it back.',
    advice: [
      `Go back to a checkpoint before step ${whole(step)}.`,
      'Learning rate ×1 → ×0.25: the stiffness k falls by the same factor. Check the reward function too: a broken one looks the same.',
    ],
  };
}
