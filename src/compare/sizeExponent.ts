import { t } from '@vscode/l10n';
import type { Interval } from '../dynamics/fit';
import { fisherTail, studentPoint } from './tailProbability';
import type { Measured } from './difference';

/** A run of one model size: ln(timescale) as measured. */
export interface SizedRun {
  /** Parameters of the model. */
  readonly parameters: number;
  readonly logTimescale: Measured;
}

/** How the timescale grows with model size: timescale ∝ parameters^exponent. */
export interface SizeExponent {
  readonly exponent: number;
  /** 95 %. */
  readonly interval: Interval;
  readonly runs: number;
  /** Chance of a scatter about the power law at least this large, if it holds. */
  readonly misfit: number;
  /** What it says of another size. */
  readonly at: (parameters: number) => { readonly timescale: number; readonly interval: Interval };
}

const FEWEST_SIZES = 3;
const LEVEL = 0.05;

/**
 * The power law of the timescale over model size: ln timescale against ln parameters, weighted by the runs' own
 * intervals. Where the runs scatter about the line by more than those allow (χ² per degree of freedom above 1, at the 5 % level), the
 * intervals are widened by its root and its few degrees of freedom count.
 *
 * @param runs runs whose timescale is bounded on both sides
 * @returns the exponent, or why there is none
 */
export function sizeExponent(runs: readonly SizedRun[]): SizeExponent | string {
  const sizes = new Set(runs.map(({ parameters }) => parameters)).size;
  if (sizes < FEWEST_SIZES)
    return t(
      'a power law needs runs of at least {0} model sizes with a bounded timescale, and these are {1}: through two points there is always one',
      ...[FEWEST_SIZES, sizes],
    );
  const points = runs.map(({ parameters, logTimescale: { value, below, above, degrees } }) => ({
    x: Math.log(parameters),
    y: value,
    weight: ((below + above) / 2) ** -2,
    degrees,
  }));
  const total = sumOf(points, ({ weight }) => weight);
  const x0 = sumOf(points, ({ x, weight }) => x * weight) / total;
  const y0 = sumOf(points, ({ y, weight }) => y * weight) / total;
  const spread = sumOf(points, ({ x, weight }) => weight * (x - x0) ** 2);
  const exponent = sumOf(points, ({ x, y, weight }) => weight * (x - x0) * (y - y0)) / spread;
  const left = points.length - 2;
  const chi = sumOf(points, ({ x, y, weight }) => weight * (y - y0 - exponent * (x - x0)) ** 2) / left;
  const within = welch(points, x0);
  const misfit = fisherTail(chi, left, within);
  const isScattered = misfit < LEVEL;
  const point = studentPoint(LEVEL, isScattered ? left : within) * (isScattered ? Math.sqrt(chi) : 1);
  const half = point / Math.sqrt(spread);
  return {
    exponent,
    interval: [exponent - half, exponent + half],
    runs: points.length,
    misfit,
    at: (parameters) => {
      const away = Math.log(parameters) - x0;
      const value = y0 + exponent * away;
      const reach = point * Math.sqrt(1 / total + (away * away) / spread);
      return { timescale: Math.exp(value), interval: [Math.exp(value - reach), Math.exp(value + reach)] };
    },
  };
}

interface Point {
  readonly x: number;
  readonly weight: number;
  readonly degrees: number;
}

/** Welch's and Satterthwaite's degrees of freedom of the slope: each run counts by its part in the slope's variance. */
function welch(points: readonly Point[], x0: number): number {
  const parts = points.map(({ x, weight, degrees }) => ({ part: weight * (x - x0) ** 2, degrees }));
  const whole = sumOf(parts, ({ part }) => part);
  return (whole * whole) / sumOf(parts, ({ part, degrees }) => (part * part) / degrees);
}

function sumOf<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}
