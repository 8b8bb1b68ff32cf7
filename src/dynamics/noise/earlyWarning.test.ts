import { describe, expect, it } from 'vitest';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { earlyWarning } from './earlyWarning';

/** The recursion of theory.md §1 (K = 1) at a stiffness that changes over the run. */
function recursion(
  n: number,
  stiffness: (share: number) => number,
  beta: number,
  seed: number,
): Float64Array {
  const normal = seededNormal(seed);
  let [x, v] = [0, 0];
  return Float64Array.from({ length: n }, (_, i) => {
    v = beta * v - (1 - beta) * stiffness(i / n) * x + 0.01 * normal();
    x += v;
    return x;
  });
}

describe('earlyWarning', () => {
  it.each([
    ['white', []],
    ['persistent', [0.9]],
    ['ringing', [1.6, -0.8]],
  ])('alarms as seldom as its p-value says on stationary %s noise', (_name, coefficients) => {
    const runs = 40;
    let wide = 0;
    let long = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const warning = earlyWarning(autoregressiveNoise(240, coefficients, seededNormal(seed)), null);
      if ((warning?.spread.pValue ?? 0) <= 0.1) wide++;
      if ((warning?.envelope.pValue ?? 0) <= 0.1) long++;
    }
    // Binomial(40, 0.1): more than 10 has probability 0.2 %.
    expect([wide <= 10, long <= 10]).toEqual([true, true]);
  });

  it('sees the variance diverge and the autocorrelation ring on as the stiffness nears its threshold', () => {
    // Without momentum the threshold is k = 2; there λ = 1 − k = −1.
    const approach = recursion(900, (share) => 2 * (0.3 + 0.68 * share), 0, 3);
    const warning = earlyWarning(approach, null);
    expect(warning?.spread.pValue).toBeLessThan(0.01);
    expect(warning?.envelope.pValue).toBeLessThan(0.01);
    expect(warning?.spread.late ?? 0).toBeGreaterThan(1.5 * (warning?.spread.early ?? 0));
  });

  it('does not take the spread of a 0/1 reward, which moves with its level, for an alarm', () => {
    const normal = seededNormal(5);
    const level = Float64Array.from({ length: 600 }, (_, i) => 0.03 + 0.4 * (i / 600));
    const residuals = level.map((p) => 0.1 * Math.sqrt(p * (1 - p)) * normal());
    expect(earlyWarning(residuals, null)?.spread.pValue).toBeLessThan(0.01);
    expect(earlyWarning(residuals, level)?.spread.pValue).toBeGreaterThan(0.05);
  });

  it('is the same each time, and silent on what cannot be judged', () => {
    const noise = autoregressiveNoise(200, [0.5], seededNormal(8));
    expect(earlyWarning(noise, null)).toEqual(earlyWarning(noise, null));
    expect(earlyWarning(noise.subarray(0, 79), null)).toBeNull();
    expect(earlyWarning(new Float64Array(200), null)).toBeNull();
  });
});
