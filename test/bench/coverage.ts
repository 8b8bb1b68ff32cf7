import { oscillator } from '../../src/dynamics/curves/curveTable';
import type { Fit, Interval } from '../../src/dynamics/fit';
import { fitCurves } from '../../src/dynamics/fitCurves';
import { assessRegime } from '../../src/dynamics/regime';
import { curveWithNoise } from '../syntheticLog';

/** One cell of the simulation: noise, points, damping and how many slow timescales are in view. */
export interface Cell {
  readonly noise: string;
  readonly n: number;
  readonly zeta: number;
  readonly timescales: number;
}

/** Shares of runs (0 … 1) and medians for one cell. */
export interface CellResult extends Cell {
  readonly runs: number;
  /** The 95 % interval of R* holds the truth: Report's plateau, the free oscillator's, and naive least squares'. */
  readonly plateau: number;
  readonly oscillatorPlateau: number;
  readonly naive: number;
  /** The oscillator's other constants. */
  readonly R0: number;
  readonly timescale: number;
  readonly riseTime95: number;
  readonly zetaCovered: number;
  readonly tooEarly: number;
  readonly noInterval: number;
  readonly openEnd: number;
  /** Median width of the Report's closed plateau intervals, as a share of the rise; null where none is closed. */
  readonly width: number | null;
}

const RISE = { R0: 0.2, plateau: 0.8 };
/** Standard deviation of the noise, reward units: a tenth of the rise. */
const SIGMA = 0.06;

/**
 * AR coefficients. The AR(2) is the jitter of theory.md §4 at β = 0.9, k = 0.02: φ₁ = 1 + β − (1−β)k, φ₂ = −β.
 * "+ s" is half process noise, half sampling noise of a finite batch: an ARMA whose memory hides behind a small lag-1
 * correlation.
 */
const NOISE: Readonly<
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

/**
 * Simulate one cell. Every run counts: an open end covers its side, a missing interval is a miss unless the regime is
 * `too-early`.
 */
export function coverCell(where: Cell, runs: number): CellResult {
  const truth = truthOf(where);
  const seen = Array.from({ length: runs }, (_, run) => {
    const seed = 1 + run * 101 + where.n + 7 * CELLS.indexOf(where);
    const { coefficients, sampling } = NOISE[where.noise];
    const { t, y } = curveWithNoise(
      'oscillator',
      truth.constants,
      where.n,
      SIGMA,
      seed,
      coefficients,
      sampling,
    );
    const fits = fitCurves(t, y);
    const { regime, plateau } = assessRegime(fits, t, y);
    const fit = fits.curves.oscillator!;
    const early = regime === 'too-early';
    const range = plateau?.interval ?? null;
    const within = (interval: Interval | null, value: number): boolean =>
      interval === null ? early : holds(interval, value);
    return {
      plateau: within(range, truth.constants.plateau),
      oscillatorPlateau: within(fit.intervals['plateau'], truth.constants.plateau),
      naive: holds(naiveInterval(fit, t, y), truth.constants.plateau),
      R0: within(fit.intervals['R0'], truth.constants.R0),
      timescale: within(fit.derived.timescale?.interval ?? null, truth.timescale),
      riseTime95: within(fit.derived.riseTime95?.interval ?? null, truth.riseTime95),
      zetaCovered: within(fit.intervals['zeta'], where.zeta),
      tooEarly: early,
      noInterval: range === null,
      openEnd: range?.includes(null) === true,
      width: range === null || range[0] === null || range[1] === null ? null : range[1] - range[0],
    };
  });
  const share = (key: Exclude<keyof (typeof seen)[number], 'width'>): number =>
    seen.filter((run) => run[key]).length / runs;
  const widths = seen.map((run) => run.width).filter((width) => width !== null);
  widths.sort((a, b) => a - b);
  return {
    ...where,
    runs,
    plateau: share('plateau'),
    oscillatorPlateau: share('oscillatorPlateau'),
    naive: share('naive'),
    R0: share('R0'),
    timescale: share('timescale'),
    riseTime95: share('riseTime95'),
    zetaCovered: share('zetaCovered'),
    tooEarly: share('tooEarly'),
    noInterval: share('noInterval'),
    openEnd: share('openEnd'),
    width: widths.length === 0 ? null : widths[widths.length >> 1] / (RISE.plateau - RISE.R0),
  };
}

/** The constants for which `timescales` slow timescales fit into the log. */
function truthOf({ n, zeta, timescales }: Cell): {
  constants: { R0: number; plateau: number; omega0: number; zeta: number };
  timescale: number;
  riseTime95: number;
} {
  const timescale = n / timescales;
  const slowest = zeta < 1 ? zeta : zeta - Math.sqrt(zeta * zeta - 1);
  const omega0 = 1 / (timescale * slowest);
  const shape = [Math.log(omega0), Math.log(zeta)];
  const { riseTime95 = NaN } = oscillator.derived(shape);
  return { constants: { ...RISE, omega0, zeta }, timescale, riseTime95 };
}

function holds([low, high]: Interval, value: number): boolean {
  return (low === null || low <= value) && (high === null || value <= high);
}

/** What textbooks do: least squares, independent errors, the plateau ± 1.96 standard errors of the linearised fit. */
function naiveInterval(fit: Fit, t: Float64Array, y: Float64Array): Interval {
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

/** The table of `npm run bench:coverage`, one line per cell, percentages of runs. */
export function coverageTable(
  runs: number,
  cells: readonly Cell[] = [...CELLS, ...SAMPLING_CELLS],
): string[][] {
  const percent = (share: number): string => (100 * share).toFixed(1);
  return cells.map((where) => {
    const result = coverCell(where, runs);
    return [
      where.noise,
      `${where.n}`,
      `${where.zeta}`,
      `${where.timescales}`,
      percent(result.plateau),
      percent(result.oscillatorPlateau),
      percent(result.naive),
      percent(result.R0),
      percent(result.timescale),
      percent(result.riseTime95),
      percent(result.zetaCovered),
      percent(result.tooEarly),
      percent(result.noInterval),
      percent(result.openEnd),
      result.width === null ? '–' : result.width.toPrecision(2),
    ];
  });
}

/** Headings of `coverageTable`. */
export const COVERAGE_HEADINGS = [
  'noise',
  'n',
  'ζ',
  'timescales',
  'R* (Report)',
  'R* (oscillator)',
  'R* naive',
  'R₀',
  'timescale',
  't95',
  'ζ covered',
  'too early',
  'no interval',
  'open end',
  'width / rise',
];
