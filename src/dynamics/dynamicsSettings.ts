import type { Run, RunConfig, StepUnit } from '../run/run';

/** A learning rate as it was logged: absolute logged steps, ascending, and the rate at each. */
export interface LoggedRate {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/** What the curves in optimizer time need to know of a run; plain data, null where it is not known. */
export interface DynamicsSettings {
  readonly optimizer: 'adam' | 'sgd';
  /** β, or Adam's β₁. */
  readonly beta: number | null;
  /** K, optimizer steps per rollout refresh. */
  readonly refreshInterval: number | null;
  /** Further optimizer steps by which rollouts are behind; 0 where the run does not tell. */
  readonly asyncLag: number;
  /** What one logged step is. */
  readonly stepUnit: StepUnit;
  /** The logged column; a single entry where only one rate is known, which then counts as constant. */
  readonly learningRate: LoggedRate | null;
}

/** Nothing is known: only the curves in step time can be fitted. */
export const NO_SETTINGS: DynamicsSettings = {
  optimizer: 'adam',
  beta: null,
  refreshInterval: null,
  asyncLag: 0,
  stepUnit: 'unknown',
  learningRate: null,
};

/**
 * The settings of a run, from its configuration and its learning-rate column. An optimizer that is not known counts as
 * Adam (theory.md §5b).
 *
 * @param run the run
 * @returns its settings
 */
export function dynamicsSettings(run: Pick<Run, 'config' | 'series' | 'stepUnit'>): DynamicsSettings {
  const { config, series, stepUnit } = run;
  return {
    optimizer: /sgd/i.test(String(config.get('optimizer')?.value)) ? 'sgd' : 'adam',
    beta: numberOf(config, 'beta1'),
    refreshInterval: numberOf(config, 'refreshInterval'),
    asyncLag: numberOf(config, 'asyncLag') ?? 0,
    stepUnit: stepUnit.value,
    learningRate: series.get('learningRate') ?? constantRate(numberOf(config, 'learningRate')),
  };
}

function constantRate(rate: number | null): LoggedRate | null {
  return rate === null ? null : { steps: Float64Array.of(0), values: Float64Array.of(rate) };
}

function numberOf(config: RunConfig, name: string): number | null {
  const value = config.get(name)?.value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
