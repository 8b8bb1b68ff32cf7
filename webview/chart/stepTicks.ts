import type { Range } from './range';

/** Room that a label and its gap take, pixels. */
const LABEL_WIDTH = 52;
const MAX_TICKS = 9;

/** The smallest 1, 2 or 5 times a power of ten that is at least `least`, and a whole number. */
function niceSpacing(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((spacing) => spacing >= least) ?? 10 * power;
}

/** Ticks of the step axis: whole steps at even spacing, two or more wherever the range holds two whole steps. */
export function stepTicks([low, high]: Range, width: number): number[] {
  const room = Math.min(MAX_TICKS, Math.max(2, Math.floor(width / LABEL_WIDTH)));
  let spacing = niceSpacing((high - low) / room);
  let ticks = multiples(spacing, low, high);
  while (ticks.length < 2 && spacing > 1) {
    spacing = niceSpacing(spacing / 2.5);
    ticks = multiples(spacing, low, high);
  }
  return ticks;
}

function multiples(spacing: number, low: number, high: number): number[] {
  const first = Math.ceil(low / spacing);
  const count = Math.floor(high / spacing) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * spacing);
}
