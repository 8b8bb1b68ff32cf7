import { formatTo } from './formatNumber';
import type { Reading } from './reading';

/** A reward level with as many decimals as the run's own rise and scatter make worth reading. */
export function levelText(value: number, { start, now, scatter }: Reading): string {
  return formatTo(value, Math.max(Math.abs(now - start), scatter));
}

/** A run's level at the first and the last step: "0.21 → 0.74". */
export function fromTo(reading: Reading): string {
  return `${levelText(reading.start, reading)} → ${levelText(reading.now, reading)}`;
}
