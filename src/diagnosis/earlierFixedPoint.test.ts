import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { rowsOf, segmentRun } from '../dynamics/segments/segmentRun';
import { diagnose } from './diagnose';
import type { Finding } from './finding';

const TURN = 150;

/** A reward that goes on to `gain` above its plateau from row 150 on, beside a held-out score. */
async function hackingOf(gain: number, heldOut: (since: number) => number): Promise<Finding> {
  const normal = seededNormal(9);
  const rows = Array.from({ length: 300 }, (_, i) => {
    const since = Math.max(0, i - TURN);
    return {
      step: i + 1,
      reward: 0.5 - 0.35 * Math.exp(-i / 25) + gain * (1 - Math.exp(-since / 30)) + 0.02 * normal(),
      ...(i % 5 === 0 ? { eval_reward: heldOut(since) + 0.01 * normal() } : {}),
    };
  });
  const run = await runOf(jsonl(rows));
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  return diagnose(run, fits, assessRegime(fits, steps, values), segmentation)[0];
}

const isFixedPoint = ({ expected }: Finding['evidence'][number]): boolean =>
  expected?.includes('the fixed point its rows') === true;

describe('a reward above the fixed point of its earlier rows', () => {
  it('supports a hack, with the plateau it was heading for and its interval', async () => {
    const { verdict, evidence } = await hackingOf(0.35, (since) => 0.6 - 0.4 * Math.min(1, since / 80));
    expect(verdict).toBe('present');
    const found = evidence.find(isFixedPoint);
    expect(found?.value).toBeGreaterThan(0.8);
    const [plateau, low, high] = (found?.expected?.match(/[\d.]+/g) ?? [])
      .filter((x) => x !== '95')
      .map(Number);
    expect(plateau).toBeCloseTo(0.5, 1);
    expect(low).toBeLessThanOrEqual(0.52);
    expect(high).toBeGreaterThanOrEqual(0.48);
  });

  it('does not suffice: with a held-out score that holds there is none', async () => {
    const { verdict } = await hackingOf(0.35, () => 0.6);
    expect(verdict).toBe('absent');
  });
});
