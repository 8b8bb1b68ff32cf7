import { expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { seededNormal } from '../../test/syntheticLog';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import type { Run, RunConfig } from '../run/run';
import { buildReport } from './buildReport';

const STIFFNESS = 0.03;
const PEAK = 1e-3;

/** Plain gradient steps at a constant logged rate: the gap shrinks by k a step. */
function reportWith(configured: number) {
  const normal = seededNormal(3);
  const y = Float64Array.from({ length: 300 }, (_, t) => 0.8 - 0.6 * (1 - STIFFNESS) ** t + 0.01 * normal());
  const known = { optimizer: 'sgd', beta1: 0, refreshInterval: 1, learningRate: configured };
  const config: RunConfig = new Map(
    Object.entries(known).map(([name, value]) => [name, { value, from: 'args.json:1' }]),
  );
  const bare = handMadeRun(y);
  const learningRate = { ...bare.reward, values: y.map(() => PEAK) };
  const stepUnit = { value: 'update', from: 'a test' } as const;
  const run: Run = { ...bare, config, stepUnit, series: new Map([['learningRate', learningRate]]) };
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values, { settings: dynamicsSettings(run) });
  return buildReport({ run, fits, assessment: assessRegime(fits, steps, values), findings: [] });
}

it.each([PEAK, PEAK / 10, PEAK * 10])(
  'κ is the stiffness over the rate that was logged, not over the %d of a file',
  (configured) => {
    const { curvature } = reportWith(configured).interpretation;
    const [low, high] = curvature!.interval!;
    expect(low).toBeLessThan(STIFFNESS / PEAK);
    expect(high).toBeGreaterThan(STIFFNESS / PEAK);
    expect(high! - low!).toBeLessThan(10);
  },
);
