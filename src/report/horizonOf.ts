import type { Run } from '../run/run';

/** The step a forecast is made for, and why that one. */
export interface Horizon {
  readonly step: number;
  /** `end`: the log or its config tells the last step. `double`: twice the observed span. */
  readonly kind: 'end' | 'double';
}

/**
 * The end of the run where the log or its config tells how many steps there will be, else as far again as the log
 * reaches (contract 2). The number of steps counts what the log's steps count where both come from the trainer; rows
 * without a step column are counted from 0 and stand `loggingSteps` apart. A run that has reached its end is asked about
 * as if it went on.
 *
 * @param run the run
 * @returns a logged step after the last one
 */
export function horizonOf(run: Run): Horizon {
  const { steps } = run.reward;
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const end = lastPlannedStep(run);
  if (end !== null && end > last) return { step: end, kind: 'end' };
  return { step: last + Math.max(last - first, 1), kind: 'double' };
}

/**
 * The planned last step of a run that has reached it: a forecast is then about going on.
 *
 * @param run the run
 * @returns the step; null where more is planned, or nothing is known of a plan
 */
export function reachedEnd(run: Run): number | null {
  const end = lastPlannedStep(run);
  const { steps } = run.reward;
  return end !== null && end <= steps[steps.length - 1] ? end : null;
}

/** The last step there will be, in the log's own steps; null where it is not known or counts something else. */
function lastPlannedStep({ config, metrics, stepUnit }: Run): number | null {
  const planned = numberAt(config, 'maxSteps');
  if (planned === null) return null;
  if (metrics.has('step')) return isCounted(config, stepUnit.value) ? planned : null;
  const stride = numberAt(config, 'loggingSteps');
  return stride === null ? null : Math.floor(planned / stride) - 1;
}

/** The log's own header counts its own steps; a number from elsewhere needs steps of a known unit. */
function isCounted(config: Run['config'], unit: Run['stepUnit']['value']): boolean {
  return unit !== 'unknown' || config.get('maxSteps')?.kind === 'log';
}

function numberAt(config: Run['config'], name: string): number | null {
  const value = config.get(name)?.value;
  return typeof value === 'number' && value > 0 ? value : null;
}
