import { span, type Range } from './range';

/** Fewest points' worth of steps a window may hold: closer than this there is nothing left to see. */
const CLOSEST_SHARE = 1 / 500;

/** The window scaled about `centre` (0.5 zooms in twofold), kept inside `full`; null once it shows everything. */
export function zoomed(full: Range, window: Range | null, factor: number, centre: number): Range | null {
  const [low, high] = window ?? full;
  const width = Math.max((high - low) * factor, span(full) * CLOSEST_SHARE);
  if (width >= span(full)) return null;
  const share = (centre - low) / (high - low || 1);
  return shifted(full, centre - share * width, width);
}

/** The window between two steps in either order, kept inside `full`; null where that is everything or nothing. */
export function between(full: Range, a: number, b: number): Range | null {
  const width = Math.max(Math.abs(b - a), span(full) * CLOSEST_SHARE);
  return width >= span(full) ? null : shifted(full, Math.min(a, b), width);
}

/** The window moved by so many steps, kept inside `full`. */
export function moved(full: Range, window: Range | null, by: number): Range | null {
  return window === null ? null : shifted(full, window[0] + by, span(window));
}

function shifted(full: Range, low: number, width: number): Range {
  const start = Math.min(Math.max(low, full[0]), full[1] - width);
  return [start, start + width];
}

/** The window moved just far enough that `x` is inside it. */
export function panned(full: Range, window: Range | null, x: number): Range | null {
  if (window === null || (x >= window[0] && x <= window[1])) return window;
  const width = span(window);
  const margin = width * 0.1;
  return shifted(full, x < window[0] ? x - margin : x + margin - width, width);
}
