import { describe, expect, it } from 'vitest';
import { jsonl, runOf } from '../../test/reading';
import { seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { freshWithin } from '../dynamics/observed';
import { assessRegime } from '../dynamics/regime';
import { segmentObserved } from '../dynamics/segmentObserved';
import { rowsOf } from '../dynamics/segments/segmentRun';
import { diagnose } from './diagnose';
import type { Finding } from './finding';

const COPIES = 5;

/** Verdicts on a log with one row per evaluation, or with each row repeated until the next. */
async function findingsOf(
  rows: number,
  cells: (i: number, normal: () => number) => object,
  isFilled: boolean,
): Promise<Finding[]> {
  const normal = seededNormal(5);
  const evaluations = Array.from({ length: rows }, (_, i) => cells(i, normal));
  const lines = evaluations.flatMap((row, i) =>
    Array.from({ length: isFilled ? COPIES : 1 }, (_, j) => ({ step: COPIES * i + j + 1, ...row })),
  );
  const run = await runOf(jsonl(lines));
  expect(run.fresh === null).toBe(!isFilled);
  const segmentation = segmentObserved(run);
  const segment = segmentation.segments[segmentation.fitted];
  const { steps, values } = rowsOf(run.reward, segment);
  const fits = fitCurves(steps, values, { fresh: freshWithin(run.fresh, segment.from, segment.to) });
  return diagnose(run, fits, assessRegime(fits, steps, values, segmentation.startIsKnown), segmentation);
}

const risen = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 15);

describe('a log that repeats its rows until the next evaluation', () => {
  it.each<[string, number, (i: number, normal: () => number) => object]>([
    [
      'healthy',
      80,
      (i, normal) => ({ reward: risen(i) + 0.03 * normal(), entropy: 1 - i / 160 + 0.02 * normal() }),
    ],
    [
      'hacked',
      80,
      (i, normal) => ({
        reward: risen(i) + 0.002 * i + 0.01 * normal(),
        eval_reward: 0.7 - 0.005 * Math.max(0, i - 40) + 0.01 * normal(),
      }),
    ],
    [
      'hardly hacked',
      80,
      (i, normal) => ({
        reward: risen(i) + 0.002 * i + 0.01 * normal(),
        eval_reward: 0.7 - 0.0025 * Math.max(0, i - 40) + 0.015 * normal(),
      }),
    ],
    ['dropped to its floor', 80, (i, normal) => ({ reward: i < 60 ? risen(i) + 0.03 * normal() : 0 })],
    ['collapsed', 80, (i, normal) => ({ reward: (i < 50 ? risen(i) : 0.15) + 0.03 * normal() })],
    ['short', 12, (i, normal) => ({ reward: risen(i) + 0.03 * normal() })],
  ])('is judged as its evaluations: %s', async (_, rows, cells) => {
    const told = ({ mode, verdict, severity, confidence, evidence }: Finding): unknown => [
      mode,
      verdict,
      severity,
      confidence,
      evidence.map(({ value }) => value),
    ];
    const few = await findingsOf(rows, cells, false);
    const many = await findingsOf(rows, cells, true);
    expect(many.map(told)).toEqual(few.map(told));
    const steps = ({ step, evidence }: Finding): (number | null)[] => [
      step,
      ...evidence.map((one) => one.step),
    ];
    expect(many.flatMap(steps)).toEqual(few.flatMap(steps));
  });
});
