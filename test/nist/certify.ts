import { levenbergMarquardt, type StopReason } from '../../src/dynamics/levenbergMarquardt';
import { NIST_MODELS } from './nistModels';
import { NistProblem } from './nistProblem';
import { readNist, type NistSet } from './readNist';

/** What one search reached on one reference set; digits are those that agree with the certified values. */
export interface Certified {
  readonly name: string;
  readonly difficulty: string;
  readonly start: 1 | 2;
  /** Fewest digits over the constants, and over their standard errors. */
  readonly constants: number;
  readonly deviations: number;
  readonly squares: number;
  readonly stop: StopReason;
  readonly evaluations: number;
}

/** The settings of every search, whatever the set and the start. */
export const NIST_SEARCH = { tolerance: 1e-20, limit: 20_000, damping: 100 } as const;

/** NIST certifies 11 digits. */
const CERTIFIED_DIGITS = 11;

/** Digits that agree: −log₁₀ of the relative error, between 0 and 11. */
export function digits(value: number, certified: number): number {
  const error = Math.abs(value - certified) / Math.abs(certified);
  return Number.isNaN(error)
    ? 0
    : Math.min(CERTIFIED_DIGITS, Math.max(0, -Math.log10(Math.max(error, Number.MIN_VALUE))));
}

/** All sets from both starts, by name. */
export function certifyAll(): Certified[] {
  return Object.keys(NIST_MODELS).flatMap((name) => [certify(name, 1), certify(name, 2)]);
}

/** One set from one of its two starts. */
export function certify(name: string, start: 1 | 2): Certified {
  const set = readNist(name);
  const problem = new NistProblem(set, NIST_MODELS[name]);
  const anywhere = {
    lower: set.constants.map(() => -Infinity),
    upper: set.constants.map(() => Infinity),
  };
  const { shape, sse, stop } = levenbergMarquardt(problem, set.starts[start - 1], anywhere, NIST_SEARCH);
  const { evaluations } = problem;
  const deviations = standardErrors(problem, set, shape, sse);
  const fewest = (values: readonly number[], certified: readonly number[]): number =>
    Math.min(...values.map((value, k) => digits(value, certified[k])));
  return {
    name,
    difficulty: set.difficulty,
    start,
    constants: fewest(shape, set.constants),
    deviations: fewest(deviations, set.deviations),
    squares: digits(sse, set.squares),
    stop,
    evaluations,
  };
}

/** √(s² (JᵀJ)⁻¹) of each constant, s² = SSE/(n − p). */
function standardErrors(problem: NistProblem, set: NistSet, b: readonly number[], sse: number): number[] {
  problem.evaluate(b);
  const p = b.length;
  const scale = b.map((_, k) => Math.sqrt(problem.curvature[k * p + k]));
  const matrix = scale.map((row, i) =>
    scale.map((column, j) => problem.curvature[i * p + j] / (row * column)),
  );
  const variance = sse / (set.y.length - p);
  return b.map((_, k) => Math.sqrt(variance * inverseDiagonal(matrix, k)) / scale[k]);
}

/** Element (k, k) of the inverse: 1 over what elimination of all others leaves there. */
function inverseDiagonal(matrix: readonly (readonly number[])[], k: number): number {
  const a = matrix.map((row) => [...row]);
  const left = a.map((_, i) => i);
  for (let pivot = 0; pivot < a.length; pivot++) {
    if (pivot === k) continue;
    left.splice(left.indexOf(pivot), 1);
    for (const i of left) for (const j of left) a[i][j] -= (a[i][pivot] * a[pivot][j]) / a[pivot][pivot];
  }
  return 1 / a[k][k];
}
