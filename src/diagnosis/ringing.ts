import { median, smoothed } from '../dynamics/movingNoise';
import { score } from '../dynamics/modelChoice';
import { DIAGNOSIS } from './constants';
import type { Evidences } from './evidenceOf';
import { figure } from './figures';
import { meanOf, rangeOf, stepNoise } from './signal';

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

/** A fitted ring, or else swings that do not die out. */
export function findRinging(evidences: Evidences): Ringing | null {
  return fittedRing(evidences) ?? undampedSwings(evidences);
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
  const { values, steps } = reward;
  const width = Math.max(3, Math.round(values.length / 60));
  const level = smoothed(values, width);
  const [low, high] = rangeOf(level);
  const least = Math.max(
    DIAGNOSIS.swingShare * (high - low),
    (DIAGNOSIS.swingErrors * Math.SQRT2 * stepNoise(values)) / Math.sqrt(width),
  );
  const turns = regularRun(turnsOf(level, least));
  if (turns.length < DIAGNOSIS.fewestTurns) return null;
  const half = median(gapsOf(turns));
  const lead = ringLead(values.subarray(Math.max(0, turns[0] - half)), Math.max(1, Math.floor(half / 4)));
  if (lead < DIAGNOSIS.ringLead) return null;
  const heights = turns.slice(1).map((turn, i) => Math.abs(level[turn] - level[turns[i]]));
  const height = median(heights);
  return {
    period: (2 * half * (steps[steps.length - 1] - steps[0])) / Math.max(1, steps.length - 1),
    height,
    from: turns[0],
    isDamped: false,
    damping: null,
    margin: Math.min(1, (height / least - 1) / 2 + (turns.length - DIAGNOSIS.fewestTurns) / 6 + lead / 100),
    because: `${turns.length} turns, and noise that rings explains them better than noise that forgets (BIC lower by ${figure(lead)})`,
  };
}

/** The longest stretch of turns whose distances stay within a factor of 2.5 of their middle: swings, not single events. */
function regularRun(turns: readonly number[]): readonly number[] {
  let best: readonly number[] = [];
  for (let from = 0; from < turns.length; from++)
    for (let to = turns.length; to - from > best.length; to--) {
      const run = turns.slice(from, to);
      const gaps = gapsOf(run);
      const middle = median(gaps);
      if (gaps.every((gap) => gap < 2.5 * middle && gap > middle / 2.5)) best = run;
    }
  return best;
}

function gapsOf(turns: readonly number[]): number[] {
  return turns.slice(1).map((turn, i) => turn - turns[i]);
}

/** Rows where the level turns by more than `least`, after its first rise. */
export function turnsOf(level: Float64Array, least: number): number[] {
  const turns: number[] = [];
  let extreme = 0;
  let direction = 1;
  level.forEach((value, i) => {
    if (direction * (value - level[extreme]) > 0) extreme = i;
    else if (direction * (level[extreme] - value) > least) {
      turns.push(extreme);
      direction = -direction;
      extreme = i;
    }
  });
  return turns;
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
