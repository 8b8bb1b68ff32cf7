import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxedQuadratic } from './boxedQuadratic';
import { boxedStep } from './boxedStep';

const number = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true });
const numbers = (count: number, low: number, high: number): fc.Arbitrary<number[]> =>
  fc.array(number(low, high), { minLength: count, maxLength: count });

/** AᵀA + 0.01 of a square matrix given by its elements. */
function positive(elements: readonly number[], p: number): Float64Array {
  const matrix = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      for (let k = 0; k < p; k++) matrix[i * p + j] += elements[k * p + i] * elements[k * p + j];
      if (i === j) matrix[i * p + j] += 0.01;
    }
  return matrix;
}

const problem = fc
  .integer({ min: 1, max: 6 })
  .chain((p) =>
    fc.tuple(
      fc.constant(p),
      numbers(p * p, -2, 2),
      numbers(p, -3, 3),
      fc.array(fc.oneof(number(-2, 0), fc.constantFrom(0, -Infinity)), { minLength: p, maxLength: p }),
      fc.array(fc.oneof(number(0, 2), fc.constantFrom(0, Infinity)), { minLength: p, maxLength: p }),
    ),
  );

describe('the least of a quadratic in a box', () => {
  it('is inside, and at each constant flat, or on a limit that it pushes against', () => {
    fc.assert(
      fc.property(problem, ([p, elements, gradient, low, high]) => {
        const matrix = positive(elements, p);
        const x = boxedQuadratic(gradient, matrix, low, high);
        x.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(low[i]);
          expect(value).toBeLessThanOrEqual(high[i]);
          const slope = x.reduce((sum, other, j) => sum + matrix[i * p + j] * other, gradient[i]);
          const size = 1e-7 * (1 + Math.abs(slope) + Math.max(...x.map(Math.abs)) * 30);
          if (slope > size) expect(value).toBe(low[i]);
          if (slope < -size) expect(value).toBe(high[i]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is what the closed solution for two constants finds', () => {
    const two = fc.tuple(numbers(4, -2, 2), numbers(2, -3, 3), numbers(2, -2, 0), numbers(2, 0, 2));
    fc.assert(
      fc.property(two, ([elements, gradient, lower, upper]) => {
        const matrix = positive(elements, 2);
        const x = boxedQuadratic(gradient, matrix, lower, upper);
        const zero = new Float64Array(2);
        const { move } = boxedStep([0, 0], Float64Array.from(gradient), matrix, zero, 0, { lower, upper });
        x.forEach((value, k) => expect(value).toBeCloseTo(move[k], 8));
      }),
    );
  });

  it('leaves alone what the quadratic does not determine', () => {
    const [x, y] = boxedQuadratic([1, 0], Float64Array.of(2, 0, 0, 0), [-9, -9], [9, 9]);
    expect(x).toBeCloseTo(-0.5, 14);
    expect(y).toBe(0);
  });
});
