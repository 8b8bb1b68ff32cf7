import { oscillator } from '../../../src/dynamics/curves/curveTable';

/** One cell of the simulation: noise, points, damping and how many slow timescales are in view. */
export interface Cell {
  readonly noise: string;
  readonly n: number;
  readonly zeta: number;
  readonly timescales: number;
}

/** What is true in a cell. */
export interface Truth {
  readonly constants: { R0: number; plateau: number; omega0: number; zeta: number };
  readonly timescale: number;
  readonly riseTime95: number;
  /** k/γ = ω₀/(2ζ). */
  readonly stiffness: number;
}

export const RISE = { R0: 0.2, plateau: 0.8 };
/** Standard deviation of the noise, reward units: a tenth of the rise. */
export const SIGMA = 0.06;

/**
 * AR coefficients. The AR(2) is the jitter of theory.md §4 at β = 0.9, k = 0.02: φ₁ = 1 + β − (1−β)k, φ₂ = −β.
 * "+ s" is half process noise, half sampling noise of a finite batch: an ARMA whose memory hides behind a small lag-1
 * correlation.
 */
export const NOISE: Readonly<
  Record<string, { readonly coefficients: readonly number[]; readonly sampling: number }>
> = {
  white: { coefficients: [], sampling: 0 },
  'ρ .3': { coefficients: [0.3], sampling: 0 },
  'ρ .6': { coefficients: [0.6], sampling: 0 },
  'ρ .8': { coefficients: [0.8], sampling: 0 },
  'AR(2)': { coefficients: [1 + 0.9 - 0.1 * 0.02, -0.9], sampling: 0 },
  'ρ .8 + s': { coefficients: [0.8], sampling: 0.5 },
  'ρ .95 + s': { coefficients: [0.95], sampling: 0.5 },
};

const cell = (noise: string, n: number, zeta: number, timescales: number): Cell => ({
  noise,
  n,
  zeta,
  timescales,
});

/** The 24 cells: every noise with every length; every damping over 1, 3 and 10 timescales. */
export const CELLS: readonly Cell[] = [
  cell('white', 100, 0.4, 3),
  cell('white', 100, 1.3, 10),
  cell('white', 400, 3, 1),
  cell('white', 2000, 1.3, 3),
  cell('white', 2000, 0.4, 10),
  cell('ρ .3', 100, 3, 3),
  cell('ρ .3', 100, 0.4, 1),
  cell('ρ .3', 400, 1.3, 10),
  cell('ρ .3', 400, 0.4, 3),
  cell('ρ .3', 2000, 3, 10),
  cell('ρ .6', 100, 1.3, 3),
  cell('ρ .6', 100, 0.4, 10),
  cell('ρ .6', 400, 3, 3),
  cell('ρ .6', 400, 1.3, 1),
  cell('ρ .6', 2000, 0.4, 3),
  cell('ρ .8', 100, 3, 10),
  cell('ρ .8', 100, 1.3, 10),
  cell('ρ .8', 400, 0.4, 1),
  cell('ρ .8', 400, 1.3, 3),
  cell('ρ .8', 2000, 3, 1),
  cell('AR(2)', 100, 1.3, 3),
  cell('AR(2)', 400, 0.4, 10),
  cell('AR(2)', 2000, 1.3, 10),
  cell('AR(2)', 2000, 3, 3),
];

/** Beyond the 24: what a real log adds to the jitter of the dynamics. */
export const SAMPLING_CELLS: readonly Cell[] = [
  cell('ρ .8 + s', 100, 1.3, 3),
  cell('ρ .8 + s', 400, 3, 3),
  cell('ρ .95 + s', 400, 0.4, 10),
  cell('ρ .95 + s', 2000, 1.3, 10),
];

/** The constants for which `timescales` slow timescales fit into the log. */
export function truthOf({ n, zeta, timescales }: Cell): Truth {
  const timescale = n / timescales;
  const slowest = zeta < 1 ? zeta : zeta - Math.sqrt(zeta * zeta - 1);
  const omega0 = 1 / (timescale * slowest);
  const { riseTime95 = NaN, stiffness = NaN } = oscillator.derived([Math.log(omega0), Math.log(zeta)]);
  return { constants: { ...RISE, omega0, zeta }, timescale, riseTime95, stiffness };
}

/** Seed of one run of a cell; the noise of another purpose gets another `stream`. */
export function seedOf(where: Cell, run: number, stream = 0): number {
  return 1 + run * 101 + where.n + 7 * CELLS.indexOf(where) + 7_000_003 * stream;
}
