import { LAG_SUMS } from '../noise/lagSums';
import { blockFunctions, type BlockFunctions } from './blockFunctions';
import { CURVE_PAIRS, type UndoneSeries } from './noisyEnds';
import { NODES, type PolynomialBlocks } from './polynomialBlocks';

/** A block with what its rows make of the rewards. */
interface UndoneBlock {
  readonly functions: BlockFunctions;
  /** For ones, rewards and presample in turn: by lag and function, Σ f(t) w(t−lag) + f(t−lag) w(t) (lag 0: once). */
  readonly moments: readonly Float64Array[];
}

/** Series in the order of their pairs with φ. */
const PAIR_PLACES = [CURVE_PAIRS.onePhi, CURVE_PAIRS.phiY, CURVE_PAIRS.presamplePhi] as const;

/**
 * Lag sums of a curve on a long, evenly spaced log, the moving average undone, from its values at the nodes of
 * `polynomialBlocks` alone. Undoing u(t) = φ(t) + θ u(t−1) turns a polynomial into a polynomial plus a decaying C θ^t,
 * whose C continues the block before, so that nothing is approximated but φ by its polynomials.
 *
 * @param blocks the layout
 * @param series ones, rewards and presample, the moving average undone; every row enters
 * @param theta moving-average constant θ
 * @returns a function of the curve's values at `blocks.times`, giving its sums laid out as `CURVE_PAIRS`
 */
export function undoneBlocks(
  blocks: PolynomialBlocks,
  series: UndoneSeries,
  theta: number,
): (phi: Float64Array) => Float64Array {
  const known = new Map<number, BlockFunctions>();
  const columns = [series.ones, series.y, series.presample];
  const prepared = blocks.blocks.map(({ from, to }): UndoneBlock => {
    const functions = known.get(to - from) ?? blockFunctions(to - from, theta);
    known.set(to - from, functions);
    // Undone series begin one row before the log.
    return { functions, moments: columns.map((w) => momentsOf(functions, w, from + 1, to + 1)) };
  });
  const u = new Float64Array(blocks.head + 1);
  const weights = new Float64Array(NODES + 1);
  return (phi) => {
    const sums = new Float64Array(CURVE_PAIRS.length);
    undo(phi, theta, u);
    headSums(u, u, sums, CURVE_PAIRS.phiPhi);
    PAIR_PLACES.forEach((at, k) => headSums(u, columns[k], sums, at));
    let [beforeLast, last] = [u[u.length - 2], u[u.length - 1]];
    prepared.forEach(({ functions, moments }, k) => {
      weigh(functions, phi, blocks.head + k * NODES, last, theta, weights);
      addGram(functions, weights, sums);
      PAIR_PLACES.forEach((at, s) => addMoments(functions.count, weights, moments[s], sums, at));
      beforeLast = valueAt(functions, weights, functions.rows - 2);
      last = valueAt(functions, weights, functions.rows - 1);
    });
    endSums([u[0], u[1], beforeLast, last], [u[0], u[1], beforeLast, last], sums, CURVE_PAIRS.phiPhi);
    PAIR_PLACES.forEach((at, s) => {
      const w = columns[s];
      endSums([u[0], u[1], beforeLast, last], [w[0], w[1], w[w.length - 2], w[w.length - 1]], sums, at);
    });
    return sums;
  };
}

/** As `inverseMovingAverage`, for the single rows only. */
function undo(phi: Float64Array, theta: number, u: Float64Array): void {
  u[0] = 0;
  for (let i = 1; i < u.length; i++) u[i] = phi[i - 1] + theta * u[i - 1];
}

function momentsOf(
  { basis, count }: BlockFunctions,
  w: Float64Array,
  from: number,
  to: number,
): Float64Array {
  const moments = new Float64Array(3 * count);
  for (let lag = 0; lag < 3; lag++)
    for (let row = from; row < to; row++) {
      const here = (row - from + 2) * count;
      const there = here - lag * count;
      for (let a = 0; a < count; a++) {
        moments[lag * count + a] += basis[here + a] * w[row - lag];
        if (lag > 0) moments[lag * count + a] += basis[there + a] * w[row];
      }
    }
  return moments;
}

/** The block's functions' weights in u: the undone polynomial at the nodes, and C. */
function weigh(
  { undo: matrix, basis, count }: BlockFunctions,
  phi: Float64Array,
  first: number,
  before: number,
  theta: number,
  weights: Float64Array,
): void {
  for (let a = 0; a < NODES; a++) {
    let sum = 0;
    for (let b = 0; b < NODES; b++) sum += matrix[a * NODES + b] * phi[first + b];
    weights[a] = sum;
  }
  if (count === NODES) return;
  let reached = 0;
  for (let a = 0; a < NODES; a++) reached += basis[count + a] * weights[a];
  weights[NODES] = theta * (before - reached);
}

function valueAt({ basis, count }: BlockFunctions, weights: Float64Array, row: number): number {
  let value = 0;
  for (let a = 0; a < count; a++) value += basis[(row + 2) * count + a] * weights[a];
  return value;
}

function addGram({ gram, count }: BlockFunctions, weights: Float64Array, sums: Float64Array): void {
  for (let lag = 0; lag < 3; lag++)
    for (let a = 0; a < count; a++) {
      let along = 0;
      for (let b = 0; b < count; b++) along += gram[(lag * count + a) * count + b] * weights[b];
      sums[CURVE_PAIRS.phiPhi + lag] += weights[a] * along;
    }
}

function addMoments(
  count: number,
  weights: Float64Array,
  moments: Float64Array,
  sums: Float64Array,
  at: number,
): void {
  for (let lag = 0; lag < 3; lag++)
    for (let a = 0; a < count; a++) sums[at + lag] += weights[a] * moments[lag * count + a];
}

/** The first three lag sums over the single rows. */
function headSums(u: Float64Array, w: Float64Array, sums: Float64Array, at: number): void {
  for (let i = 2; i < u.length; i++) {
    sums[at] += u[i] * w[i];
    sums[at + 1] += u[i] * w[i - 1] + u[i - 1] * w[i];
    sums[at + 2] += u[i] * w[i - 2] + u[i - 2] * w[i];
  }
}

type Ends = readonly [number, number, number, number];

/** The products at the ends, as `lagSums` has them: first two and last two values of both series. */
function endSums([v0, v1, vM, vL]: Ends, [w0, w1, wM, wL]: Ends, sums: Float64Array, at: number): void {
  sums.set([v1 * w1, vL * wL, v0 * w0, vM * wM, v0 * w1 + v1 * w0, vL * wM + vM * wL], at + LAG_SUMS - 6);
}
