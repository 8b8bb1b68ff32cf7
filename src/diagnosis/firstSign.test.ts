import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { rowsOf, segmentRun } from '../dynamics/segments/segmentRun';
import { diagnose } from './diagnose';
import type { Finding } from './finding';

const [BREAKS, FALLS, ROWS] = [140, 160, 240];

async function instabilityOf(cells: (i: number, noise: number) => object): Promise<Finding> {
  const normal = seededNormal(6);
  const rows = Array.from({ length: ROWS }, (_, i) => ({
    step: i + 1,
    reward: (i < FALLS ? 0.8 - 0.6 * Math.exp(-i / 25) : 0.15) + 0.02 * normal(),
    ...cells(i, normal()),
  }));
  const run = await runOf(jsonl(rows));
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  return diagnose(run, fits, assessRegime(fits, steps, values), segmentation)[3];
}

describe('a collapse', () => {
  it.each<[string, number, (i: number, noise: number) => object]>([
    ['the reward, where nothing else is logged', FALLS, () => ({})],
    [
      'a gradient norm that burst before',
      BREAKS,
      (i, noise) => ({ grad_norm: (i < BREAKS ? 0.4 : 8) * Math.exp(0.2 * noise) }),
    ],
    [
      'a policy ratio that was 0 while training was on-policy',
      BREAKS,
      (i, noise) => ({ approx_kl: i < BREAKS ? 0 : 0.1 * Math.exp(0.2 * noise) }),
    ],
    [
      'the reward, where a gradient norm bursts long before it',
      FALLS,
      (i, noise) => ({ grad_norm: (i < 60 ? 0.4 : 8) * Math.exp(0.2 * noise) }),
    ],
    [
      'the reward, where the gradient norm bursts after it',
      FALLS,
      (i, noise) => ({ grad_norm: (i < FALLS + 10 ? 0.4 : 8) * Math.exp(0.2 * noise) }),
    ],
  ])('starts at the first evidence: %s', async (_, row, cells) => {
    const { verdict, step, line, summary } = await instabilityOf(cells);
    expect(verdict).toBe('present');
    expect(Math.abs((step ?? NaN) - row - 1)).toBeLessThanOrEqual(1);
    expect(line).toBe(step);
    expect(summary).toMatch(/^The reward collapsed .* from step 16[0-2] on/);
    expect(summary.includes('It started before')).toBe(row === BREAKS);
  });
});
