import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jitterDeviance, type GuessedRows } from './jitterDeviance';

const share = fc.double({ min: 0.1, max: 0.95, noNaN: true });
const rowsOf = (n: number): fc.Arbitrary<Float64Array> =>
  fc.array(share, { minLength: n, maxLength: n }).map((values) => Float64Array.from(values));

/** Covariance of the rows by its definition: jitter from 0 on, kept and added to row by row, under each row's own noise. */
function covariance(
  { kept, added, variances }: Pick<GuessedRows, 'kept' | 'added' | 'variances'>,
  jitter: number,
): number[][] {
  const spread: number[] = [];
  kept.forEach((left, i) =>
    spread.push(i === 0 ? 0 : left ** 2 * spread[i - 1] + added[i] * jitter * variances[i]),
  );
  const between = (i: number, j: number): number => kept.slice(i + 1, j + 1).reduce((a, b) => a * b, 1);
  return Array.from(kept, (_, i) =>
    Array.from(
      kept,
      (__, j) =>
        spread[Math.min(i, j)] * between(Math.min(i, j), Math.max(i, j)) + (i === j ? variances[i] : 0),
    ),
  );
}

/** Solves by elimination; the first entry is the determinant's logarithm. */
function solved(matrix: readonly number[][], right: readonly number[][]): [number, number[][]] {
  const a = matrix.map((row, i) => [...row, ...right.map((column) => column[i])]);
  const n = a.length;
  let logs = 0;
  for (let k = 0; k < n; k++) {
    logs += Math.log(a[k][k]);
    a[k] = a[k].map((value) => value / a[k][k]);
    for (let i = 0; i < n; i++) if (i !== k) a[i] = a[i].map((value, j) => value - a[i][k] * a[k][j]);
  }
  return [logs, right.map((_, c) => a.map((row) => row[n + c]))];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i], 0);

it('is the restricted deviance of the rows’ covariance matrix, up to nothing', () => {
  const rows = fc.tuple(
    rowsOf(8),
    rowsOf(8),
    rowsOf(8),
    rowsOf(8),
    fc.double({ min: 0, max: 5, noNaN: true }),
  );
  fc.assert(
    fc.property(rows, ([rewards, kept, added, variances, jitter]) => {
      const gap = Float64Array.from(rewards.keys(), (i) => 0.7 ** i);
      const [y, one, g] = [[...rewards], [...rewards].map(() => 1), [...gap]];
      const [logs, [sy, s1, sg]] = solved(covariance({ kept, added, variances }, jitter), [y, one, g]);
      const [oneOne, oneG, gg] = [dot(one, s1), dot(one, sg), dot(g, sg)];
      const [logDeterminant, [ends]] = solved(
        [
          [oneOne, oneG],
          [oneG, gg],
        ],
        [[dot(y, s1), dot(y, sg)]],
      );
      const squares = dot(y, sy) - ends[0] * dot(y, s1) - ends[1] * dot(y, sg);
      fc.pre(squares > 1e-6);
      expect(jitterDeviance({ rewards, gap, kept, added, variances }, jitter)).toBeCloseTo(
        6 * Math.log(squares) + logs + logDeterminant,
        6,
      );
    }),
  );
});
