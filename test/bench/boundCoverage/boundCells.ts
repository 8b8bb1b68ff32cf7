import type { BoundTruth } from '../../boundLog';

/** One simulated situation. */
export interface BoundCell extends BoundTruth {
  readonly rows: number;
  /** AR(1) autocorrelation of the noise, per row. */
  readonly rho: number;
}

/** Standard deviation of the noise: a tenth of the rise. */
export const BOUND_SIGMA = 0.06;

/** Slow timescales in view, but for the ringing cell: k = this over the optimizer steps. */
const IN_VIEW = 4;

const decay = (share: number): number => 1 - 0.95 * share;

type Settings = Pick<BoundTruth, 'optimizer' | 'beta' | 'refreshInterval' | 'stepUnit' | 'schedule'>;

function cell(rows: number, rho: number, settings: Settings): BoundCell {
  const perStep = settings.stepUnit === 'rollout' ? settings.refreshInterval : 1;
  return { ...settings, rows, rho, stiffness: IN_VIEW / (rows * perStep) };
}

/** Both optimizers, both units, K of 1, 4 and 16, momentum 0 and 0.9, short and long logs, quiet to sticky noise. */
export const BOUND_CELLS: readonly BoundCell[] = [
  cell(100, 0.5, { optimizer: 'sgd', beta: 0, refreshInterval: 1, stepUnit: 'update' }),
  cell(400, 0.5, { optimizer: 'sgd', beta: 0, refreshInterval: 1, stepUnit: 'update' }),
  cell(100, 0.5, { optimizer: 'sgd', beta: 0.9, refreshInterval: 1, stepUnit: 'update' }),
  cell(400, 0.5, { optimizer: 'sgd', beta: 0.9, refreshInterval: 4, stepUnit: 'update' }),
  cell(100, 0, { optimizer: 'sgd', beta: 0.9, refreshInterval: 16, stepUnit: 'rollout' }),
  cell(400, 0.8, { optimizer: 'sgd', beta: 0.9, refreshInterval: 4, stepUnit: 'rollout' }),
  cell(400, 0.3, { optimizer: 'sgd', beta: 0, refreshInterval: 16, stepUnit: 'update' }),
  cell(100, 0.5, { optimizer: 'adam', beta: 0.9, refreshInterval: 4, stepUnit: 'update' }),
  cell(400, 0.5, { optimizer: 'adam', beta: 0.9, refreshInterval: 1, stepUnit: 'update' }),
  cell(400, 0.5, { optimizer: 'adam', beta: 0.9, refreshInterval: 16, stepUnit: 'rollout' }),
  cell(100, 0.5, { optimizer: 'adam', beta: 0, refreshInterval: 4, stepUnit: 'rollout' }),
  cell(400, 0.5, { optimizer: 'adam', beta: 0.9, refreshInterval: 4, stepUnit: 'rollout', schedule: decay }),
  {
    optimizer: 'sgd',
    beta: 0.9,
    refreshInterval: 4,
    stepUnit: 'update',
    stiffness: 0.2,
    rows: 100,
    rho: 0.5,
  },
];
