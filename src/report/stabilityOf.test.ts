import { expect, it } from 'vitest';
import { stabilityOf } from './stabilityOf';

const config = (values: Readonly<Record<string, number>>) =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, from: 'test' }]));

const UNKNOWN = { stiffness: null };

it.each([
  // β = 0 (theory.md §3): k_thr = 2/K and k_osc = 1/K.
  [{ beta1: 0, refreshInterval: 4 }, 0.5, 0.25],
  [{ beta1: 0, refreshInterval: 1, asyncLag: 0 }, 2, 1],
])('%j', (values, threshold, onset) => {
  const found = stabilityOf(config(values), UNKNOWN);
  expect(found?.threshold).toBeCloseTo(threshold, 12);
  expect(found?.oscillationOnset).toBeCloseTo(onset, 12);
  expect(found).toMatchObject({ largestSafeRefreshInterval: null, margin: null });
});

it('lets a lag lower both', () => {
  const without = stabilityOf(config({ beta1: 0.9, refreshInterval: 2 }), UNKNOWN);
  const lagged = stabilityOf(config({ beta1: 0.9, refreshInterval: 2, asyncLag: 4 }), UNKNOWN);
  expect(lagged?.threshold).toBeLessThan(without?.threshold ?? 0);
  expect(lagged?.oscillationOnset).toBeLessThan(without?.oscillationOnset ?? 0);
});

it.each([
  {},
  { beta1: 0.9 },
  { refreshInterval: 2 },
  { beta1: 1, refreshInterval: 2 },
  { beta1: 0.9, refreshInterval: 1.5 },
])('says nothing for %j', (values) =>
  expect(stabilityOf(config(values as Record<string, number>), UNKNOWN)).toBeNull(),
);

it('gives margin and largest safe interval at a known stiffness, finite also where any interval is safe', () => {
  const at = (k: number) =>
    stabilityOf(config({ beta1: 0, refreshInterval: 4 }), {
      stiffness: { value: k, interval: [k / 2, 2 * k] },
    });
  expect(at(0.1)).toMatchObject({ margin: 5, marginInterval: [2.5, 10], largestSafeRefreshInterval: 19 });
  expect(at(3)).toMatchObject({ largestSafeRefreshInterval: null });
  expect(at(1e-9)?.largestSafeRefreshInterval).toBe(2 ** 20);
});
