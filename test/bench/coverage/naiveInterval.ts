import { oscillator } from '../../../src/dynamics/curves/curveTable';
import type { Fit, Interval } from '../../../src/dynamics/fit';

/** What textbooks do: least squares, independent errors, the plateau ± 1.96 standard errors of the linearised fit. */
export function naiveInterval(fit: Fit, t: Float64Array, y: Float64Array): Interval {
  const n = y.length;
  const { R0, plateau } = fit.constants;
  const [phi, byOmega, byZeta] = Array.from({ length: 3 }, () => new Float64Array(n));
  oscillator.fill({ t, logT: t.map(Math.log) }, oscillator.shape(fit.constants), phi, [byOmega, byZeta]);
  const gap = R0 - plateau;
  const columns = [phi.map((p) => 1 - p), phi, byOmega.map((d) => gap * d), byZeta.map((d) => gap * d)];
  const normal = columns.map((a) => columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i], 0)));
  const half = 1.96 * Math.sqrt((firstOfInverse(normal) * fit.sse) / (n - 4));
  return Number.isFinite(half) ? [plateau - half, plateau + half] : [null, null];
}

/** Element (0, 0) of the inverse of a symmetric matrix: 1 over what elimination of the others leaves of it. */
function firstOfInverse(matrix: number[][]): number {
  const a = matrix.map((row) => [...row]);
  for (let k = a.length - 1; k > 0; k--)
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) a[i][j] -= (a[i][k] * a[k][j]) / a[k][k];
  return 1 / a[0][0];
}
