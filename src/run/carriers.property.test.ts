import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mlflowStream } from '../../test/carriers/mlflow';
import { parquet } from '../../test/carriers/parquet';
import { jsonl, runOf } from '../../test/reading';

interface Row {
  readonly step: number;
  readonly reward: number;
  readonly kl: number;
}

const cells = (row: Row): string => `<tr><td>${row.step}</td><td>${row.reward}</td><td>${row.kl}</td></tr>`;
const notebook = (output: object): string =>
  JSON.stringify({ cells: [{ cell_type: 'code', outputs: [output] }] });

const metricFile = (rows: readonly Row[], key: 'reward' | 'kl'): string =>
  rows.map((row, i) => `${1000 + i} ${row[key]} ${row.step}\n`).join('');

/** One run as each carrier writes it that keeps numbers whole. */
const CARRIERS: Readonly<Record<string, (rows: readonly Row[]) => string | Uint8Array>> = {
  trainer_state: (rows) => JSON.stringify({ log_history: rows }, null, 2),
  jsonl,
  csv: (rows) => `step,reward,kl\n${rows.map((row) => `${row.step},${row.reward},${row.kl}\n`).join('')}`,
  'json, records': (rows) => JSON.stringify(rows),
  'json, nested': (rows) => JSON.stringify({ run: { history: rows } }, null, 1),
  'json, columns': (rows) =>
    JSON.stringify({
      step: rows.map(({ step }) => step),
      reward: rows.map(({ reward }) => reward),
      kl: rows.map(({ kl }) => kl),
    }),
  'console, dict': (rows) =>
    rows
      .map((row) => `{'loss': 0.5, 'step': ${row.step}, 'reward': ${row.reward}, 'kl': '${row.kl}'}\n`)
      .join(''),
  'console, step:N': (rows) =>
    rows.map((row) => `step:${row.step} - reward:${row.reward} - kl:${row.kl}\n`).join(''),
  'console, bars': (rows) =>
    rows.map((row) => `Step ${row.step} | reward:${row.reward} kl:${row.kl} \n`).join(''),
  'console, free text': (rows) =>
    rows.map((row) => `step ${row.step}/999: reward: ${row.reward}, kl: ${row.kl}\n`).join(''),
  mlflow: (rows) => mlflowStream({ reward: metricFile(rows, 'reward'), kl: metricFile(rows, 'kl') }),
  parquet: (rows) =>
    parquet({
      step: rows.map(({ step }) => step),
      reward: rows.map(({ reward }) => reward),
      kl: rows.map(({ kl }) => kl),
    }),
  'notebook, table': (rows) =>
    notebook({
      output_type: 'display_data',
      data: {
        'text/html': `<table><tr><th>Step</th><th>reward</th><th>kl</th></tr>${rows.map(cells).join('\n')}</table>`,
      },
    }),
  'notebook, printed': (rows) =>
    notebook({
      output_type: 'stream',
      text: rows.map((row) => `step:${row.step} - reward:${row.reward} - kl:${row.kl}\n`),
    }),
};

const ROWS = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: 0.001, max: 9, noNaN: true }),
    ),
    {
      minLength: 2,
      maxLength: 12,
    },
  )
  .map((parts) => {
    let step = 0;
    return parts.map(([gap, reward, kl]): Row => ({ step: (step += gap), reward: reward + 0, kl }));
  });

it.each(Object.entries(CARRIERS))('%s gives the series that was written', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(ROWS, async (rows) => {
      const run = await runOf(write(rows));
      expect([...run.reward.steps]).toEqual(rows.map(({ step }) => step));
      expect([...run.reward.values].map((value) => value + 0)).toEqual(rows.map(({ reward }) => reward + 0));
      expect([...(run.series.get('kl')?.values ?? [])]).toEqual(rows.map(({ kl }) => kl));
    }),
    { numRuns: 40 },
  );
});
