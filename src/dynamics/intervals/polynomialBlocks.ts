import { LAG_SUMS } from '../noise/lagSums';
import { timesOf, type Times } from '../times';

/** Nodes in each block: the degree of the polynomial is one less. */
const NODES = 5;
/** A block spans at most this share of the log, and of the time since its start: see `binned.ts`. */
const SPAN_SHARE = 1 / 128;
const TIME_SHARE = 1 / 32;

/** Consecutive rows on which a curve is replaced by the polynomial through its values at the block's nodes. */
interface Block {
  /** First row and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly polynomials: BlockPolynomials;
}

/** What all blocks of one length share. */
interface BlockPolynomials {
  /** Lagrange polynomials of the nodes at rows −2, −1, 0 … of the block, row by row. */
  readonly basis: Float64Array;
  /** For lag 0, 1, 2 in turn: Σ Lₐ(t) L_b(t − lag), symmetrised, over the rows. */
  readonly gram: Float64Array;
}

/**
 * Evenly spaced rows of a long log, compressed so that lag sums of a smooth curve with itself or with any series cost a
 * few hundred evaluations of the curve instead of one per row. Every row counts: on a block of rows much shorter than
 * anything a curve can do, the curve is its interpolating polynomial of degree 4 to about 1e-6, and the sums over rows
 * of polynomials, and of polynomials times the series, are taken exactly and once.
 */
export interface PolynomialBlocks {
  /** Times of the single rows at the start, then of the blocks' nodes. */
  readonly times: Times;
  readonly blocks: readonly Block[];
  /** Rows at the start that stand for themselves. */
  readonly head: number;
  readonly n: number;
  readonly stride: number;
}

/** A series, reduced to its products with the blocks' polynomials. */
export interface BlockedSeries {
  /** The whole series. */
  readonly values: Float64Array;
  /** For each block and lag: Σ Lₐ(t) w(t − lag) + Lₐ(t − lag) w(t) (lag 0: half of it). */
  readonly moments: Float64Array;
}

/**
 * Compress n evenly spaced rows.
 *
 * @param n rows
 * @param stride steps from one to the next
 * @returns the blocks
 */
export function polynomialBlocks(n: number, stride: number): PolynomialBlocks {
  const widest = (n - 1) * SPAN_SHARE;
  // A block must be longer than its polynomial has nodes, or it saves nothing.
  const head = Math.min(n, Math.ceil((2 * NODES) / TIME_SHARE));
  const known = new Map<number, BlockPolynomials>();
  const blocks: Block[] = [];
  const nodes = Array.from({ length: head }, (_, i) => i * stride);
  for (let from = head; from < n;) {
    const rows = Math.max(2 * NODES, Math.floor(Math.min(widest, from * TIME_SHARE)));
    const to = from + 2 * rows > n ? n : from + rows;
    const polynomials = known.get(to - from) ?? polynomialsOf(to - from);
    known.set(to - from, polynomials);
    blocks.push({ from, to, polynomials });
    for (const x of NODE_PLACES) nodes.push((from + ((1 + x) / 2) * (to - 1 - from)) * stride);
    from = to;
  }
  return { times: timesOf(Float64Array.from(nodes)), blocks, head, n, stride };
}

/**
 * Reduce a series to its products with the blocks' polynomials; every row enters.
 *
 * @param blocks the compressed rows
 * @param values the series, one value per row
 * @returns what `curveWithSeries` needs
 */
export function blockedSeries(blocks: PolynomialBlocks, values: Float64Array): BlockedSeries {
  const moments = new Float64Array(blocks.blocks.length * 3 * NODES);
  blocks.blocks.forEach(({ from, to, polynomials: { basis } }, k) => {
    for (let lag = 0; lag < 3; lag++) {
      const at = (3 * k + lag) * NODES;
      for (let row = from; row < to; row++) {
        const here = (row - from + 2) * NODES;
        const there = here - lag * NODES;
        for (let a = 0; a < NODES; a++) {
          moments[at + a] += basis[here + a] * values[row - lag];
          if (lag > 0) moments[at + a] += basis[there + a] * values[row];
        }
      }
    }
  });
  return { values, moments };
}

/**
 * Lag sums (as `lagSums`) of a curve with a series, up to the products at the ends.
 *
 * @param blocks the compressed rows
 * @param phi the curve at `blocks.times`
 * @param series the series
 * @param out receives the nine sums
 * @param at where in `out`
 */
export function curveWithSeries(
  blocks: PolynomialBlocks,
  phi: Float64Array,
  { values: w, moments }: BlockedSeries,
  out: Float64Array,
  at: number,
): void {
  const { head } = blocks;
  const sums: [number, number, number] = [0, 0, 0];
  for (let i = 2; i < head; i++) {
    sums[0] += phi[i] * w[i];
    sums[1] += phi[i] * w[i - 1] + phi[i - 1] * w[i];
    sums[2] += phi[i] * w[i - 2] + phi[i - 2] * w[i];
  }
  for (let k = 0; k < blocks.blocks.length; k++)
    for (let lag = 0; lag < 3; lag++)
      for (let a = 0; a < NODES; a++)
        sums[lag] += phi[head + k * NODES + a] * moments[(3 * k + lag) * NODES + a];
  out.set(sums, at);
  ends(blocks, phi, [w[0], w[1], w[w.length - 2], w[w.length - 1]], out, at);
}

/**
 * Lag sums of a curve with itself.
 *
 * @param blocks the compressed rows
 * @param phi the curve at `blocks.times`
 * @param out receives the nine sums
 * @param at where in `out`
 */
export function curveWithItself(
  blocks: PolynomialBlocks,
  phi: Float64Array,
  out: Float64Array,
  at: number,
): void {
  const { head } = blocks;
  const sums: [number, number, number] = [0, 0, 0];
  for (let i = 2; i < head; i++) {
    sums[0] += phi[i] * phi[i];
    sums[1] += 2 * phi[i] * phi[i - 1];
    sums[2] += 2 * phi[i] * phi[i - 2];
  }
  for (let k = 0; k < blocks.blocks.length; k++) {
    const { gram } = blocks.blocks[k].polynomials;
    const first = head + k * NODES;
    for (let lag = 0; lag < 3; lag++)
      for (let a = 0; a < NODES; a++) {
        let along = 0;
        for (let b = 0; b < NODES; b++) along += gram[(lag * NODES + a) * NODES + b] * phi[first + b];
        sums[lag] += phi[first + a] * along;
      }
  }
  out.set(sums, at);
  ends(blocks, phi, lastFour(blocks, phi), out, at);
}

/** Products of the first two and last two rows. */
function ends(
  blocks: PolynomialBlocks,
  phi: Float64Array,
  [w0, w1, wM, wL]: readonly [number, number, number, number],
  out: Float64Array,
  at: number,
): void {
  const [v0, v1, vM, vL] = lastFour(blocks, phi);
  out.set([v1 * w1, vL * wL, v0 * w0, vM * wM, v0 * w1 + v1 * w0, vL * wM + vM * wL], at + LAG_SUMS - 6);
}

/** The curve at the first two and last two rows. */
function lastFour(
  { blocks, head }: PolynomialBlocks,
  phi: Float64Array,
): readonly [number, number, number, number] {
  const { polynomials } = blocks[blocks.length - 1];
  const values = phi.subarray(head + (blocks.length - 1) * NODES);
  const at = (back: number): number => {
    const row = polynomials.basis.length - back * NODES;
    return values.reduce((sum, value, a) => sum + value * polynomials.basis[row + a], 0);
  };
  return [phi[0], phi[1], at(2), at(1)];
}

/** Chebyshev nodes on (−1, 1). */
const NODE_PLACES = Array.from({ length: NODES }, (_, a) => -Math.cos(((2 * a + 1) * Math.PI) / (2 * NODES)));

/** The Lagrange polynomials of the nodes at a place, −1 at a block's first row and 1 at its last. */
function lagrange(x: number): number[] {
  return NODE_PLACES.map((node, a) =>
    NODE_PLACES.reduce(
      (product, other, b) => (a === b ? product : (product * (x - other)) / (node - other)),
      1,
    ),
  );
}

function polynomialsOf(rows: number): BlockPolynomials {
  const basis = new Float64Array((rows + 2) * NODES);
  for (let row = -2; row < rows; row++) basis.set(lagrange((2 * row) / (rows - 1) - 1), (row + 2) * NODES);
  const gram = new Float64Array(3 * NODES * NODES);
  for (let lag = 0; lag < 3; lag++)
    for (let here = 2 * NODES; here < basis.length; here += NODES)
      addProducts(basis, here, here - lag * NODES, gram.subarray(lag * NODES * NODES));
  return { basis, gram };
}

/** Products of the polynomials at two rows, both ways round (once where the rows are the same), as `lagSums` has them. */
function addProducts(basis: Float64Array, here: number, there: number, gram: Float64Array): void {
  for (let a = 0; a < NODES; a++)
    for (let b = 0; b < NODES; b++) {
      const product = basis[here + a] * basis[there + b];
      gram[a * NODES + b] += product;
      if (here !== there) gram[b * NODES + a] += product;
    }
}
