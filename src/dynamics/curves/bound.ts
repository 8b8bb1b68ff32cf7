import { boundPath } from '../optimizerTime/boundPath';
import type { SegmentSettings } from '../optimizerTime/recursionPlan';
import type { SegmentClock } from '../optimizerTime/segmentClock';
import { range } from '../range';
import { boundMeaning } from './boundMeaning';
import type { Curve, ShapeBox, Window } from './curve';
import { stiffnessLimits } from './stiffnessLimits';

/** Spacing of ln k where a search begins: a ringing has sharper peaks than a saturation. */
const MONOTONE_SPACING = 0.2;
const RINGING_SPACING = 0.05;

/**
 * The hyperparameter-bound curve: the exact recursion of theory.md §1 at the run's own momentum, refresh interval, lag and
 * learning rates, from rest; only R₀, the plateau and the stiffness are free. Search coordinate: ln k, k in 1/optimizer
 * step at the peak learning rate.
 *
 * @param rows logged steps since the segment's first row
 * @param window what the search box depends on
 * @param settings the segment's settings
 * @param clock optimizer time over the segment
 * @returns the curve
 */
export function boundCurve(
  rows: Float64Array,
  window: Window,
  settings: SegmentSettings,
  clock: SegmentClock,
): Curve {
  const { perStep } = settings;
  const path = boundPath(rows, settings);
  const { onset, upper } = stiffnessLimits(settings, window.stride * perStep);
  // As slow as the slowest exponential that is searched, in optimizer time.
  const slowest = 0.02 / (clock.of(window.span) * perStep);
  const limits: ShapeBox = { lower: [Math.log(Math.min(slowest, upper / 2))], upper: [Math.log(upper)] };
  return {
    name: 'bound',
    shapes: 1,
    box: () => limits,
    onlyAtRows: true,
    fill(times, [logK], phi, slopes) {
      path.fill(times, Math.exp(logK), phi, slopes?.[0] ?? null);
      return 0;
    },
    ownLimit: null,
    constants: ({ R0, plateau }, [logK]) => ({ R0, plateau, stiffness: Math.exp(logK) }),
    shape: ({ stiffness }) => [Math.log(stiffness)],
    derived: ([logK]) => boundMeaning(Math.exp(logK), path, settings, clock, window.span),
    starts: () => [],
    scan() {
      const turn = Math.min(Math.max(Math.log(onset), limits.lower[0]), limits.upper[0]);
      return [
        ...range(limits.lower[0], turn, MONOTONE_SPACING),
        ...range(turn, limits.upper[0], RINGING_SPACING),
      ].map((logK) => [logK]);
    },
    // The overdamped limit in optimizer time has rate k per optimizer step.
    nested: (fitted) => {
      const rate = fitted.get('scheduled');
      return rate === undefined
        ? []
        : [[Math.min(limits.upper[0], Math.max(limits.lower[0], rate[0] - Math.log(perStep)))]];
    },
  };
}
