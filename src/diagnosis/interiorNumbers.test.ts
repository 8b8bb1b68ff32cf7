import { describe, expect, it } from 'vitest';
import { runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { rowsOf, segmentRun } from '../dynamics/segments/segmentRun';
import { diagnose } from './diagnose';
import type { Finding } from './finding';

const ROWS = 80;

/** A healthy log with one column NaN from one row to before another. */
async function instabilityOf(hole: string | null, from = 0, to = 0): Promise<Finding> {
  const normal = seededNormal(5);
  const lines = Array.from({ length: ROWS }, (_, i) =>
    JSON.stringify({
      step: i + 1,
      reward: 0.8 - 0.6 * Math.exp(-i / 25) + 0.02 * normal(),
      loss: 0.1 + 0.01 * normal(),
      grad_norm: 0.4 + 0.02 * normal(),
      'eval/pass_at_1': 0.5 + 0.01 * normal(),
    }),
  ).map((line, i) =>
    hole !== null && i >= from && i < to ? line.replace(new RegExp(`("${hole}":)[^,}]*`), '$1NaN') : line,
  );
  const run = await runOf(lines.join('\n') + '\n');
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  return diagnose(run, fits, assessRegime(fits, steps, values), segmentation)[3];
}

it.each([
  ['loss', 0],
  ['loss', 60],
  ['grad_norm', 60],
])('%s without a number from row %i to the end is a failure', async (hole, from) => {
  expect((await instabilityOf(hole, from, ROWS)).verdict).toBe('present');
});

describe('numbers that are none, inside a log that goes on', () => {
  it.each<[string, number, number, RegExp]>([
    ['loss', 20, 60, /40 values of loss are no numbers, first at step 21, finite again since/],
    ['reward', 20, 50, /30 rewards are no numbers, first at step 21, finite again since/],
    ['reward', 30, 31, /1 reward is no number, first at step 31, finite again since/],
    ['grad_norm', 0, ROWS, /80 values of grad_norm are no numbers, the last 80 from step 1 on/],
    ['loss', 78, 80, /2 values of loss are no numbers, the last 2 from step 79 on/],
  ])('%s, rows %i to %i: said', async (hole, from, to, said) => {
    const { verdict, summary, evidence } = await instabilityOf(hole, from, to);
    expect(verdict).toBe('absent');
    expect(summary).toMatch(said);
    expect(summary).not.toMatch(/no numbers that are none/);
    expect(evidence.some(({ metric, value }) => metric === hole && value === null)).toBe(true);
  });

  it('many of them make the verdict less sure, one does not', async () => {
    const whole = await instabilityOf(null);
    expect(whole.summary).toMatch(/no numbers that are none/);
    const one = await instabilityOf('reward', 30, 31);
    const many = await instabilityOf('reward', 20, 50);
    expect(one.confidence).toBeGreaterThan(0.9);
    expect(many.confidence).toBeLessThanOrEqual(0.6);
    expect(many.summary).toMatch(/not calibrated/);
  });
});
