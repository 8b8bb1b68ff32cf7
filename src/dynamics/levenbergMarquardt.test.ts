import { describe, expect, it } from 'vitest';
import { certify } from '../../test/nist/certify';
import { NIST_MODELS } from '../../test/nist/nistModels';
import { readNist } from '../../test/nist/readNist';
import { levenbergMarquardt, type Objective } from './levenbergMarquardt';

describe.each(Object.keys(NIST_MODELS))('%s of the NIST reference sets', (name) => {
  it('has the derivatives of its model', () => {
    const { constants, x } = readNist(name);
    const model = NIST_MODELS[name];
    const b = constants.map((value) => 1.01 * value);
    for (const row of [x[0], x[x.length >> 1], x[x.length - 1]]) {
      const slopes: number[] = [];
      const value = model(b, row, slopes);
      slopes.forEach((slope, k) => {
        const h = 1e-6 * Math.abs(b[k]);
        const at = (shift: number): number =>
          model(
            b.map((other, j) => (j === k ? other + shift : other)),
            row,
            [],
          );
        // A difference over h cannot see less than rounding of the value.
        const blind = (1e-15 * Math.abs(value)) / h;
        expect(Math.abs((at(h) - at(-h)) / (2 * h) - slope)).toBeLessThan(
          1e-6 * Math.abs(slope) + 10 * blind,
        );
      });
    }
  });

  it.each([1, 2] as const)('is solved to seven digits from start %d', (start) => {
    const { constants, squares, stop } = certify(name, start);
    expect(constants).toBeGreaterThanOrEqual(7);
    // Residuals of Lanczos1 are rounding in their third digit already.
    expect(squares).toBeGreaterThanOrEqual(name === 'Lanczos1' ? 2 : 9);
    expect(['decrease', 'floor']).toContain(stop);
  });
});

/** Σ (x_k − at_k)²·weight_k + offset. */
function bowl(at: readonly number[], weight: readonly number[], offset: number): Objective {
  const p = at.length;
  const gradient = new Float64Array(p);
  const curvature = new Float64Array(p * p);
  return {
    gradient,
    curvature,
    total: 1,
    evaluate: (x) => {
      at.forEach((middle, k) => {
        gradient[k] = weight[k] * (x[k] - middle);
        curvature[k * p + k] = weight[k];
      });
      return at.reduce((sum, middle, k) => sum + weight[k] * (x[k] - middle) ** 2, offset);
    },
  };
}

describe('levenbergMarquardt', () => {
  const box = { lower: [-5, -5, -5], upper: [5, 5, 5] };

  it('says why it stopped', () => {
    expect(levenbergMarquardt(bowl([1, 2, 3], [1, 1, 1], 0), [0, 0, 0], box).stop).toBe('exact');
    expect(levenbergMarquardt(bowl([1, 2, 3], [1, 1, 1], 1), [1, 2, 3], box).stop).toBe('gradient');
    expect(levenbergMarquardt(bowl([1, 2, 3], [1, 4, 9], 1), [0, 0, 0], box).stop).toBe('decrease');
    expect(levenbergMarquardt(bowl([1, 2, 3], [1, 1, 1], 1), [0, 0, 0], box, { limit: 1 }).stop).toBe(
      'limit',
    );
  });

  it('ends on the limits that are in the way, wherever it starts', () => {
    for (const start of [
      [0, 0, 0],
      [5, -5, 5],
      [9, 9, -9],
    ]) {
      const { shape } = levenbergMarquardt(bowl([1, 7, -9], [1, 2, 3], 1), start, box);
      expect(shape[0]).toBeCloseTo(1, 3);
      expect(shape.slice(1)).toEqual([5, -5]);
    }
  });
});
