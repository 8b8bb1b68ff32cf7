/** Heights at ascending times. */
interface Path {
  readonly t: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/**
 * A fitted path at one time: a straight line between its rows, held before the first and after the last.
 *
 * @param path the path
 * @param t logged steps since the segment's first
 * @returns reward units
 */
export function onPath({ t: rows, values }: Path, t: number): number {
  let low = 0;
  let high = rows.length - 1;
  if (t <= rows[low]) return values[low];
  if (t >= rows[high]) return values[high];
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (rows[half] <= t) low = half;
    else high = half;
  }
  return values[low] + ((t - rows[low]) / (rows[high] - rows[low])) * (values[high] - values[low]);
}
