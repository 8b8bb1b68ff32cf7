import { fitCurves } from '../../src/dynamics/fitCurves';
import { MemorySource } from '../../src/logs/memorySource';
import { readLog } from '../../src/logs/readLog';
import { buildRuns } from '../../src/run/buildRuns';
import type { Run } from '../../src/run/run';
import type { BenchRow } from './benchRow';
import { rounds } from './rounds';

const ROWS = 10_000;
const ROUNDS = 15;

/**
 * Reading and fitting a 10,000-row JSONL with TRL's keys against JSON.parse of the same lines, already split: what no
 * reader can do without; beside it the same with the intervals of every constant, which nothing else has. All take turns, so that a busy machine slows all of them.
 */
export async function bench(): Promise<BenchRow[]> {
  const text = trlLines(ROWS);
  const lines = text.trimEnd().split('\n');
  const bytes = new TextEncoder().encode(text);
  const parse = (): void => {
    for (const line of lines) JSON.parse(line);
  };
  const read = async (): Promise<Run | undefined> =>
    buildRuns(await readLog(new MemorySource('bench.jsonl', bytes), {}, {}), {}).at(0);
  const fit = async (intervals: boolean): Promise<void> => {
    const run = await read();
    if (run === undefined) throw new Error('the bench log has no run');
    fitCurves(run.reward.steps, run.reward.values, { intervals });
  };
  const [theirs, reading, both, whole] = await medians([parse, read, () => fit(false), () => fit(true)]);
  const note = `${(bytes.length / 1e6).toFixed(1)} MB, ${ROWS} rows of ${KEYS.length + 2} keys`;
  const row = (name: string, ours: number, must: number | null, aim: number | null): BenchRow => ({
    name,
    ours,
    theirs,
    unit: 'ms',
    must,
    aim,
    ratio: ours / theirs,
    note,
  });
  return [
    row('read + fit JSONL / JSON.parse', both, 3, 2),
    row('the same with all 95 % intervals', whole, null, null),
    row('read JSONL / JSON.parse', reading, null, 1.3),
  ];
}

const KEYS = [
  'loss',
  'grad_norm',
  'learning_rate',
  'num_tokens',
  'completions/mean_length',
  'completions/min_length',
  'completions/max_length',
  'completions/clipped_ratio',
  'completions/mean_terminated_length',
  'rewards/accuracy_reward/mean',
  'rewards/accuracy_reward/std',
  'rewards/format_reward/mean',
  'rewards/format_reward/std',
  'reward_std',
  'frac_reward_zero_std',
  'entropy',
  'kl',
  'clip_ratio/region_mean',
];

/** A saturating reward with noise from a fixed linear congruential generator, so that every run measures the same. */
function trlLines(rows: number): string {
  let state = 42;
  const random = (): number => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
  const out: string[] = [];
  for (let step = 1; step <= rows; step++) {
    const row: Record<string, number> = {};
    for (const key of KEYS) row[key] = random();
    row['reward'] = 0.8 - 0.6 * Math.exp(-step / 1500) + 0.1 * (random() - 0.5);
    row['step'] = step;
    out.push(JSON.stringify(row));
  }
  return `${out.join('\n')}\n`;
}

async function medians(tasks: readonly (() => unknown)[]): Promise<number[]> {
  const times = await rounds(tasks, ROUNDS);
  return times.map((list) => list.sort((a, b) => a - b).at(ROUNDS >> 1) ?? NaN);
}
