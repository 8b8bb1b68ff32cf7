import { expect, it } from 'vitest';
import { sharesRun } from './sharesRun';

it.each([
  ['/a/x.jsonl', '/a/x.jsonl', true],
  ['/a/x.jsonl', '/a/y.jsonl', false],
  ['/a/tfevents.1', '/a/tfevents.2', true],
  ['/a/tfevents.1', '/b/tfevents.2', false],
  ['/w/run-1-id/run-id.wandb', '/w/run-2-id/run-id.wandb', true],
  ['/w/run-1-id/run-id.wandb', '/w/run-2-no/run-no.wandb', false],
  ['/v/run-1-id/run-id.wandb', '/w/run-2-id/run-id.wandb', false],
  ['/a/completions_1.parquet', '/a/completions_2.parquet', true],
  ['/m/0/r/meta.yaml', '/m/0/r/metrics/train/reward', true],
  ['/m/0/r/meta.yaml', '/m/0/s/metrics/train/reward', false],
  ['/m/0/r/meta.yaml', '/m/0/r/artifacts/x', false],
])('%s and %s: %s', (known, changed, expected) => {
  expect(sharesRun(known, changed)).toBe(expected);
});
