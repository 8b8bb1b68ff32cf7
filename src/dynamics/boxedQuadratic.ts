/**
 * Minimise g·x + xᵀAx/2 over a box that holds the origin, exactly, by a primal active-set method (Nocedal & Wright
 * 2006, §16.5): the free constants go to their common minimum or as far as the first limit in the way, which is then
 * held; at the minimum the held constant that pushes hardest into the box is let go. Deterministic, and for the handful
 * of constants of a fit a few small Cholesky solves.
 *
 * @param gradient g
 * @param matrix A, symmetric and positive semidefinite, row by row; a direction that it leaves undetermined is not used
 * @param low lower limits, ≤ 0, may be −∞
 * @param high upper limits, ≥ 0, may be ∞
 * @returns the minimiser
 */
export function boxedQuadratic(
  gradient: ArrayLike<number>,
  matrix: Float64Array,
  low: readonly number[],
  high: readonly number[],
): number[] {
  const p = low.length;
  const x = new Array<number>(p).fill(0);
  const held = new Set<number>();
  const slope = (i: number): number =>
    x.reduce((sum, value, j) => sum + matrix[i * p + j] * value, gradient[i]);
  // Each round holds or releases one constant; far fewer than the cap are ever needed.
  for (let round = 0; round < 10 * p; round++) {
    const free = x.map((_, i) => i).filter((i) => !held.has(i));
    const move = solve(matrix, p, free, free.map(slope));
    const { share, blocking } = roomFor(x, free, move, low, high);
    free.forEach((i, k) => (x[i] -= share * move[k]));
    if (blocking !== null) {
      x[blocking.index] = blocking.limit;
      held.add(blocking.index);
      continue;
    }
    const released = hardestPush([...held], slope, x, low, high);
    if (released === null) break;
    held.delete(released);
  }
  return x;
}

interface Blocking {
  readonly index: number;
  readonly limit: number;
}

/** The share of a move (taken backwards) that the box has room for, and the limit that is in the way. */
function roomFor(
  x: readonly number[],
  free: readonly number[],
  move: readonly number[],
  low: readonly number[],
  high: readonly number[],
): { share: number; blocking: Blocking | null } {
  let share = 1;
  let blocking: Blocking | null = null;
  free.forEach((index, k) => {
    const limit = move[k] > 0 ? low[index] : high[index];
    const room = move[k] === 0 ? Infinity : (x[index] - limit) / move[k];
    if (!(room < share)) return;
    share = Math.max(0, room);
    blocking = { index, limit };
  });
  return { share, blocking };
}

/** The held constant whose slope pushes it most into the box; null where all are pushed out, and the minimum is found. */
function hardestPush(
  held: readonly number[],
  slope: (i: number) => number,
  x: readonly number[],
  low: readonly number[],
  high: readonly number[],
): number | null {
  let hardest: number | null = null;
  let most = 0;
  for (const i of held) {
    const inwards = x[i] === low[i] ? -slope(i) : slope(i);
    if (low[i] === high[i] || !(inwards > most)) continue;
    most = inwards;
    hardest = i;
  }
  return hardest;
}

/** Solve A z = b over the free constants by Cholesky on the matrix scaled to a unit diagonal. */
function solve(matrix: Float64Array, p: number, free: readonly number[], b: readonly number[]): number[] {
  const scale = free.map((i) => (matrix[i * p + i] > 0 ? 1 / Math.sqrt(matrix[i * p + i]) : 0));
  const lower: number[][] = [];
  const z = b.map((value, i) => value * scale[i]);
  for (let i = 0; i < free.length; i++) {
    lower.push([]);
    for (let j = 0; j <= i; j++) {
      let value = scale[i] * scale[j] * matrix[free[i] * p + free[j]];
      for (let k = 0; k < j; k++) value -= lower[i][k] * lower[j][k];
      // A pivot that is only rounding determines nothing: its constant stays where it is.
      if (i === j) lower[i].push(value > 4e-16 * free.length ? Math.sqrt(value) : Infinity);
      else lower[i].push(value / lower[j][j]);
    }
    for (let k = 0; k < i; k++) z[i] -= lower[i][k] * z[k];
    z[i] /= lower[i][i];
  }
  for (let i = free.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < free.length; k++) z[i] -= lower[k][i] * z[k];
    z[i] /= lower[i][i];
  }
  return z.map((value, i) => value * scale[i]);
}
