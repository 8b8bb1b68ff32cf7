import { lagrange, nodePlace, NODES } from './polynomialBlocks';

/** The functions that make up u on a block: the nodes' Lagrange polynomials, and θ^row where θ > 0. */
export interface BlockFunctions {
  readonly rows: number;
  readonly count: number;
  /** Their values at rows −2, −1, 0 … of the block, row by row. */
  readonly basis: Float64Array;
  /** For lag 0, 1, 2 in turn: Σ f(t) g(t − lag) over the rows, both ways round (lag 0: once), as `lagSums` has it. */
  readonly gram: Float64Array;
  /** Node values of φ to those of the polynomial q with q(t) − θ q(t − 1) = φ(t), row by row. */
  readonly undo: Float64Array;
}

/**
 * The functions of all blocks of one length under one moving average.
 *
 * @param rows rows of the block
 * @param theta moving-average constant θ
 * @returns the functions with their sums over the rows
 */
export function blockFunctions(rows: number, theta: number): BlockFunctions {
  const count = theta > 0 ? NODES + 1 : NODES;
  const basis = new Float64Array((rows + 2) * count);
  for (let row = -2; row < rows; row++) {
    const at = (row + 2) * count;
    basis.set(lagrange((2 * row) / (rows - 1) - 1), at);
    if (theta > 0) basis[at + NODES] = theta ** row;
  }
  const gram = new Float64Array(3 * count * count);
  for (let lag = 0; lag < 3; lag++)
    for (let here = 2 * count; here < basis.length; here += count)
      addProducts(basis, here, here - lag * count, count, gram.subarray(lag * count * count));
  return { rows, count, basis, gram, undo: undoMatrix(rows, theta) };
}

function addProducts(
  basis: Float64Array,
  here: number,
  there: number,
  count: number,
  gram: Float64Array,
): void {
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      const product = basis[here + a] * basis[there + b];
      gram[a * count + b] += product;
      if (here !== there) gram[b * count + a] += product;
    }
}

/** Inverse of (identity − θ · shift by one row) on polynomials given by their node values, by Gauss–Jordan. */
function undoMatrix(rows: number, theta: number): Float64Array {
  const step = 2 / (rows - 1);
  const m = Array.from({ length: NODES }, (_, a) => [
    ...lagrange(nodePlace(a) - step).map((value, b) => (a === b ? 1 : 0) - theta * value),
    ...Array.from({ length: NODES }, (_unit, b) => (a === b ? 1 : 0)),
  ]);
  // Diagonally dominant enough for θ < 1 and a shift much shorter than the block: no pivoting.
  for (let i = 0; i < NODES; i++) {
    const pivot = m[i][i];
    m[i] = m[i].map((value) => value / pivot);
    for (let j = 0; j < NODES; j++) {
      if (j === i) continue;
      const factor = m[j][i];
      m[j] = m[j].map((value, k) => value - factor * m[i][k]);
    }
  }
  return Float64Array.from(m.flatMap((row) => row.slice(NODES)));
}
