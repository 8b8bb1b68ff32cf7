import { expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { autoregressiveNoise, seededNormal } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { buildReport } from './buildReport';
import type { Report } from './report';

/** Per autocorrelation and length. */
const SEEDS = 13;
const QUIET: ReadonlySet<string> = new Set(['no-trend', 'too-early', 'unclear']);

function reportOf(n: number, rho: number, seed: number): Report {
  const noise = autoregressiveNoise(n, [rho], seededNormal(seed + 1000 * Math.round(10 * rho) + 100_000 * n));
  const run = handMadeRun(noise.map((x) => 0.5 + 0.1 * x));
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  return buildReport({ run, fits, assessment: assessRegime(fits, steps, values), findings: [] });
}

it('says nothing of noise around a constant', () => {
  const loud = [0, 0.5, 0.7, 0.9].flatMap((rho) =>
    [60, 300].flatMap((n) =>
      Array.from({ length: SEEDS }, (_, seed) => {
        const { state, sentences } = reportOf(n, rho, seed + 101).interpretation;
        return QUIET.has(state) ? [] : [`ρ ${rho}, ${n} rows, seed ${seed}: ${sentences[0]}`];
      }).flat(),
    ),
  );
  expect(loud.length / (8 * SEEDS), loud.join('\n')).toBeLessThanOrEqual(0.02);
}, 120_000);
