import { timesOf, type Times } from '../times';

/** Nodes in each block: the degree of the polynomial is one less. */
export const NODES = 5;
/** A block spans at most this share of the log, and of the time since its start: see `binned.ts`. */
const SPAN_SHARE = 1 / 128;
const TIME_SHARE = 1 / 32;

/** Consecutive rows on which a curve is replaced by the polynomial through its values at the block's nodes. */
export interface Block {
  /** First row and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Evenly spaced rows of a long log, laid out so that sums over all rows of a smooth curve cost a few hundred evaluations
 * of it instead of one per row. Every row counts: on a block of rows much shorter than anything a curve can do, the
 * curve is its interpolating polynomial of degree 4 to about 1e-6, and sums over rows of polynomials, and of polynomials
 * times the rewards, are taken exactly and once (`undoneBlocks.ts`).
 */
export interface PolynomialBlocks {
  /** Times of the single rows at the start, then of the blocks' nodes. */
  readonly times: Times;
  readonly blocks: readonly Block[];
  /** Rows at the start that stand for themselves. */
  readonly head: number;
}

/** Chebyshev nodes on (−1, 1). */
const NODE_PLACES = Array.from({ length: NODES }, (_, a) => -Math.cos(((2 * a + 1) * Math.PI) / (2 * NODES)));

/**
 * Lay out n evenly spaced rows.
 *
 * @param n rows; enough for a block behind the single rows (more than 400)
 * @param stride steps from one to the next
 * @returns the blocks
 */
export function polynomialBlocks(n: number, stride: number): PolynomialBlocks {
  const widest = (n - 1) * SPAN_SHARE;
  // A block must be longer than its polynomial has nodes, or it saves nothing.
  const shortest = 2 * NODES;
  const head = Math.ceil(shortest / TIME_SHARE);
  const blocks: Block[] = [];
  const nodes = Array.from({ length: head }, (_, i) => i * stride);
  for (let from = head; from < n;) {
    const rows = Math.max(shortest, Math.floor(Math.min(widest, from * TIME_SHARE)));
    const to = from + 2 * rows > n ? n : from + rows;
    blocks.push({ from, to });
    for (const x of NODE_PLACES) nodes.push((from + ((1 + x) / 2) * (to - 1 - from)) * stride);
    from = to;
  }
  return { times: timesOf(Float64Array.from(nodes)), blocks, head };
}

/**
 * The Lagrange polynomials of the nodes.
 *
 * @param x a place: −1 at a block's first row and 1 at its last
 * @returns one value per node; they add up to 1
 */
export function lagrange(x: number): number[] {
  return NODE_PLACES.map((node, a) =>
    NODE_PLACES.reduce(
      (product, other, b) => (a === b ? product : (product * (x - other)) / (node - other)),
      1,
    ),
  );
}

/**
 * Where a node lies.
 *
 * @param a its number
 * @returns its place, between −1 and 1
 */
export function nodePlace(a: number): number {
  return NODE_PLACES[a];
}
