import { describe, expect, it } from 'vitest';
import { handMadeRun } from '../../../test/handMadeRun';
import { autoregressiveNoise, seededNormal } from '../../../test/syntheticLog';
import { findCollapse } from './collapse';

const SEEDS = 50;

describe('a constant reward under autocorrelated noise', () => {
  it.each([0, 0.5, 0.7, 0.9].flatMap((rho) => [60, 300].map((n) => [rho, n] as const)))(
    'ρ = %s, %s rows: hardly ever looks collapsed',
    (rho, n) => {
      const alarms = Array.from({ length: SEEDS }, (_, seed) => {
        const noise = autoregressiveNoise(n, [rho], seededNormal(seed + 1));
        return findCollapse(handMadeRun(noise.map((x) => 0.5 + 0.1 * x)).reward, []);
      }).filter((found) => found !== null).length;
      expect(alarms / SEEDS).toBeLessThanOrEqual(0.02);
    },
  );
});
