import { describe, expect, it } from 'vitest';
import type { Series } from '../run/run';
import type { Report } from './report';
import { residualCheck } from './residualCheck';

function reportOf(constants: Record<string, number>, last: number): Report {
  return {
    interpretation: { curve: 'exponential' },
    fits: { exponential: { constants } },
    segment: { first: 0, last },
  } as unknown as Report;
}

const FLAT = { R0: 0.5, plateau: 0.5, tau: 10 };

function rewards(count: number, residual: (i: number) => number): Series {
  const steps = Float64Array.from({ length: count }, (_, i) => i);
  return { steps, values: steps.map((_, i) => 0.5 + residual(i)), lines: null, columns: null };
}

describe('residualCheck', () => {
  it('sees that neighbours alternate', () => {
    const check = residualCheck(
      rewards(100, (i) => (i % 2 ? 0.1 : -0.1)),
      reportOf(FLAT, 99),
      null,
    );
    expect(check?.autocorrelation[0]).toBeCloseTo(-0.99, 10);
    expect(check?.autocorrelation[1]).toBeCloseTo(0.98, 10);
    expect(check?.sd).toBeCloseTo(0.1 * Math.sqrt(100 / 99), 10);
    expect(check?.bound).toBeCloseTo(0.196, 10);
    expect(check?.autocorrelation).toHaveLength(24);
  });

  it('counts only the rows of the fitted segment', () => {
    expect(
      residualCheck(
        rewards(100, () => 0),
        reportOf(FLAT, 39),
        null,
      ),
    ).toMatchObject({ count: 40, sd: 0 });
  });

  it('says nothing of seven rows, or without a curve', () => {
    expect(
      residualCheck(
        rewards(7, (i) => i),
        reportOf(FLAT, 6),
        null,
      ),
    ).toBeNull();
    const none = { ...reportOf(FLAT, 99), interpretation: { curve: null } } as Report;
    expect(
      residualCheck(
        rewards(100, (i) => i),
        none,
        null,
      ),
    ).toBeNull();
  });
});
