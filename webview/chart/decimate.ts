import type { Range } from './range';

/** Most points that are drawn at once; above it a drawing costs more than it shows. */
export const DRAWN_POINTS = 2000;

/** Index of the first x that is not below `value`; `xs` ascending. */
export function lowerBound(xs: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first x above `value`; `xs` ascending. */
export function upperBound(xs: ArrayLike<number>, value: number): number {
  let index = lowerBound(xs, value);
  while (index < xs.length && xs[index] === value) index++;
  return index;
}

/** Share of the drawn points that is spent on the lowest and highest of each stretch; the rest is evenly spaced. */
const SPIKE_SHARE = 0.1;

/** Boundaries of `parts` stretches of equal length over [from, to). */
function boundary(from: number, to: number, part: number, parts: number): number {
  return from + Math.floor((part * (to - from)) / parts);
}

function keepExtremes(ys: ArrayLike<number>, from: number, to: number, kept: Set<number>): void {
  let least = from;
  let most = from;
  for (let i = from; i < to; i++) {
    if ((ys[i] ?? 0) < (ys[least] ?? 0)) least = i;
    if ((ys[i] ?? 0) > (ys[most] ?? 0)) most = i;
  }
  kept.add(least).add(most);
}

/**
 * Indices of the points to draw inside `window`: all of them up to `limit`; else evenly spaced ones, so that the cloud
 * keeps its density, and the lowest and highest of each stretch, so that no spike is hidden. For drawing only: every
 * point is fitted.
 */
export function decimate(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  window: Range,
  limit = DRAWN_POINTS,
): number[] {
  const from = lowerBound(xs, window[0]);
  const to = upperBound(xs, window[1]);
  const count = Math.max(0, to - from);
  if (count <= limit) return Array.from({ length: count }, (_, i) => from + i);
  const kept = new Set([from, to - 1]);
  const stretches = Math.floor((limit * SPIKE_SHARE) / 2);
  for (let s = 0; s < stretches; s++)
    keepExtremes(ys, boundary(from, to, s, stretches), boundary(from, to, s + 1, stretches), kept);
  const even = limit - 2 * stretches - 2;
  for (let i = 0; i < even; i++) kept.add(boundary(from, to, i + 0.5, even));
  return [...kept].sort((a, b) => a - b);
}
