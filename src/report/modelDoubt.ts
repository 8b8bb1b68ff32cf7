import type { Estimate } from '../dynamics/estimate';
import type { Quantity } from './report';

/**
 * A quantity whose interval also holds what the curves that fit as well, or better, say of it, as far as their intervals
 * are closed: one that is conditional on a single curve is too narrow where another describes the log as well. Without
 * an interval nothing is claimed, so nothing is widened; an open end stays open.
 *
 * @param quantity the constant of the curve that is read
 * @param others the same by the other curves, same unit; values that are not finite do not count
 * @returns the quantity with the union as its interval
 */
export function withModelDoubt(quantity: Quantity | null, others: readonly Estimate[]): Quantity | null {
  if (quantity === null || quantity.interval === null) return quantity;
  const [low, high] = quantity.interval;
  const said = others
    .filter(({ value }) => Number.isFinite(value))
    .flatMap(({ value, interval }) => [value, ...(interval ?? [])])
    .filter((end) => end !== null);
  return {
    ...quantity,
    interval: [low === null ? null : Math.min(low, ...said), high === null ? null : Math.max(high, ...said)],
  };
}
