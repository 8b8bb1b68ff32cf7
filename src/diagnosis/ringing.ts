import { t } from '@vscode/l10n';
import { commaList } from '../run/listInWords';
import { median } from '../dynamics/movingNoise';
import { score } from '../dynamics/modelChoice';
import { DIAGNOSIS } from './constants';
import type { Column, Evidences } from './evidenceOf';
import { figure, percent } from './figures';
import { growingSwings } from './growingSwings';
import { meanOf, rangeOf } from './signal';
import { swingsOf, type Swings } from './swings';

/** Swings of the reward about its level. */
export interface Ringing {
  /** Steps per swing. */
  readonly period: number;
  /** Peak to trough, reward units. */
  readonly height: number;
  /** Row where the swings begin. */
  readonly from: number;
  /** True where a damped oscillator describes them: they die out by themselves. */
  readonly isDamped: boolean;
  readonly damping: number | null;
  /** How clear, 0 … 1. */
  readonly margin: number;
  /** Why, in words. */
  readonly because: string;
}

/** Lead of the oscillator over a constant from which a ring is beyond doubt, as the Report's reading has it. */
const SURE = 15;
/** Swings that are named one by one. */
const MOST_SHOWN = 5;

/** A fitted ring, or else swings that do not die out. */
export function findRinging(evidences: Evidences): Ringing | null {
  return fittedRing(evidences) ?? growing(evidences) ?? undampedSwings(evidences);
}

function fittedRing({ fits, assessment, reward, level, fittedFrom }: Evidences): Ringing | null {
  const { oscillator } = fits.curves;
  const period = oscillator?.derived.period?.value;
  if (
    assessment.regime !== 'oscillatory' ||
    oscillator === null ||
    oscillator.atBound ||
    period === undefined
  )
    return null;
  const { R0, plateau, zeta, omega0 } = oscillator.constants;
  if (!(score(fits.constant) - score(oscillator) >= SURE)) return null;
  if (assessment.plateau?.interval?.every((end) => end !== null) !== true) return null;
  const overshoot = Math.exp((-Math.PI * zeta) / Math.sqrt(1 - zeta * zeta));
  const height = 2 * Math.abs(plateau - R0) * overshoot;
  const [low, high] = rangeOf(level);
  // Above the noise: the first swing past the plateau against the error of a mean over a quarter of it.
  const rows = Math.max(
    1,
    (period / 4) *
      (reward.values.length / Math.max(1, reward.steps[reward.steps.length - 1] - reward.steps[0])),
  );
  const seen = height / 2 / (reward.noise.sigma / Math.sqrt(rows));
  if (seen < 3 || height < DIAGNOSIS.swingShare * (high - low)) return null;
  const peakAt = fittedFrom + Math.PI / (omega0 * Math.sqrt(1 - zeta * zeta));
  const from = reward.steps.findIndex((step) => step >= peakAt);
  return {
    period,
    height,
    from: Math.max(0, from),
    isDamped: true,
    damping: zeta,
    margin: Math.min(1, Math.max(0.2, (height / (high - low) / DIAGNOSIS.swingShare - 1) / 2)),
    because: assessment.reasons[0] ?? '',
  };
}

/** Beyond the threshold swings do not die out and no damped curve fits: what is left is that the reward turns, and turns. */
function undampedSwings({ reward }: Evidences): Ringing | null {
  const swings = swingsOf(reward.values);
  const { turns, half, heights, least } = swings;
  if (turns.length < DIAGNOSIS.fewestTurns) return null;
  const ringing = reward.values.subarray(Math.max(0, turns[0] - half));
  const lead = ringLead(ringing, Math.max(1, Math.floor(half / 4)));
  if (lead < DIAGNOSIS.ringLead) return null;
  const height = median(heights);
  return {
    ...ringOf(reward, swings),
    margin: Math.min(1, (height / least - 1) / 2 + (turns.length - DIAGNOSIS.fewestTurns) / 6 + lead / 100),
    because: t(
      '{0} turns, and noise that rings explains them better than noise that forgets (BIC lower by {1})',
      ...[turns.length, figure(lead)],
    ),
  };
}

/** Each swing is larger than the one before: beyond the threshold whatever their number. */
function growing({ reward, level, ceiling }: Evidences): Ringing | null {
  const found = growingSwings(reward, ceiling === null ? null : level);
  if (found === null) return null;
  const { swings, chance } = found;
  const heights = commaList(swings.heights.slice(0, MOST_SHOWN).map(figure));
  return {
    ...ringOf(reward, swings),
    margin: Math.min(1, 0.4 + (swings.heights.length - DIAGNOSIS.fewestTurns) / 5),
    because:
      chance === null
        ? t('each swing is larger than the one before: {0}', heights)
        : t(
            'each swing is larger than the one before: {0}; chance of such growth in stationary noise {1}',
            ...[heights, percent(chance)],
          ),
  };
}

function ringOf({ steps }: Column, { half, heights, start }: Swings): Omit<Ringing, 'margin' | 'because'> {
  return {
    period: (2 * half * (steps[steps.length - 1] - steps[0])) / Math.max(1, steps.length - 1),
    height: median(heights),
    from: start,
    isDamped: false,
    damping: null,
  };
}

/** BIC by which an autoregression of second order (which can ring) beats one of first order, over means of `width` rows. */
function ringLead(values: Float64Array, width: number): number {
  const count = Math.floor(values.length / width);
  const bins = Float64Array.from({ length: count }, (_, i) => meanOf(values, i * width, (i + 1) * width));
  const mean = meanOf(bins);
  const x = bins.map((value) => value - mean);
  const lag = (k: number): number => {
    let sum = 0;
    for (let i = k; i < count; i++) sum += x[i] * x[i - k];
    return sum;
  };
  const [c0, c1, c2] = [lag(0), lag(1), lag(2)];
  if (!(c0 > 0) || count < 10) return 0;
  const [r1, r2] = [c1 / c0, c2 / c0];
  const partial = (r2 - r1 * r1) / (1 - r1 * r1);
  return partial >= 0 ? 0 : -count * Math.log(1 - partial * partial) - Math.log(count);
}
