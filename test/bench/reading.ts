import { fitCurves } from '../../src/dynamics/fitCurves';
import { MemorySource } from '../../src/logs/memorySource';
import { readLog } from '../../src/logs/readLog';
import { buildRuns } from '../../src/run/buildRuns';
import type { BenchRow } from './benchRow';

const ROWS = 10_000;
const ROUNDS = 15;

/**
 * Reading and fitting a 10,000-row JSONL with TRL's keys against JSON.parse of the same lines, already split: what no
 * reader can do without.
 */
export async function bench(): Promise<BenchRow[]> {
  const text = trlLines(ROWS);
  const lines = text.trimEnd().split('\n');
  const bytes = new TextEncoder().encode(text);
  const parse = await median(() => {
    for (const line of lines) JSON.parse(line);
  });
  const read = await median(async () => {
    buildRuns(await readLog(new MemorySource('bench.jsonl', bytes), {}, {}), {});
  });
  const whole = await median(async () => {
    const run = buildRuns(await readLog(new MemorySource('bench.jsonl', bytes), {}, {}), {}).at(0);
    if (run === undefined) throw new Error('the bench log has no run');
    const start = run.reward.steps.at(0) ?? 0;
    fitCurves(
      run.reward.steps.map((step) => step - start),
      run.reward.values,
    );
  });
  const note = `${(bytes.length / 1e6).toFixed(1)} MB, ${ROWS} rows of ${KEYS.length + 2} keys`;
  return [
    {
      name: 'read + fit JSONL / JSON.parse',
      ours: whole,
      theirs: parse,
      unit: 'ms',
      must: 3,
      aim: 2,
      ratio: whole / parse,
      note,
    },
    {
      name: 'read JSONL / JSON.parse',
      ours: read,
      theirs: parse,
      unit: 'ms',
      must: null,
      aim: 1.3,
      ratio: read / parse,
      note,
    },
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

async function median(work: () => void | Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
}
