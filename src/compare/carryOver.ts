import { t } from '@vscode/l10n';
import { stiffnessOrBound } from '../dynamics/absoluteStiffness';
import { dynamicsSettings } from '../dynamics/dynamicsSettings';
import type { Interval } from '../dynamics/fit';
import { peakRate } from '../dynamics/peakRate';
import { withoutStart } from '../dynamics/segments/withoutStart';
import type { Run, RunConfig } from '../run/run';
import { numberIn } from '../run/runConfig';
import type { NotAssessable, Verdict } from './answer';
import { closeCarryOvers, type OpenCarryOver } from './closeCarryOvers';
import { differenceOf, measured, type Measured } from './difference';
import type { FittedRun } from './fittedRun';
import { jitterStiffness } from './jitterStiffness';
import { sameSetting } from './sameSetting';
import { unknownInWords, type UnknownStiffness } from './unknownStiffness';

/** The stiffness of one run as the curvature of another predicts it, and as it was measured (1/optimizer step). */
export interface CarryOver {
  readonly first: number;
  readonly second: number;
  readonly verdict: Verdict;
  readonly predicted: number;
  readonly measured: number;
  /** Measured over predicted: 1 where κ carries over. */
  readonly ratio: number;
  /** 95 %; an end is open where a log bounds its stiffness on one side only. */
  readonly interval: Interval;
  /** Two-sided, for this pair alone. */
  readonly p: number;
  /** The same, allowing for all pairs that κ is carried over between (Holm). */
  readonly pHolm: number;
}

/** The same where it cannot be asked. */
export interface NoCarryOver extends NotAssessable {
  readonly first: number;
  readonly second: number;
  /** The runs whose stiffness is not known, where that is why. */
  readonly unknown?: readonly UnknownStiffness[];
}

/**
 * Does κ, measured in one run, predict the stiffness k = ηκ of another at its own learning rate? Asked of pairs that
 * differ in the learning rate, and only for SGD with one momentum: with Adam k depends on the gradient's noise (theory.md §5b).
 *
 * @param runs all runs of a comparison
 * @param copies of each run the place of the run that it is a copy of; null, the default, where it is none
 * @returns one answer a pair, p values adjusted over all; none where no pair differs in its learning rate
 */
export function carryOvers(
  runs: readonly FittedRun[],
  copies: readonly (number | null)[] = [],
): (CarryOver | NoCarryOver)[] {
  const open = runs.flatMap((a, first) =>
    runs.slice(first + 1).flatMap((b, k): OpenCarryOver[] => {
      const second = first + 1 + k;
      const [eta, other] = [a, b].map(({ run }) => peakRate(run));
      if (eta === null || other === null || sameSetting('learningRate', a.run, b.run) !== false) return [];
      const because = whyNot(a.run.config, b.run.config);
      if (because !== null) return [{ first, second, verdict: 'not-assessable' as const, because }];
      return [{ first, second, ...carried([first, a], [second, b], other / eta) }];
    }),
  );
  return closeCarryOvers(open, copies);
}

function whyNot(a: RunConfig, b: RunConfig): string | null {
  const isSgd = [a, b].every((config) => /sgd/i.test(String(config.get('optimizer')?.value)));
  if (!isSgd)
    return t(
      'κ may only be carried over between runs of SGD; with Adam the stiffness depends on the gradient noise',
    );
  return numberIn(a, 'beta1') === numberIn(b, 'beta1') ? null : t('the runs differ in their momentum');
}

type Placed = readonly [place: number, run: FittedRun];

function carried(
  a: Placed,
  b: Placed,
  factor: number,
): Omit<CarryOver, 'first' | 'second' | 'verdict' | 'pHolm'> | Omit<NoCarryOver, 'first' | 'second'> {
  const [from, to] = [a, b].map(([, run]) => logStiffness(run));
  if (typeof from === 'string' || typeof to === 'string') {
    const unknown = [[a, from] as const, [b, to] as const].flatMap(([[run], because]) =>
      typeof because === 'string' ? [{ run, because }] : [],
    );
    return { verdict: 'not-assessable', because: unknownInWords(unknown), unknown };
  }
  const { value, interval, p } = differenceOf({ ...from, value: from.value + Math.log(factor) }, to);
  const [low, high] = interval;
  if (low === null && high === null)
    return { verdict: 'not-assessable', because: t('the ratio is bounded on neither side') };
  return {
    predicted: Math.exp(from.value) * factor,
    measured: Math.exp(to.value),
    ratio: Math.exp(value),
    interval: [low === null ? null : Math.exp(low), high === null ? null : Math.exp(high)],
    p,
  };
}

/** k with the interval of its Report, widened by what the policy's jitter allows (`jitterStiffness.ts`); or why not. */
function logStiffness({ run, fits, segmentation }: FittedRun): Measured | string {
  if (segmentation.collapse !== null) return t('the reward collapsed');
  if (isUnloggedSchedule(run))
    return t('its learning rate changes over the run, and the log does not hold it');
  const { stiffness, reason } = stiffnessOrBound(
    segmentation.startIsKnown ? fits : withoutStart(fits, false),
  );
  const { bound } = fits.curves;
  if (stiffness === null || bound === null) return (reason ?? '').replace(/[.。]$/, '');
  const own = stiffness.interval ?? [null, null];
  const [low, high] = hull(own, jitterStiffness(fits, bound, dynamicsSettings(run)) ?? own);
  return measured(
    Math.log(stiffness.value),
    [low === null || low <= 0 ? null : Math.log(low), high === null ? null : Math.log(high)],
    (bound.effectiveN ?? fits.n) - 3,
  );
}

/** A schedule or a warmup that only the configuration tells: the curve was fitted as if the rate were constant. */
function isUnloggedSchedule({ series, config }: Run): boolean {
  if (series.has('learningRate')) return false;
  const schedule = config.get('learningRateSchedule');
  const warmup = ['warmupSteps', 'warmupRatio'].map((name) => numberIn(config, name) ?? 0);
  return (schedule !== undefined && !/constant/i.test(String(schedule.value))) || warmup.some((n) => n > 0);
}

function hull(a: Interval, b: Interval): Interval {
  return [
    a[0] === null || b[0] === null ? null : Math.min(a[0], b[0]),
    a[1] === null || b[1] === null ? null : Math.max(a[1], b[1]),
  ];
}
