import { expect } from 'vitest';
import type { StepUnit } from '../src/run/run';
import { jsonl, runOf } from './reading';

/** A log in the exact syntax of a stack (log-formats.md), and what is to be read of it; values are made up. */
export interface StackSample {
  readonly text: string;
  readonly format: string;
  readonly reward: string;
  readonly unit: StepUnit;
  readonly steps: readonly number[];
  readonly also?: readonly (readonly [metric: string, key: string])[];
}

export const STEPS = [1, 2, 3];

/** Lines of three steps. */
export const lines = (line: (step: number) => string): string =>
  STEPS.map((step) => `${line(step)}\n`).join('');

/** Three rows of JSON Lines. */
export const rows = (row: (step: number) => object): string => jsonl(STEPS.map(row));

/** Reads the sample as the product does. */
export async function expectRead({
  text,
  format,
  reward,
  unit,
  steps,
  also = [],
}: StackSample): Promise<void> {
  const run = await runOf(text);
  expect([run.format, run.metrics.get('reward'), run.stepUnit.value]).toEqual([format, reward, unit]);
  expect([...run.reward.steps]).toEqual(steps);
  expect(run.dropped).toMatchObject({ malformed: 0, noStep: 0, averaged: 0, replacedByResume: 0 });
  for (const [metric, key] of also) expect([metric, run.metrics.get(metric)]).toEqual([metric, key]);
}
