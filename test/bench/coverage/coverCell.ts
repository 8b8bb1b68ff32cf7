import { RISE, type Cell } from './cells';
import { coverRun, type CoveredRun } from './coverRun';

/** Shares of runs (0 … 1) by quantity, and the median width, for one cell. */
export type CellResult = Cell & { readonly runs: number } & {
  readonly [K in Exclude<keyof CoveredRun, 'width'>]: number;
} & {
  /** Median width of the Report's plateau intervals that are closed, as a share of the rise; null where none is. */
  readonly width: number | null;
};

/** Simulate one cell. */
export function coverCell(where: Cell, runs: number): CellResult {
  const seen = Array.from({ length: runs }, (_, run) => coverRun(where, run));
  const share = (key: Exclude<keyof CoveredRun, 'width'>): number =>
    seen.reduce((sum, run) => sum + Number(run[key]), 0) / runs;
  const widths = seen.map((run) => run.width).filter((width) => width !== null);
  widths.sort((a, b) => a - b);
  return {
    ...where,
    runs,
    plateau: share('plateau'),
    oscillatorPlateau: share('oscillatorPlateau'),
    naive: share('naive'),
    R0: share('R0'),
    omega0: share('omega0'),
    zetaCovered: share('zetaCovered'),
    stiffness: share('stiffness'),
    timescale: share('timescale'),
    riseTime95: share('riseTime95'),
    bandStart: share('bandStart'),
    bandMiddle: share('bandMiddle'),
    bandEnd: share('bandEnd'),
    rows: share('rows'),
    tooEarly: share('tooEarly'),
    noInterval: share('noInterval'),
    openEnd: share('openEnd'),
    width: widths.length === 0 ? null : widths[widths.length >> 1] / (RISE.plateau - RISE.R0),
  };
}
