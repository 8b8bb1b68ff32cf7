import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../test/syntheticLog';
import { driftOf, fallsForSure, tailMoves } from './tail';

const series = (n: number, rho: number, seed: number, of: (share: number) => number): Float64Array =>
  autoregressiveNoise(n, [rho], seededNormal(seed)).map((x, i) => of(i / n) + 0.1 * x);

describe('the end of a run', () => {
  it.each([0, 0.5, 0.7])('is level around a constant at ρ = %s', (rho) => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);
    const of = (test: (values: Float64Array) => boolean): number =>
      seeds.filter((seed) => test(series(300, rho, seed, () => 0.5))).length;
    expect(of((values) => tailMoves({ values, residuals: values }, 0) !== 0)).toBeLessThanOrEqual(8);
    expect(of(fallsForSure)).toBeLessThanOrEqual(2);
  });

  it.each([0, 0.5, 0.7])('moves where it moves, ρ = %s', (rho) => {
    const up = series(400, rho, 3, (share) => share);
    expect(tailMoves({ values: up, residuals: up }, 0.02)).toBe(1);
    expect(fallsForSure(up)).toBe(false);
    const down = up.map((y) => -y);
    expect(tailMoves({ values: down, residuals: down }, 0.02)).toBe(-1);
    expect(fallsForSure(down)).toBe(true);
  });

  it('does not mind a drift too small to matter, nor too few rows', () => {
    const tiny = Float64Array.from({ length: 1000 }, (_, i) => i * 1e-6 + (i % 2) * 1e-5);
    expect(tailMoves({ values: tiny, residuals: tiny }, 0.1)).toBe(0);
    expect(driftOf(Float64Array.of(1, 2, 3))).toBeNull();
  });
});
