import { describe, expect, it } from 'vitest';
import { Random } from '../../src/bandit/random';
import { logisticFit, type Outcome, type Prior } from '../bench/diagnosis/logisticFit';

const WIDE: Prior = { a: 2, b: 2, widthOfA: 3, widthOfB: 3 };

/** Verdicts that are right with chance 1/(1 + e^−(a + b·margin)). */
function outcomes(count: number, a: number, b: number): Outcome[] {
  const random = new Random(3);
  return Array.from({ length: count }, () => {
    const margin = random.uniform();
    return { margin, isRight: random.uniform() < 1 / (1 + Math.exp(-(a + b * margin))) };
  });
}

describe('logisticFit', () => {
  it('finds the constants that made the outcomes', () => {
    const { a, b } = logisticFit(outcomes(20_000, 0.8, 2.5), WIDE);
    expect(a).toBeCloseTo(0.8, 0);
    expect(Math.abs(b - 2.5)).toBeLessThan(0.3);
  });

  it('stays finite where all were right, and surer the more there were', () => {
    const right = (count: number): Outcome[] =>
      Array.from({ length: count }, (_, i) => ({ margin: (i % 10) / 10, isRight: true }));
    const [few, many] = [logisticFit(right(10), WIDE), logisticFit(right(300), WIDE)];
    expect(many.a).toBeGreaterThan(few.a);
    expect(many.a).toBeLessThan(15);
  });

  it('takes a falling line as level', () => {
    const { a, b } = logisticFit(outcomes(5000, 2, -3), WIDE);
    expect(b).toBe(0);
    expect(a).toBeGreaterThan(0);
    expect(a).toBeLessThan(1.5);
  });

  it('is the prior where nothing was seen', () => {
    expect(logisticFit([], WIDE)).toEqual({ a: 2, b: 2 });
  });
});
