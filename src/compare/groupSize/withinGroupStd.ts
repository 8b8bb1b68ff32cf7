import { meanOf } from '../../dynamics/means';
import type { FittedRun } from '../fittedRun';

/**
 * How the spread of rewards within a group differs between two runs: the laws of the jitter hold it constant.
 *
 * @param first one run
 * @param second the other
 * @returns mean within-group standard deviation, second over first; null where a run does not log it, or it is 0
 */
export function withinGroupStd(first: FittedRun, second: FittedRun): number | null {
  const [a, b] = [first, second].map(({ run }) => {
    const values = run.series.get('rewardStd')?.values;
    return values === undefined || values.length === 0 ? 0 : meanOf(values, 0, values.length);
  });
  return a > 0 && b > 0 ? b / a : null;
}
