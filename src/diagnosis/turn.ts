import { smoothed } from '../dynamics/movingNoise';
import { DIAGNOSIS } from './constants';
import type { Column } from './evidenceOf';
import { errorOfMean, meanOf, rangeOf, bendNoise } from './signal';

/** A column that rose to a level of its own and came down again, or did not. */
export interface Turn {
  /** Level at its highest stretch, and where that is. */
  readonly peak: number;
  readonly peakStep: number;
  /** Level of the last stretch. */
  readonly end: number;
  /** peak − end. */
  readonly fall: number;
  /** Standard error of that difference under autocorrelated noise, the selection of the peak counted. */
  readonly error: number;
  /** Last step that still has nine tenths of the fall before it. */
  readonly onset: number;
  /** Range of the moving level. */
  readonly low: number;
  readonly high: number;
}

/** Values per stretch: an eighth of them, three at least. */
const SHARE = 1 / 8;

/** The highest of many stretches is high by selection: expected maximum of about eight normal numbers, in errors. */
const SELECTED = 1.4;

/**
 * Where a column peaked and what it has lost since. The peak is the highest of about eight stretches, so by chance alone
 * it lies 1.4 errors above the level; that is taken off the fall.
 */
export function turnOf(column: Column): Turn {
  const { values, steps, noise } = column;
  const width = Math.min(values.length, Math.max(3, Math.round(SHARE * values.length)));
  const level = smoothed(values, width);
  const half = Math.floor(width / 2);
  let top = half;
  for (let i = half; i < values.length - half; i++) if (level[i] > level[top]) top = i;
  const end = meanOf(values, values.length - width);
  // A turn is part of what the noise is measured on; a few steps of it must not hide it.
  const sigma = Math.min(noise.sigma, Math.max(bendNoise(values), 0.4 * noise.sigma));
  const stretch = errorOfMean({ ...noise, sigma }, width);
  const error = Math.SQRT2 * stretch;
  const peak = level[top] - SELECTED * stretch;
  const fall = peak - end;
  const fine = smoothed(values, 3);
  const turned = fine.findLastIndex((value) => value >= peak - 0.1 * fall);
  const [low, high] = rangeOf(level);
  return {
    peak,
    peakStep: steps[top],
    end,
    fall,
    error,
    onset: steps[Math.max(top, Math.min(turned, values.length - 1))],
    low,
    high,
  };
}

/** The fall of a held-out score that counts: beyond its noise, and worth a word. */
export function heldOutNeeded({ error, high, low }: Turn): number {
  const range = high - low;
  return Math.max(
    DIAGNOSIS.heldOutErrors * error,
    Math.min(DIAGNOSIS.heldOutFall, 0.5 * range),
    DIAGNOSIS.heldOutShare * range,
  );
}
