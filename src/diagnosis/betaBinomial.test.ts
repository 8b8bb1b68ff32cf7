import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../bandit/random';
import { correlationFromStd, correlationFromZeroStd, expectedZeroStd } from './betaBinomial';

describe('the beta-binomial expectation', () => {
  it('is p^G + (1−p)^G where prompts do not differ, and grows with their difference', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.integer({ min: 2, max: 32 }),
        (p, G) => {
          expect(expectedZeroStd(p, 0, G)).toBeCloseTo(p ** G + (1 - p) ** G, 12);
          expect(expectedZeroStd(p, 0.4, G)).toBeGreaterThan(expectedZeroStd(p, 0.2, G));
          expect(expectedZeroStd(p, 0.999, G)).toBeGreaterThan(0.95);
        },
      ),
    );
  });

  it('finds the correlation it was made with', () => {
    expect(correlationFromZeroStd(0.4, expectedZeroStd(0.4, 0.3, 8), 8)).toBeCloseTo(0.3, 6);
  });

  it('agrees with sampled groups of prompts that differ: α = β = 1, ρ = 1/3', () => {
    const random = new Random(5);
    const [groups, G] = [20_000, 8];
    let zero = 0;
    let std = 0;
    for (let i = 0; i < groups; i++) {
      const right = random.binomial(G, random.uniform());
      zero += right === 0 || right === G ? 1 / groups : 0;
      std += Math.sqrt((right * (G - right)) / (G * (G - 1))) / groups;
    }
    expect(expectedZeroStd(0.5, 1 / 3, G)).toBeCloseTo(zero, 2);
    expect(correlationFromStd(0.5, std, G)).toBeCloseTo(1 / 3, 1);
  });
});
