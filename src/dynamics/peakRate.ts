import type { Run } from '../run/run';
import { dynamicsSettings } from './dynamicsSettings';

/**
 * The learning rate that the stiffness of a run is measured at: the peak of the column that its curves were fitted with,
 * whatever a configuration says, or the configured rate where no column is logged.
 *
 * @param run the run
 * @returns the rate, above 0; null where none is known
 */
export function peakRate(run: Pick<Run, 'config' | 'series' | 'stepUnit'>): number | null {
  const rates = dynamicsSettings(run).learningRate?.values ?? new Float64Array();
  const peak = rates.reduce((most, rate) => Math.max(most, rate), 0);
  return peak > 0 ? peak : null;
}
