import { niceTicks } from './niceTicks';
import type { Range } from './range';

/** How heights are drawn. */
export type HeightKind = 'linear' | 'log' | 'symlog';

/** Everything is kept in reward units; only where it is drawn differs. */
export interface HeightScale {
  readonly kind: HeightKind;
  readonly of: (value: number) => number;
  /** Values of the ticks in a range of values; null where the chart's own even ones will do. */
  readonly ticks: (range: Range) => number[] | null;
}

const LINEAR: HeightScale = { kind: 'linear', of: (value) => value, ticks: () => null };

/** The kinds that can show these values: a logarithm needs all of them above 0. */
export function legalHeights([low]: Range): HeightKind[] {
  return low > 0 ? ['linear', 'log', 'symlog'] : ['linear', 'symlog'];
}

/**
 * The scale of a kind for values that lie in `range`; linear where the kind is not legal there. Symlog is linear within
 * a hundredth of the largest value of 0, logarithmic outside.
 */
export function heightScale(kind: HeightKind, range: Range): HeightScale {
  if (!legalHeights(range).includes(kind) || kind === 'linear') return LINEAR;
  if (kind === 'log') {
    // What a band has below the smallest value cannot be drawn: it ends a decade lower.
    const floor = range[0] / 10;
    return { kind, of: (value) => Math.log10(Math.max(value, floor)), ticks: logTicks };
  }
  const linear = Math.max(Math.abs(range[0]), Math.abs(range[1])) / 100 || 1;
  return {
    kind,
    of: (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / linear),
    ticks: (of) => symlogTicks(of, linear),
  };
}

function logTicks([low, high]: Range): number[] {
  const decades = Math.log10(high / low);
  if (!(decades > 0.7)) return niceTicks(low, high, 6);
  const factors = decades > 3 ? [1] : [1, 2, 5];
  return decadesBetween(low, high).flatMap((power) => factors.map((factor) => factor * power));
}

function symlogTicks([low, high]: Range, linear: number): number[] {
  const above = decadesBetween(linear, Math.max(linear, high));
  const below = decadesBetween(linear, Math.max(linear, -low)).map((power) => -power);
  return [...below.reverse(), 0, ...above];
}

function decadesBetween(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const count = Math.ceil(Math.log10(high)) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => 10 ** (first + i));
}
