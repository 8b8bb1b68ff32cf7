import { t } from '@vscode/l10n';
import { isFlat, optimizerTimes, rateSchedule } from '../dynamics/optimizerTime/rateSchedule';
import type { Series } from '../run/run';

/** Another way to count how far a run has come: its value at some of the logged steps, rising, joined by straight lines. */
export interface TimeAxis {
  readonly kind: 'tokens' | 'time' | 'optimizer';
  /** What the axis is called, with its unit. */
  readonly title: string;
  readonly steps: readonly number[];
  /** Tokens, seconds, or steps at the peak learning rate. */
  readonly values: readonly number[];
}

/** Most places an axis is sent with: between them it is a straight line, far below a pixel. */
const MOST_PLACES = 500;

/**
 * The axes a log has beside its step: tokens, time and optimizer time, each only where the log says enough. A column
 * that rises in every row is a running total; any other holds a row's own amount, which is summed over the steps since
 * the row before. Optimizer time is told only where the learning rate changes: elsewhere it is the step itself.
 *
 * @param series the run's metrics by canonical name
 * @param reward the run's reward, whose steps the axes must cover
 * @returns none, one or several
 */
export function timeAxes(series: ReadonlyMap<string, Series>, reward: Series): TimeAxis[] {
  return [
    summedAxis('tokens', t('tokens'), series.get('tokens')),
    summedAxis('time', t('time in training'), series.get('stepTime')),
    optimizerAxis(series.get('learningRate'), reward),
  ].filter((axis) => axis !== null);
}

function summedAxis(kind: 'tokens' | 'time', title: string, column: Series | undefined): TimeAxis | null {
  if (column === undefined || column.steps.length < 2) return null;
  const values = isRunningTotal(column) ? column.values : totals(column);
  return values === null ? null : placed(kind, title, column.steps, values);
}

function isRunningTotal({ values }: Series): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]);
}

/** Null where an amount is negative, or all are 0: that is no axis. */
function totals({ steps, values }: Series): Float64Array | null {
  if (values.some((value) => value < 0)) return null;
  const sums = new Float64Array(values.length);
  for (let i = 1; i < sums.length; i++) sums[i] = sums[i - 1] + values[i] * (steps[i] - steps[i - 1]);
  return sums[sums.length - 1] > 0 ? sums : null;
}

function optimizerAxis(rate: Series | undefined, { steps }: Series): TimeAxis | null {
  const schedule = rate === undefined ? null : rateSchedule(rate);
  const [first, last] = [steps[0], steps[steps.length - 1]];
  if (schedule === null || isFlat(schedule, first, last)) return null;
  const since = steps.map((step) => step - first);
  const title = t('optimizer time (steps at the peak learning rate)');
  return placed('optimizer', title, steps, optimizerTimes(schedule, first, since, 1));
}

function placed(
  kind: TimeAxis['kind'],
  title: string,
  steps: Float64Array,
  values: Float64Array,
): TimeAxis | null {
  const last = steps.length - 1;
  const count = Math.min(steps.length, MOST_PLACES);
  const rows = Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
  if (!(values[last] > values[0])) return null;
  return { kind, title, steps: rows.map((row) => steps[row]), values: rows.map((row) => values[row]) };
}
