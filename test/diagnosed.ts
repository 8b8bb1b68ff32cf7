import { fitCurves } from '../src/dynamics/fitCurves';
import { assessRegime } from '../src/dynamics/regime';
import { rowsOf, segmentRun } from '../src/dynamics/segments/segmentRun';
import { diagnose } from '../src/diagnosis/diagnose';
import type { FailureMode, Finding } from '../src/diagnosis/finding';
import { jsonl, runOf } from './reading';

/** The four findings on a log of so many rows, by mode. */
export async function diagnosed(
  rows: number,
  row: (i: number) => object,
): Promise<Readonly<Record<FailureMode, Finding>>> {
  const run = await runOf(jsonl(Array.from({ length: rows }, (_, i) => ({ step: i + 1, ...row(i) }))));
  const segmentation = segmentRun(run);
  const { steps, values } = rowsOf(run.reward, segmentation.segments[segmentation.fitted]);
  const fits = fitCurves(steps, values);
  const [hacking, degeneracy, concentration, instability] = diagnose(
    run,
    fits,
    assessRegime(fits, steps, values),
    segmentation,
  );
  return {
    'reward-hacking': hacking,
    'advantage-degeneracy': degeneracy,
    'policy-concentration': concentration,
    'dynamical-instability': instability,
  };
}
