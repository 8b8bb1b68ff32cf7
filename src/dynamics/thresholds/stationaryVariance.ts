import { type RefreshSettings } from './heldStep';
import { periodMatrix } from './periodMap';
import { refreshThreshold } from './refreshThreshold';

/** Process noise around the plateau for K = 1. */
export interface Jitter {
  /** Var(R), reward units squared. */
  readonly variance: number;
  /** Correlation of neighbouring steps. */
  readonly lagOne: number;
}

/**
 * Stationary jitter of the recursion at K = 1 (theory.md §4): AR(2) with φ₁ = 1+β−a, φ₂ = −β, a = (1−β)k and innovation
 * variance (1−β)²S. `stepVariance` S is the variance of one step's η·gradient, reward units squared; it falls as 1/G for
 * within-group noise. Throws a RangeError where k is not inside (0, k_thr): there is no stationary state.
 */
export function stationaryJitter(stiffness: number, beta: number, stepVariance: number): Jitter {
  checkStable(stiffness, { beta, refreshInterval: 1 });
  const a = (1 - beta) * stiffness;
  const innovation = (1 - beta) ** 2 * stepVariance;
  return {
    variance: (innovation * (1 + beta)) / ((1 - beta) * a * (2 * (1 + beta) - a)),
    lagOne: (1 + beta - a) / (1 + beta),
  };
}

/**
 * Stationary variance of the reward at a refresh for any K, with fresh noise of variance S in every step: the
 * fixed point of P = M P Mᵀ + N, M the period map and N the noise one period adds.
 * Throws a RangeError where k is not inside (0, k_thr).
 */
export function stationaryVariance(
  stiffness: number,
  settings: RefreshSettings,
  stepVariance: number,
): number {
  checkStable(stiffness, settings);
  const [a, b, c, d] = periodMatrix(stiffness, settings);
  const noise = periodNoise(settings, stepVariance);
  const rows: readonly Row[] = [
    [1 - a * a, -2 * a * b, -b * b, noise.gap],
    [-a * c, 1 - a * d - b * c, -b * d, noise.cross],
    [-c * c, -2 * c * d, 1 - d * d, noise.velocity],
  ];
  return firstUnknown(rows);
}

interface Noise {
  readonly gap: number;
  readonly cross: number;
  readonly velocity: number;
}

type Row = readonly [number, number, number, number];

/** Covariance that K independent kicks of variance (1−β)²S to the velocity leave in (x, V) at the period's end. */
function periodNoise({ beta, refreshInterval: K }: RefreshSettings, stepVariance: number): Noise {
  const kick = (1 - beta) ** 2 * stepVariance;
  let [gap, cross, velocity] = [0, 0, 0];
  let remaining = 1;
  let carried = 0;
  for (let age = 0; age < K; age++) {
    carried += remaining;
    gap += kick * carried * carried;
    cross += kick * carried * remaining;
    velocity += kick * remaining * remaining;
    remaining *= beta;
  }
  return { gap, cross, velocity };
}

/** x₀ of three linear equations in (x₀, x₁, x₂), by Cramer's rule. */
function firstUnknown(rows: readonly Row[]): number {
  const right = rows.map(([, y, z, w]) => [w, y, z] as const);
  return determinant(right) / determinant(rows.map(([x, y, z]) => [x, y, z] as const));
}

function determinant(m: readonly (readonly [number, number, number])[]): number {
  const [[a, b, c], [d, e, f], [g, h, i]] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

function checkStable(stiffness: number, settings: RefreshSettings): void {
  const threshold = refreshThreshold(settings).stiffness;
  if (!(stiffness > 0 && stiffness < threshold))
    throw new RangeError(`no stationary jitter at stiffness ${stiffness}: it must lie in (0, ${threshold})`);
}
