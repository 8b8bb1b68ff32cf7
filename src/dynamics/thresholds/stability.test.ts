import { describe, expect, it } from 'vitest';
import { stabilityMargin } from './stability';

describe('stabilityMargin', () => {
  it('has thresholds without a stiffness, and a margin with one', () => {
    const settings = { beta: 0.9, refreshInterval: 4, asyncLag: 0 };
    const unknown = stabilityMargin(settings, null);
    expect(unknown).toMatchObject({ kind: 'neimark-sacker', margin: null, largestSafeRefreshInterval: null });
    expect(unknown.threshold).toBeCloseTo(0.73061, 5);
    expect(unknown.oscillationOnset).toBeCloseTo(0.02433, 5);
    const known = stabilityMargin(settings, 0.1);
    expect(known.margin).toBeCloseTo(7.3061, 4);
    expect(known.largestSafeRefreshInterval).toBe(37);
  });

  it('sees the async lag', () => {
    const { threshold } = stabilityMargin({ beta: 0.9, refreshInterval: 4, asyncLag: 4 }, null);
    expect(threshold).toBeCloseTo(0.199, 3);
  });
});
