import { expect, it } from 'vitest';
import { handMadeRun } from '../../test/handMadeRun';
import { curveWithNoise } from '../../test/syntheticLog';
import { fitCurves } from '../dynamics/fitCurves';
import { assessRegime } from '../dynamics/regime';
import { buildReport } from './buildReport';
import type { Interpretation } from './report';

function interpretationOf(rewards: ArrayLike<number>): Interpretation {
  const run = handMadeRun(rewards);
  const { steps, values } = run.reward;
  const fits = fitCurves(steps, values);
  return buildReport({ run, fits, assessment: assessRegime(fits, steps, values), findings: [] })
    .interpretation;
}

const rises: [string, (seed: number) => Float64Array][] = [
  [
    'exponential',
    (seed) => curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 60 }, 200, 0.05, seed, [0.4]).y,
  ],
  [
    'unfinished',
    (seed) => curveWithNoise('exponential', { R0: 0.2, plateau: 0.8, tau: 200 }, 200, 0.05, seed).y,
  ],
  [
    'logistic',
    (seed) =>
      curveWithNoise('logistic', { R0: 0.1, plateau: 0.9, rate: 0.1, midpoint: 90 }, 200, 0.05, seed).y,
  ],
  [
    'log-like',
    (seed) =>
      curveWithNoise('exponential', { R0: 0, plateau: 0, tau: 50 }, 200, 0.05, seed).y.map(
        (noise, i) => 0.1 * Math.log(1 + i) + noise,
      ),
  ],
];

it.each(rises)('state, percent, plateau and first sentence agree: %s', (_, of) => {
  for (let seed = 1; seed <= 12; seed++) {
    const { state, progress, plateau, now, start, curve, sentences } = interpretationOf(of(seed));
    const [low = null] = progress?.interval ?? [];
    if (state === 'rising') {
      expect(sentences[0]).not.toMatch(/(9[5-9]|1\d\d) % of the way/);
      expect(now?.value).toBeGreaterThan(start?.value ?? Infinity);
    }
    if (state === 'rising' && low !== null) expect(low).toBeLessThan(1);
    const high = plateau?.interval?.[1];
    if (
      state === 'plateaued' &&
      typeof high === 'number' &&
      curve !== null &&
      !/mechanism/.test(sentences[0])
    )
      expect(high - (now?.value ?? 0)).toBeLessThanOrEqual(
        0.1 * ((now?.value ?? 0) - (start?.value ?? 0)) + 1e-12,
      );
    expect(sentences[0]).not.toMatch(/not known|open on both/);
  }
});
