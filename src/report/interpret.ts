import type { Estimate } from '../dynamics/estimate';
import { peakRate } from '../dynamics/peakRate';
import { isOutrun } from './isOutrun';
import { withModelDoubt } from './modelDoubt';
import { isHalfCosine, type PlateauClaim } from './plateauClaim';
import { noiseOf } from './noiseOf';
import type { Reading } from './reading';
import type { Interpretation, Quantity } from './report';
import { plateauIsKnown, runState } from './runState';
import { isSgd } from './stiffnessNotes';

/** The numbers of the interpretation; its sentences are written from the finished Report. */
export type Numbers = Omit<Interpretation, 'sentences'>;

/** The constants of the trusted curve as quantities with units; null where there is no such curve or constant. */
export function interpret(reading: Reading): Numbers {
  const { fit, claims, assessment, rings, start, now, collapse } = reading;
  const { startIsKnown } = reading.segmentation;
  const derived = fit?.derived;
  const known = plateauIsKnown(reading);
  const isInvented = fit !== null && isHalfCosine(fit) && !rings;
  const bounded = known && isBounded(assessment.plateau) && !isInvented;
  // After a collapse the run is no longer on the curve that led to the peak; nor where its end goes on beyond the plateau.
  const isUnderWay = bounded && collapse === null && !isOutrun(reading);
  const ifUnderWay = (
    estimate: Estimate | undefined,
    unit: string,
    others: readonly Estimate[],
  ): Quantity | null => (isUnderWay ? withModelDoubt(quantity(estimate, unit), others) : null);
  // What a log bounds on neither side, or a half cosine laid through an S, is no number to print.
  const ofShape = (estimate: Estimate | undefined, unit: string): Quantity | null =>
    isInvented || isUnbounded(estimate) ? null : quantity(estimate, unit);
  const nowInterval = derived?.now.value === now ? derived.now.interval : null;
  return {
    state: runState(reading),
    regime: assessment.regime,
    curve: fit?.curve ?? null,
    rival: claims.length === 0 ? null : assessment.rival,
    start: { value: start, interval: fit?.intervals['R0'] ?? null, unit: 'reward' },
    now: { value: now, interval: nowInterval ?? null, unit: 'reward' },
    plateau: known ? quantity(assessment.plateau ?? undefined, 'reward') : null,
    progress: ifUnderWay(derived?.progress, 'fraction', claims.map(progressOf)),
    remainingGain: ifUnderWay(derived?.remainingGain, 'reward', claims.map(remainingOf)),
    timescale: ofShape(derived?.timescale, 'steps'),
    riseTime95: bounded && !isOutrun(reading) ? quantity(derived?.riseTime95, 'steps') : null,
    slowStart: startIsKnown ? ofShape(derived?.slowStart, 'steps') : null,
    overshoot: isInvented ? null : quantity(derived?.overshoot, 'fraction'),
    stiffness: ofShape(derived?.stiffness, '1/step'),
    inertia: ofShape(derived?.inertia, 'steps'),
    damping: ofShape(derived?.damping, ''),
    curvature: curvatureOf(reading),
    noise: noiseOf(reading),
  };
}

function progressOf({ progress, progressInterval }: PlateauClaim): Estimate {
  return { value: progress, interval: progressInterval };
}

function remainingOf({ remaining, remainingInterval }: PlateauClaim): Estimate {
  return { value: remaining, interval: remainingInterval };
}

/**
 * κ = k/η: for SGD only, whose step is proportional to the gradient (theory.md §5b). k is per the peak of the rate that the
 * curve was fitted with, so it is divided by that, whatever a configuration says.
 */
function curvatureOf({ absolute: { stiffness }, run }: Reading): Quantity | null {
  const rate = peakRate(run);
  if (stiffness === null || !isSgd(run.config) || rate === null) return null;
  const [low, high] = stiffness.interval ?? [null, null];
  const per = (k: number | null): number | null => (k === null ? null : k / rate);
  return { value: stiffness.value / rate, interval: [per(low), per(high)], unit: CURVATURE_UNIT };
}

const CURVATURE_UNIT = 'per optimizer step and unit of learning rate';

/** An open plateau leaves nothing to measure the progress against. */
function isBounded(plateau: Estimate | null): boolean {
  return plateau !== null && (plateau.interval === null || plateau.interval.every((end) => end !== null));
}

function isUnbounded(estimate: Estimate | undefined): boolean {
  return estimate?.interval?.every((end) => end === null) === true;
}

function quantity(estimate: Estimate | undefined, unit: string): Quantity | null {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return null;
  return { value: estimate.value, interval: estimate.interval, unit };
}
