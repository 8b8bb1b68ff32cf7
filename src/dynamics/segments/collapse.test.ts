import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../../test/handMadeRun';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import type { Series } from '../../run/run';
import { findCollapse } from './collapse';

const N = 300;
const noisy = (of: (i: number) => number, rho = 0, seed = 7): Series => {
  const noise = autoregressiveNoise(N, [rho], seededNormal(seed));
  return handMadeRun(noise.map((x, i) => of(i) + 0.03 * x)).reward;
};
const rise = (i: number): number => 0.8 - 0.6 * Math.exp(-i / 30);

describe('findCollapse', () => {
  it('finds the peak and the fall of a run that broke', () => {
    const found = findCollapse(
      noisy((i) => (i < 200 ? rise(i) : 0.15)),
      [],
    );
    expect(found).toMatchObject({ isSudden: true, stillFalling: false });
    expect(found?.peak).toBeCloseTo(0.8, 1);
    expect(found?.now).toBeCloseTo(0.15, 1);
    expect(found?.peakStep).toBeLessThan(205);
  });

  it('knows a fall that goes on', () => {
    expect(
      findCollapse(
        noisy((i) => rise(i) - Math.max(0, (i - 240) * 0.012)),
        [],
      )?.stillFalling,
    ).toBe(true);
  });

  it.each([0.5, 0.7, 0.9])('finds it in noise with ρ = %s', (rho) => {
    const found = [1, 2, 3, 4, 5].map((seed) =>
      findCollapse(
        noisy((i) => (i < 200 ? rise(i) : 0.15), rho, seed),
        [],
      ),
    );
    expect(found.every((one) => one?.isSudden === true)).toBe(true);
  });

  it('tells slipping from breaking', () => {
    expect(
      findCollapse(
        noisy((i) => rise(i) - Math.max(0, (i - 100) * 0.003)),
        [],
      )?.isSudden,
    ).toBe(false);
  });

  it.each([
    ['a healthy rise', rise],
    ['a dip that recovered', (i: number) => (i > 150 && i < 180 ? 0.3 : rise(i))],
    ['a small loss', (i: number) => rise(i) - (i > 250 ? 0.1 : 0)],
    ['a decline from the start', (i: number) => 0.8 - i * 0.002],
    ['noise', () => 0.5],
  ])('sees none in %s', (_, of) => {
    expect(findCollapse(noisy(of), [])).toBeNull();
  });

  it('takes a log of half a million rows', () => {
    const rewards = Float64Array.from({ length: 500_000 }, (_, i) => (i < 300_000 ? i / 300_000 : 0));
    expect(findCollapse(handMadeRun(rewards).reward, [])?.isSudden).toBe(true);
  });

  it('does not judge fewer than 30 rows, nor one row', () => {
    expect(findCollapse(handMadeRun([0.1, 0.9, 0.9, 0.1]).reward, [])).toBeNull();
    expect(findCollapse(handMadeRun([0.1]).reward, [])).toBeNull();
  });
});
