import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, curveWithNoise, seededNormal } from '../../../test/syntheticLog';
import type { CurveName } from '../fit';
import { findCuts } from './findCuts';
import { resumeCuts } from './resumeCuts';

const N = 200;
const SEEDS = 4;

/** Runs that go on at a resume as they were. */
const SMOOTH: readonly [CurveName, Record<string, number>][] = [
  ['exponential', { R0: 0.2, plateau: 0.8, tau: 40 }],
  ['logistic', { R0: 0.2, plateau: 0.8, rate: 0.08, midpoint: 100 }],
  ['hill', { R0: 0.1, plateau: 0.8, cMid: 60, exponent: 4 }],
];
const NOISES: readonly [name: string, coefficients: readonly number[], sampling: number][] = [
  ['white', [], 0],
  ['AR(1) ρ = 0.6', [0.6], 0],
  ['AR(1) ρ = 0.9 under as much sampling noise', [0.9], 0.5],
  ['AR(2) with momentum', [1.6, -0.7], 0.3],
];

/** Straight, and from row 100 on straight at another slope. */
function bent(before: number, after: number, rho: number, seed: number) {
  const noise = autoregressiveNoise(N, [rho], seededNormal(seed));
  const of = (i: number): number => 0.2 + before * Math.min(i, 100) + after * Math.max(0, i - 100);
  return { steps: Float64Array.from(noise.keys()), values: noise.map((x, i) => of(i) + 0.03 * x) };
}

describe('a resume', () => {
  it.each(NOISES)('hardly ever cuts a smooth run: %s', (_name, coefficients, sampling) => {
    let runs = 0;
    let cut = 0;
    for (const [curve, constants] of SMOOTH)
      for (const row of [70, 120])
        for (let seed = 1; seed <= SEEDS; seed++) {
          const { t, y } = curveWithNoise(curve, constants, N, 0.05, seed + row, coefficients, sampling);
          runs++;
          if (resumeCuts({ steps: t, values: y }, [row], N).length > 0) cut++;
        }
    // At 2 % false cuts, 3 or more of 24 have probability 1 %.
    expect([runs, cut <= 2]).toEqual([24, true]);
  });

  it.each([
    ['a plateau that rises again', 0, 0.004, 0, 5],
    ['a rise that stops', 0.004, 0, 0.3, 5],
    ['a rise that goes faster', 0.001, 0.005, 0.5, 3],
  ])('cuts where the slope breaks, of five times: %s', (_name, before, after, rho, least) => {
    let found = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const cuts = resumeCuts(bent(before, after, rho, seed), [100], N);
      if (cuts.length === 0) continue;
      found++;
      expect(cuts).toMatchObject([{ kind: 'resume', row: 100, jump: 0 }]);
      expect(cuts[0].slopes?.[0]).toBeCloseTo(before, 2);
      expect(cuts[0].slopes?.[1]).toBeCloseTo(after, 2);
    }
    expect(found).toBeGreaterThanOrEqual(least);
  });

  it('does not cut for a bend that is elsewhere', () => {
    for (let seed = 1; seed <= 3; seed++) expect(resumeCuts(bent(0, 0.004, 0.3, seed), [140], N)).toEqual([]);
  });

  it('takes a slope that turns down for no sudden fall', () => {
    const { cuts, collapse } = findCuts(bent(0, -0.002, 0, 1), [100]);
    expect(cuts.map(({ kind }) => kind)).toEqual(['resume']);
    expect(collapse).toBeNull();
  });
});
