import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { mlflowStream } from '../carriers/mlflow';
import { completionsParquet, parquet } from '../carriers/parquet';
import { tfevents } from '../carriers/tfevents';
import { history, item, run, wandbFile } from '../carriers/wandb';
import { jsonl } from '../reading';
import { hasShared, shared } from '../shared';

/** A whole file that cases are made from. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes of a reference log that are kept: a case must take milliseconds. */
const MOST_BYTES = 40_000;

const ROWS = Array.from({ length: 12 }, (_, i) => ({
  step: i + 1,
  reward: 0.8 - Math.exp(-i / 4),
  reward_std: 0.25,
  kl: i / 1000,
  learning_rate: 1e-6,
}));
const columnsOf = (rows: typeof ROWS): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    (['step', 'reward', 'reward_std', 'kl'] as const).map((key) => [key, rows.map((row) => row[key])]),
  );
const COMPLETIONS = ROWS.flatMap(({ step }) =>
  Array.from({ length: 4 }, (_, i) => ({
    step,
    prompt: `question ${step}`,
    completion: `answer ${i}`,
    rewards: { accuracy_reward: i % 2, format_reward: i === 3 ? null : 1 },
    advantage: i - 1.5,
  })),
);
const dict = (row: object): string => JSON.stringify(row).replaceAll('"', "'");

const TEXTS: Readonly<Record<string, string>> = {
  trainer_state: JSON.stringify({ epoch: 1, log_history: ROWS, max_steps: 12 }, null, 2),
  jsonl: jsonl(ROWS),
  'jsonl of verl': jsonl(
    ROWS.map(({ step, ...data }) => ({ step, data: { 'critic/score/mean': data.reward } })),
  ),
  'jsonl of ms-swift': jsonl(
    ROWS.map(({ step, ...row }) => ({ ...row, 'global_step/max_steps': `${step}/12` })),
  ),
  csv: `arm,step,"reward"\r\n${ROWS.map(({ step, reward }) => `"a ""b""",${step},${reward}`).join('\r\n')}`,
  'csv of a spreadsheet': `step;reward\n${ROWS.map(({ step }) => `${step};0,${step}`).join('\n')}\n`,
  tsv: `step\treward\n${ROWS.map(({ step, reward }) => `${step}\t${reward}`).join('\n')}\n`,
  'console of TRL': ROWS.map((row) => ` 10%|#  | ${row.step}/12\r${dict(row)}\n`).join(''),
  'console of verl': ROWS.map(
    ({ step, reward }) =>
      `\u001b[36m(TaskRunner pid=4)\u001b[0m step:${step} - actor/pg_loss:0.1 - critic/score/mean:np.float64(${reward})\n`,
  ).join(''),
  'console of AReaL': ROWS.map(
    ({ step, reward }) =>
      `Epoch 1/1 Step ${step}/12 Train step ${step}/12 done.\nStats (1/1):\n│ ppo_actor/task_reward/avg │ ${reward} │ a │ 1 │\n`,
  ).join(''),
  'free text': ROWS.map(({ step, reward }) => `[step ${step}] reward: ${reward} | loss=0.1\n`).join(''),
  'JSON list': JSON.stringify(ROWS),
  'JSON of lists': JSON.stringify({ config: { lr: 1 }, reward: ROWS.map(({ reward }) => reward) }),
  notebook: JSON.stringify({
    nbformat: 4,
    cells: [
      {
        cell_type: 'code',
        source: ['trainer.train()'],
        outputs: [
          { output_type: 'stream', text: ROWS.map((row) => `${dict(row)}\n`) },
          {
            output_type: 'display_data',
            data: {
              'text/html': [
                '<table><tr><th>Step</th><th>reward</th></tr>',
                ...ROWS.map(({ step, reward }) => `<tr><td>${step}</td><td>${reward}</td></tr>`),
                '</table>',
              ],
            },
          },
        ],
      },
    ],
  }),
  'MLflow run': mlflowStream(
    {
      'train/reward': ROWS.map(({ step, reward }) => `${step}000 ${reward} ${step}\n`).join(''),
      kl: ROWS.map(({ step, kl }) => `${step}000 ${kl} ${step}\n`).join(''),
    },
    { num_generations: '8', beta: '0.04' },
  ),
  'W&B export': `"Step","run - reward","run - reward__MIN"\n${ROWS.map(({ step, reward }) => `"${step}","${reward}","0"`).join('\n')}`,
};

/** One small file of every carrier; with `real`, the openings of the reference logs as well. */
export function seeds(real: boolean): Seed[] {
  const texts = Object.entries(TEXTS).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const items = (row: object): Uint8Array[] =>
    Object.entries(row).map(([name, value]) => item([`train/${name}`], JSON.stringify(value)));
  const wandb = wandbFile([
    run([item(['num_generations'], '8'), item(['a'], '{"b": [1]}')]),
    ...ROWS.map((row) => history(row.step, items(row))),
  ]);
  const binaries = [
    { name: 'tfevents', bytes: tfevents(ROWS) },
    { name: 'wandb', bytes: wandb },
    { name: 'Parquet', bytes: parquet(columnsOf(ROWS)) },
    { name: 'Parquet, not packed', bytes: parquet(columnsOf(ROWS), { codec: 'UNCOMPRESSED' }) },
    { name: 'Parquet of completions', bytes: completionsParquet(COMPLETIONS, 16) },
    // Memory has no SQLite: the answer is how to export it.
    {
      name: 'SQLite',
      bytes: new TextEncoder().encode('SQLite format 3\0 CREATE TABLE latest_metrics (key)'),
    },
    { name: 'gzip', bytes: gzipSync(jsonl(ROWS)) },
  ];
  return [...texts, ...binaries, ...(real && hasShared ? openings() : [])];
}

function openings(): Seed[] {
  return readdirSync(shared('logs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('labelled') && statSync(shared('logs', name)).isFile())
    .map((name) => ({
      name: path.basename(name),
      bytes: new Uint8Array(readFileSync(shared('logs', name)).subarray(0, MOST_BYTES)),
    }));
}
