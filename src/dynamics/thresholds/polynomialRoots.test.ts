import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { polynomialRoots } from './polynomialRoots';

/** Coefficients, ascending, of Π (z − r) over real roots and Π (z² − 2 Re z + |r|²) over pairs. */
function expand(real: readonly number[], pairs: readonly (readonly [number, number])[]): number[] {
  const factors = [...real.map((r) => [-r, 1]), ...pairs.map(([re, im]) => [re * re + im * im, -2 * re, 1])];
  return factors.reduce<number[]>(
    (product, factor) => {
      const next = new Array<number>(product.length + factor.length - 1).fill(0);
      product.forEach((a, i) => factor.forEach((b, j) => (next[i + j] += a * b)));
      return next;
    },
    [1],
  );
}

describe('polynomialRoots', () => {
  it('finds distinct real and complex roots', () => {
    const roots = polynomialRoots(expand([0.9, -0.5], [[0.3, 0.4]]));
    for (const [re, im] of [
      [0.9, 0],
      [-0.5, 0],
      [0.3, 0.4],
      [0.3, -0.4],
    ])
      expect(Math.min(...roots.map((r) => Math.hypot(r.re - re, r.im - im)))).toBeLessThan(1e-12);
  });

  it('splits zero roots off exactly', () => {
    const roots = polynomialRoots([0, 0, -0.25, 0, 1]);
    expect(roots.filter((r) => r.re === 0 && r.im === 0)).toHaveLength(2);
  });

  it('leaves a residual of rounding size for any coefficients', () => {
    const coefficient = fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(fc.array(coefficient, { minLength: 1, maxLength: 30 }), (lower) => {
        const coefficients = [...lower, 1];
        const roots = polynomialRoots(coefficients);
        expect(roots).toHaveLength(coefficients.length - 1);
        for (const { re, im } of roots) {
          let [x, y, size] = [0, 0, 0];
          for (const c of [...coefficients].reverse()) {
            [x, y] = [x * re - y * im + c, x * im + y * re];
            size = size * Math.hypot(re, im) + Math.abs(c);
          }
          expect(Math.hypot(x, y)).toBeLessThanOrEqual(1e-12 * size);
        }
      }),
    );
  });
});
