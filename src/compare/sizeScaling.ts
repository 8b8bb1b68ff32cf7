import { t } from '@vscode/l10n';
import type { CurveName, Interval } from '../dynamics/fit';
import { numberIn } from '../run/runConfig';
import type { NotAssessable } from './answer';
import { constantOf } from './constants';
import type { FittedRun } from './fittedRun';
import { sizeExponent } from './sizeExponent';

/** The size exponent of a comparison (timescale ∝ parameters^exponent), with what it says of twice the largest model. */
export interface SizeScaling {
  readonly verdict: 'measured';
  readonly exponent: number;
  readonly interval: Interval;
  readonly runs: number;
  /** Chance of a scatter about the power law at least this large, if it holds. */
  readonly misfit: number;
  readonly prediction: {
    readonly parameters: number;
    readonly timescale: number;
    readonly interval: Interval;
  };
}

/**
 * How the timescale of runs grows with the size of their models.
 *
 * @param runs all runs of a comparison
 * @param curve the mechanism they are read by
 * @returns the exponent; not assessable with a reason; null where the runs' models do not differ in size
 */
export function sizeScaling(
  runs: readonly FittedRun[],
  curve: CurveName | null,
): SizeScaling | NotAssessable | null {
  const sized = runs.flatMap((fitted) => {
    const parameters = numberIn(fitted.run.config, 'parameters');
    return parameters === null || !(parameters > 0) ? [] : [{ fitted, parameters }];
  });
  if (new Set(sized.map(({ parameters }) => parameters)).size < 2) return null;
  if (curve === null) return { verdict: 'not-assessable', because: t('no curve was fitted to all runs') };
  const measured = sized.flatMap(({ fitted, parameters }) => {
    const logTimescale = constantOf(fitted, curve, 'timescale');
    const bounded =
      typeof logTimescale !== 'string' && Number.isFinite(logTimescale.below + logTimescale.above);
    return bounded && logTimescale.below + logTimescale.above > 0 ? [{ parameters, logTimescale }] : [];
  });
  const found = sizeExponent(measured);
  if (typeof found === 'string') return { verdict: 'not-assessable', because: found };
  const { exponent, interval, runs: count, misfit, at } = found;
  const parameters = 2 * Math.max(...measured.map((run) => run.parameters));
  return {
    verdict: 'measured',
    exponent,
    interval,
    runs: count,
    misfit,
    prediction: { parameters, ...at(parameters) },
  };
}
