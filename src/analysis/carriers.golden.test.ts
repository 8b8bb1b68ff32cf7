import { describe, expect, it } from 'vitest';
import { goldenLogs, goldenSeries } from '../../test/goldenSeries';
import { hasShared, shared } from '../../test/shared';
import type { CurveName } from '../dynamics/fit';
import { fitCurves } from '../dynamics/fitCurves';
import { readLog } from '../logs/readLog';
import { NodeFileSource } from '../platform/nodeFileSource';
import { buildRuns } from '../run/buildRuns';

/** The reference logs that only our own readers open; the plain ones are fitted in `dynamics/fitCurves.golden.test.ts`. */
const CARRIED = goldenLogs().filter((log) => goldenSeries(log) === null);

describe.skipIf(!hasShared)('real logs in carriers of their own', () => {
  it('has every console, notebook, event file and W&B log with a reference', () => {
    expect(CARRIED.length).toBe(9);
  });

  it.each(CARRIED)('fits $file as well as a multi-start reference', async (golden) => {
    const runs = buildRuns(await readLog(new NodeFileSource(shared('logs', golden.file)), {}, {}), {});
    const { steps, values } = runs[0].reward;
    const { curves } = fitCurves(steps, values);
    for (const [name, reference] of Object.entries(golden.fits ?? {})) {
      if (reference.atBound) continue;
      expect(curves[name as CurveName]!.sse / reference.sse, name).toBeLessThanOrEqual(1.0005);
    }
  });
});
