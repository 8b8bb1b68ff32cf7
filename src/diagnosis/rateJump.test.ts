import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { jsonl, runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { rowsOf, segmentRun } from '../dynamics/segments/segmentRun';
import { diagnose } from './diagnose';
import type { Finding } from './finding';
import { rateFigure, rateJumps } from './rateJump';

const ROWS = 240;
const [JUMPS, FALLS] = [141, 150];
const rateAt = (i: number): number => (i < JUMPS ? 1e-4 : 4e-3);

async function findingsOf(row: (i: number, noise: () => number) => object): Promise<Finding[]> {
  const normal = seededNormal(6);
  const run = await runOf(
    jsonl(Array.from({ length: ROWS }, (_, i) => ({ step: i, ...row(i, normal), learning_rate: rateAt(i) }))),
  );
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  return diagnose(run, fits, assessRegime(fits, steps, values), segmentation);
}

describe('jumps of the learning rate', () => {
  it.each<[string, (i: number) => number, number[]]>([
    ['one step up', rateAt, [JUMPS]],
    ['one step down', (i) => rateAt(ROWS - i), []],
    ['less than 3 times', (i) => (i < JUMPS ? 1e-4 : 2.5e-4), []],
    ['a warm-up', (i) => 1e-4 * Math.min(1, i / 10), []],
    ['a decay', (i) => 1e-4 * 0.97 ** i, []],
    ['a restart of a cosine', (i) => 1e-4 * (1 + Math.cos((Math.PI * (i % 60)) / 60)), []],
    ['a spike of one row', (i) => (i === JUMPS ? 4e-3 : 1e-4), []],
    ['two', (i) => (i < 50 ? 1e-5 : rateAt(i)), [50, JUMPS]],
  ])('%s', (_, rate, steps) => {
    const run = handMadeRun(new Float64Array(ROWS));
    const values = Float64Array.from({ length: ROWS }, (__, i) => rate(i));
    const series = new Map([
      ['learningRate' as const, { ...run.reward, steps: values.map((__, i) => i), values }],
    ]);
    expect(rateJumps({ ...run, series }).map(({ step }) => step)).toEqual(steps);
  });

  it.each([
    [1e-4, '1e-4'],
    [4e-3, '4e-3'],
    [1.5e-6, '1.5e-6'],
  ])('%d is written %s', (rate, text) => {
    expect(rateFigure(rate)).toBe(text);
  });
});

describe('a failure after a jump of the learning rate', () => {
  it('a collapse starts at the first row of the new rate, which did not break', async () => {
    const finding = (
      await findingsOf((i, noise) => ({
        reward: (i < FALLS ? 0.8 - 0.6 * Math.exp(-i / 25) : 0.15) + 0.02 * noise(),
      }))
    )[3];
    expect(finding).toMatchObject({ verdict: 'present', step: JUMPS });
    expect(finding.summary).toContain(`the learning rate went from 1e-4 to 4e-3 at step ${JUMPS}`);
    expect(finding.summary).not.toMatch(/broke|with it/);
    expect(finding.advice[0]).toMatch(/^Learning rate 4e-3 → back to 1e-4/);
    expect(finding.evidence[0]).toMatchObject({ metric: 'learning_rate', step: JUMPS, value: 4e-3 });
  });

  it('dead groups with a fall of the reward are put down to it', async () => {
    const finding = (
      await findingsOf((i, noise) => ({
        reward: Math.min(1, (i < JUMPS ? 0.6 : 0.48) + 0.03 * noise()),
        frac_reward_zero_std: Math.min(1, (i < FALLS ? 0.3 : 0.95) + 0.02 * noise()),
      }))
    )[1];
    expect(finding.summary).toMatch(/^After the learning rate went from 1e-4 to 4e-3 at step 141/);
    expect(finding).toMatchObject({ verdict: 'present', step: JUMPS });
    expect(finding.advice[0]).toMatch(/back to 1e-4/);
    expect(finding.evidence[0].metric).toBe('learning_rate');
  });

  it('dead groups from before it are not', async () => {
    const finding = (
      await findingsOf((i, noise) => ({
        reward: 0.6 + 0.03 * noise(),
        frac_reward_zero_std: Math.min(1, (i < 60 ? 0.3 : 0.95) + 0.02 * noise()),
      }))
    )[1];
    expect(finding.verdict).toBe('present');
    expect(finding.summary).not.toMatch(/learning rate/);
  });
});
