import type { SegmentClock } from '../optimizerTime/segmentClock';
import { range } from '../range';
import type { Times } from '../times';
import type { Curve } from './curve';
import { exponential, SATURATION } from './exponential';

/**
 * The overdamped limit in optimizer time: R* − (R* − R₀) e^(−s(t)/τ), s(t) = Σ η/η_peak (theory.md §1, §2). τ counts
 * logged steps at the peak learning rate. Where the rate is constant this is the exponential itself, number for number.
 * Search coordinate: ln(1/τ).
 *
 * @param clock optimizer time over the segment
 * @returns the curve
 */
export function scheduledCurve(clock: SegmentClock): Curve {
  const box: Curve['box'] = (window) => exponential.box({ ...window, span: clock.of(window.span) });
  return {
    ...exponential,
    name: 'scheduled',
    box,
    onlyAtRows: !clock.flat,
    fill: (times, shape, phi, slopes) => exponential.fill(clock.at(times), shape, phi, slopes),
    derived(shape) {
      const derived = exponential.derived(shape);
      const { riseTime95 = NaN } = derived;
      return { ...derived, riseTime95: clock.reaches(riseTime95) };
    },
    starts(window) {
      const { lower, upper } = box(window);
      const shifts = range(lower[0], upper[0], 0.1);
      const logTime = (times: Times): Float64Array => clock.at(times).logT;
      return [{ profile: SATURATION, clock: logTime, speed: 1, shifts, shape: (shift) => [shift] }];
    },
    nested: () => [],
  };
}
