import { constantOf } from '../../../src/compare/constants';
import { sharedCurve } from '../../../src/compare/sharedCurve';
import { sizeExponent } from '../../../src/compare/sizeExponent';
import { medianOf } from './pairsAcross';
import { simulatedRun, type SimulatedNoise } from './simulatedRun';

const ROWS = 300;
const SIZES = [0.5e9, 1.5e9, 3e9, 7e9];
const FIRST = 20;
/** What is true. */
export const EXPONENT = 0.3;
const SETS = 400;

/** How often the interval of the size exponent holds the truth, in sets of four runs of four sizes. */
export interface ExponentCoverage {
  readonly noise: string;
  readonly sets: number;
  /** Share of the sets that gave an exponent. */
  readonly given: number;
  readonly covered: number;
  readonly width: number;
}

export function exponentCoverage(noise: SimulatedNoise, runs: number): ExponentCoverage {
  const pools = SIZES.map((parameters, k) =>
    Array.from({ length: runs }, (_, i) =>
      simulatedRun(ROWS, FIRST * (parameters / SIZES[0]) ** EXPONENT, noise, 90_001 + 1000 * k + i),
    ),
  );
  const intervals = Array.from({ length: SETS }, (_, set) => {
    // Different strides through the pools, so that no two sets are the same four runs.
    const four = pools.map((pool, k) => pool[(set * (2 * k + 1) + Math.floor(set / runs) * k) % runs]);
    const curve = sharedCurve(four);
    const measured = four.flatMap((fitted, k) => {
      const logTimescale = curve === null ? '' : constantOf(fitted, curve, 'timescale');
      const bounded =
        typeof logTimescale !== 'string' && Number.isFinite(logTimescale.below + logTimescale.above);
      return bounded ? [{ parameters: SIZES[k], logTimescale }] : [];
    });
    const found = sizeExponent(measured);
    return typeof found === 'string' ? null : found.interval;
  });
  const given = intervals.filter((interval) => interval !== null);
  const holds = given.filter(
    ([low, high]) => (low ?? -Infinity) <= EXPONENT && EXPONENT <= (high ?? Infinity),
  );
  return {
    noise: noise.name,
    sets: SETS,
    given: given.length / SETS,
    covered: holds.length / given.length,
    width: medianOf(given.map(([low, high]) => (high ?? Infinity) - (low ?? -Infinity))),
  };
}
