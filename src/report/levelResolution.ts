import type { Interpretation } from './report';

/**
 * What a reward level must resolve to be worth reading, reward units: the rise so far, or the scatter of the rows
 * where that is larger. 0 where neither is known.
 */
export function levelResolution({ start, now, noise }: Omit<Interpretation, 'sentences'>): number {
  const rise = start === null || now === null ? 0 : Math.abs(now.value - start.value);
  return Math.max(rise, noise?.['rowToRow'] ?? 0);
}
