import { formatNumber, formatStep } from '../../src/report/formatNumber';

const UNITS = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/** A number of tokens: `850`, `1.2 M`. */
export function tokenText(count: number): string {
  const unit = UNITS.find(([size]) => Math.abs(count) >= size);
  return unit === undefined ? formatStep(count) : `${formatNumber(count / unit[0], 3)} ${unit[1]}`;
}

/** Seconds that one unit of a time axis stands for: what keeps its numbers short. */
export function timeUnit(seconds: number): number {
  return seconds > 3 * 3600 ? 3600 : seconds > 180 ? 60 : 1;
}

const NAMES = new Map([
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
]);

/** A time in training: `3.5 h`, `40 min`, `12 s`. */
export function durationText(seconds: number, unit: number): string {
  return `${formatNumber(seconds / unit, 3)} ${NAMES.get(unit) ?? 's'}`;
}
