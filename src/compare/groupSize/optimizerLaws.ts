import { t } from '@vscode/l10n';
import type { CurveName } from '../../dynamics/fit';
import type { NotAssessable } from '../answer';
import { constantOf } from '../constants';
import type { Measured } from '../difference';
import type { FittedRun } from '../fittedRun';
import { batchRatio, type GroupSetting } from './groupSetting';
import { INVARIANT, type PredictedPath } from './predictedPath';
import { ratioLaw, type RatioLaw } from './ratioLaw';
import { widened } from './widened';

/**
 * Timescale of two runs beside what the optimizer predicts: √(B·G) for Adam, the drift's factor for SGD.
 *
 * @param runs both runs
 * @param predicted the mean path as it is predicted
 * @param curve the mechanism both are read by
 * @returns second over first; not assessable where no ratio but 1 is predicted
 */
export function timescaleLaw(
  [a, b]: readonly [FittedRun, FittedRun],
  { timescale, timescaleError }: PredictedPath,
  curve: CurveName | null,
): RatioLaw | NotAssessable {
  if (typeof timescale === 'string') return no(timescale);
  if (timescale === INVARIANT.timescale) return no(t('none is predicted but that it is the same'));
  if (curve === null) return no(t('no curve was fitted to both'));
  const [first, second] = [constantOf(a, curve, 'timescale'), constantOf(b, curve, 'timescale')];
  if (typeof first === 'string') return no(t('the first: {0}', first));
  if (typeof second === 'string') return no(t('the second: {0}', second));
  return ratioLaw(widened(first, timescaleError), second, {
    predicted: timescale,
    without: 1,
    hasFloor: false,
  });
}

/**
 * Process variance of two runs beside its law: 1/(B·G) for SGD, its root for Adam; the part that comes from differences
 * between prompts falls with B alone (theory.md §4, §5b).
 *
 * @param setting the pair's setting
 * @param noise logarithms of both variances, or why they are not known
 * @returns second over first
 */
export function noiseLaw(
  setting: GroupSetting,
  [first, second]: readonly [Measured | string, Measured | string],
): RatioLaw | NotAssessable {
  if (typeof first === 'string') return no(t('the first: {0}', first));
  if (typeof second === 'string') return no(t('the second: {0}', second));
  const { whole, withoutGroups } = batchRatio(setting);
  const power = setting.sgd ? -1 : -0.5;
  return ratioLaw(first, second, {
    predicted: whole ** power,
    without: withoutGroups ** power,
    hasFloor: true,
  });
}

function no(because: string): NotAssessable {
  return { verdict: 'not-assessable', because };
}
