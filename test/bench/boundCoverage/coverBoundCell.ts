import { absoluteStiffness } from '../../../src/dynamics/absoluteStiffness';
import { NO_SETTINGS } from '../../../src/dynamics/dynamicsSettings';
import type { Interval } from '../../../src/dynamics/fit';
import { fitCurves } from '../../../src/dynamics/fitCurves';
import { assessRegime } from '../../../src/dynamics/regime';
import { boundLog } from '../../boundLog';
import { BOUND_SIGMA, type BoundCell } from './boundCells';

/** What came out of one simulated log. */
export interface BoundOutcome {
  readonly coversK: boolean;
  readonly claimed: boolean;
  readonly coversPlateau: boolean;
  readonly reportCoversPlateau: boolean;
  /** Width of the interval of k as a share of k; null where open. */
  readonly width: number | null;
  /** Fitted k over true k. */
  readonly ratio: number;
}

const PLATEAU = 0.8;

/** Simulates and fits a cell's logs, each with a seed of its own. */
export function coverBoundCell(cell: BoundCell, index: number, runs: number): BoundOutcome[] {
  return Array.from({ length: runs }, (_, run) => outcome(cell, 1 + 101 * run + 7 * index));
}

function outcome(cell: BoundCell, seed: number): BoundOutcome {
  const { optimizer, beta, refreshInterval, stepUnit, stiffness, rows, rho } = cell;
  const { t, y, rate } = boundLog(cell, rows, BOUND_SIGMA, seed, rho);
  const learningRate = { steps: t, values: rate };
  const fits = fitCurves(t, y, {
    settings: { ...NO_SETTINGS, optimizer, beta, refreshInterval, stepUnit, learningRate },
  });
  const { bound } = fits.curves;
  const k = bound?.intervals['stiffness'] ?? null;
  const [low, high] = k ?? [null, null];
  return {
    coversK: holds(k, stiffness),
    claimed: absoluteStiffness(fits).stiffness !== null,
    coversPlateau: holds(bound?.intervals['plateau'] ?? null, PLATEAU),
    reportCoversPlateau: holds(assessRegime(fits, t, y).plateau?.interval ?? null, PLATEAU),
    width: low === null || high === null ? null : (high - low) / stiffness,
    ratio: (bound?.constants['stiffness'] ?? NaN) / stiffness,
  };
}

function holds(interval: Interval | null, value: number): boolean {
  if (interval === null) return false;
  const [low, high] = interval;
  return (low === null || low <= value) && (high === null || value <= high);
}
