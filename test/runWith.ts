import type { MetricName } from '../src/run/metricName';
import type { Run } from '../src/run/run';
import type { RunOptions } from '../src/run/runOptions';
import { jsonl, runOf } from './reading';

/** Three rows, so that columns can differ; a function makes the value of row i. */
export async function runWith(
  row: Record<string, number | ((i: number) => number)>,
  options: RunOptions = {},
): Promise<Run> {
  const list = [0, 1, 2].map((i) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? value : value(i)]),
    ),
  );
  return runOf(jsonl(list), options);
}

/** The first value of a metric. */
export const first = (run: Run, name: MetricName): number | undefined => run.series.get(name)?.values.at(0);

/** Names that tell a stack. */
export const TRL = {
  step: (i: number) => i,
  reward: (i: number) => i / 4,
  'completions/mean_length': 9,
  epoch: 0.1,
};
export const VERL = {
  step: (i: number) => i,
  'critic/score/mean': 0.5,
  'actor/pg_loss': 0,
  'response_length/mean': 100,
};
export const TINKER = {
  step: (i: number) => i,
  'env/all/reward/total': 0.5,
  'progress/batch': (i: number) => i,
};
