import type { DrawnPlateau } from './drawnPicture';
import type { Range } from './range';

/** Where the plateau lies in the height in view; `line` and the band are clamped to it. */
export interface BandGeometry {
  /** Height of the line and its label, at the edge when the plateau is out of view. */
  readonly line: number;
  /** Which way the plateau is, when it is out of view. */
  readonly beyond: 'above' | 'below' | null;
  /** Lower and upper end of the band in view; null without an interval, where it is open on both sides or where all of it is out of view. */
  readonly band: Range | null;
  /** Which ends of the band are drawn: an open end, or one out of view, has no edge to draw. */
  readonly edges: readonly [low: boolean, high: boolean];
}

function clamp(value: number, [low, high]: Range): number {
  return Math.min(high, Math.max(low, value));
}

function isInside(value: number | null, [low, high]: Range): boolean {
  return value !== null && value >= low && value <= high;
}

/** The plateau's line and band inside `height`; heights in reward units. */
export function bandGeometry(plateau: DrawnPlateau, height: Range): BandGeometry {
  const { value, interval } = plateau;
  const beyond = value > height[1] ? 'above' : value < height[0] ? 'below' : null;
  const line = clamp(value, height);
  // Open on both sides it would be the whole chart, and say nothing.
  const saysNothing = interval === null || interval.every((end) => end === null);
  if (saysNothing) return { line, beyond, band: null, edges: [false, false] };
  const low = clamp(interval[0] ?? height[0], height);
  const high = clamp(interval[1] ?? height[1], height);
  const band = high > low ? ([low, high] as const) : null;
  return { line, beyond, band, edges: [isInside(interval[0], height), isInside(interval[1], height)] };
}
