import { t } from '@vscode/l10n';
import { andList } from '../../run/listInWords';
import type { DynamicsSettings } from '../dynamicsSettings';

/** Most optimizer steps that the exact recursion is laid out over. */
const MOST_STEPS = 1 << 20;
/** Most stretches of constant force, one per row and refresh: up to a second of work. */
const MOST_STRETCHES = 1 << 19;
/** Most refreshes of async lag: the refresh map is a polynomial of that degree. */
const MOST_LAG = 64;

/**
 * What is missing or outside of what the theory holds for, with the flag that gives it.
 *
 * @param settings what is known of the run
 * @returns a sentence; null where nothing is missing
 */
export function whyUnbound({ beta, refreshInterval, asyncLag, stepUnit }: DynamicsSettings): string | null {
  const missing = [
    ...(beta === null ? ['--beta1'] : []),
    ...(refreshInterval === null ? ['--refresh-interval'] : []),
    ...(stepUnit === 'unknown' ? ['--step-unit'] : []),
  ];
  if (missing.length > 0) return t('not known: give {0}.', andList(missing));
  if (beta !== null && !(beta >= 0 && beta < 1))
    return t('momentum must be in [0, 1), not {0} (--beta1).', beta);
  if (refreshInterval !== null && !isWhole(refreshInterval, 1))
    return t(
      'the refresh interval must be a whole number of steps ≥ 1, not {0} (--refresh-interval).',
      refreshInterval,
    );
  return isWhole(asyncLag, 0)
    ? null
    : t('the async lag must be a whole number of steps ≥ 0, not {0} (--async-lag).', asyncLag);
}

/**
 * Whether the recursion would take longer than anybody waits.
 *
 * @param settings what is known of the run
 * @param steps optimizer steps of the segment
 * @param rows its rows
 * @returns a sentence; null where it would not
 */
export function whyTooLong(
  { asyncLag, refreshInterval }: DynamicsSettings,
  steps: number,
  rows: number,
): string | null {
  if (asyncLag > MOST_LAG * (refreshInterval ?? 1))
    return t('an async lag above {0} refreshes is more than is computed (--async-lag).', MOST_LAG);
  if (steps > MOST_STEPS)
    return t(
      'this log spans {0} optimizer steps, and it is run up to {1} (fit a part with --until).',
      ...[Math.ceil(steps), MOST_STEPS],
    );
  const stretches = Math.ceil(Math.min(steps, steps / (refreshInterval ?? 1) + rows));
  return stretches <= MOST_STRETCHES
    ? null
    : t(
        'this log has {0} rows and refreshes, and it is run up to {1} (fit a part with --until).',
        ...[stretches, MOST_STRETCHES],
      );
}

/** The bound curve counts the learning rate as constant. */
export function rateUnknown(): string {
  return t('the learning rate is not known and counts as constant (--learning-rate).');
}

/** No curve in optimizer time without a learning rate. */
export function rateNeeded(): string {
  return t('needs a learning rate: the log has none (--learning-rate if it was constant).');
}

/** Nor where it is 0 throughout. */
export function rateIsZero(): string {
  return t('the learning rate is 0 throughout.');
}

/** The rows do not begin where training did. */
export function beginsLate(first: number): string {
  return t('the rows begin at step {0}, so momentum counts as built up by then.', first);
}

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
