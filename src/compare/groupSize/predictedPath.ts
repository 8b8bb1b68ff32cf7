import { t } from '@vscode/l10n';
import type { CurveName, Fit } from '../../dynamics/fit';
import { DECISIVE, MECHANISMS, score } from '../../dynamics/modelChoice';
import { constantOf } from '../constants';
import type { FittedRun } from '../fittedRun';
import { driftShift, type DriftShift } from './driftShift';
import { batchRatio, type GroupSetting } from './groupSetting';

/** What another G does to a mean path: a number, or why the theory gives none. */
export interface PredictedPath {
  /** Reward units, second less first. */
  readonly plateau: number | string;
  /** Second over first. */
  readonly timescale: number | string;
  /** By how much the predicted plateau of the second moves with the first's: 1 where it is the same. */
  readonly stretch: number;
  /** Standard errors of what is predicted, beside that of the first run's plateau: reward units, and of ln timescale. */
  readonly plateauError: number;
  readonly timescaleError: number;
}

/** SGD without a factor in the drift, and what is taken where nothing else is known: the mean path has no G in it. */
export const INVARIANT: PredictedPath = {
  plateau: 0,
  timescale: 1,
  stretch: 1,
  plateauError: 0,
  timescaleError: 0,
};

/**
 * The mean path as the optimizer predicts it (theory.md §4, §5, §5b). SGD: invariant but for the factor of the drift that
 * the group's mean or standard deviation carries. Adam: k = ηκ/σ_g, so the timescale falls as 1/√(B·G), and only the rest point is SGD's.
 *
 * @param setting the pair's setting
 * @param first the first run, whose path the drift's factor is evaluated on
 * @param curve the mechanism both are read by
 * @returns the shift of plateau and timescale
 */
export function predictedPath(
  setting: GroupSetting,
  first: FittedRun,
  curve: CurveName | null,
): PredictedPath {
  const shift = shiftOf(setting, first, curve);
  if (setting.sgd) return shift;
  return { ...shift, timescale: 1 / Math.sqrt(batchRatio(setting).whole), timescaleError: 0 };
}

function shiftOf(
  { advantages, groupSizes, hasKl }: GroupSetting,
  first: FittedRun,
  curve: CurveName | null,
): PredictedPath {
  if (advantages === 'unknown' || advantages === 'leave-one-out') return INVARIANT;
  const no = (because: string): PredictedPath => ({ ...INVARIANT, plateau: because, timescale: because });
  if (hasKl === null)
    return no(t('the drift depends on G, and whether a KL term holds it back is not known of both runs'));
  const plateau = curve === null ? '' : constantOf(first, curve, 'plateau');
  const start = startOf(first);
  if (typeof plateau === 'string' || start === null)
    return no(t('the drift depends on G, and no curve tells where it acts'));
  const shiftAt = (from: number, to: number): DriftShift | string =>
    driftShift({ start: from, plateau: to, hasKl }, groupSizes, advantages);
  const shift = shiftAt(start.value, plateau.value);
  if (typeof shift === 'string') return no(shift);
  const by = (other: DriftShift | string): DriftShift => (typeof other === 'string' ? shift : other);
  const error = Math.min(plateau.below, plateau.above);
  const higher = by(shiftAt(start.value, plateau.value + error));
  const later = by(shiftAt(start.value + start.error, plateau.value));
  return {
    plateau: shift.plateau,
    timescale: shift.timescale,
    stretch: 1 + (higher.plateau - shift.plateau) / error,
    plateauError: Math.abs(later.plateau - shift.plateau),
    timescaleError: Math.hypot(
      Math.log(later.timescale / shift.timescale),
      Math.log(higher.timescale / shift.timescale),
    ),
  };
}

/** Where the first run begins, by the mechanism that describes it best, and how far the other mechanisms begin from there. */
function startOf({ fits }: FittedRun): { readonly value: number; readonly error: number } | null {
  const fitted = MECHANISMS.flatMap((name) => fits.curves[name] ?? []);
  const best = fitted.reduce<Fit | null>((a, b) => (a === null || score(b) < score(a) ? b : a), null);
  if (best === null) return null;
  const value = best.constants['R0'];
  const [low, high] = best.intervals['R0'] ?? [null, null];
  const own = low === null || high === null ? 0 : (high - low) / 4;
  const rivals = fitted.filter((fit) => score(fit) < score(best) + DECISIVE);
  const apart = Math.max(...rivals.map(({ constants }) => Math.abs(constants['R0'] - value)));
  return { value, error: Math.max(Math.hypot(own, apart), 1e-6) };
}
